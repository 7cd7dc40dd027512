extension Keymap {
    /// A keymap that the program brings along.
    package enum Base: String, Hashable, Sendable, CaseIterable {
        case standard = "default"
        case prodigy
        case lazygit
        case arrows
    }

    /// A keymap as the program brings it along.
    package init(_ base: Base) {
        let changes = base.changes
        let bindings = ActionEntry.all.flatMap { entry in
            (changes[entry.action] ?? entry.keys).compactMap { Binding($0, entry, .keymap(base)) }
        }
        self.init(base: base, bindings: bindings)
    }
}

extension Keymap.Base {
    /// What it binds otherwise than the default keymap.
    fileprivate var changes: [Action: [String]] {
        switch self {
        case .standard: [:]
        case .prodigy: Self.prodigyChanges
        case .lazygit: Self.lazygitChanges
        case .arrows: Self.arrowsChanges
        }
    }

    // Prodigy undoes with Backspace. Here no decision lies on Backspace, Delete or Enter, where it would be made by
    // somebody who believes to be typing: undo stays on u.
    private static let prodigyChanges: [Action: [String]] = [
        .accept: ["a"], .reject: ["x"], .rejectMarked: ["X"], .skip: ["space"], .undo: ["u"],
        .mark: ["M"], .rerun: ["t x"], .regenerate: ["t X"],
    ]

    private static let lazygitChanges: [Action: [String]] = [
        .undo: ["z"], .redo: ["Z", "ctrl-r"], .zoom: ["+"],
        .nextPane: ["tab", "l", "right"], .previousPane: ["shift-tab", "h", "left"], .fold: ["t h"], .unfold: ["t l"],
        .pane(.queue): ["1", "g q"], .pane(.chains): ["2"], .pane(.gradient): ["3"], .pane(.query): ["4"],
        .pane(.response): ["5"], .pane(.facts): ["6"],
        .proposal(1): ["g 1"], .proposal(2): ["g 2"], .proposal(3): ["g 3"],
        .first: ["<", "home"], .last: [">", "end"],
        .previousSampleWithProblem: ["g {"], .nextSampleWithProblem: ["g }"],
        .markRange: ["v"], .inspect: ["0"],
    ]

    private static let arrowsChanges: [Action: [String]] = [
        .down: ["down"], .up: ["up"], .fold: ["left"], .unfold: ["right"],
        .halfPageDown: ["pagedown"], .halfPageUp: ["pageup"], .first: ["home"], .last: ["end"],
        .moveStepUp: ["t up"], .moveStepDown: ["t down"],
    ]
}
