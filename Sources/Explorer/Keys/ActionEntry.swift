/// What there is to know about an action: behind keys, hints, help, palette and `toolgrad keys`.
struct ActionEntry: Hashable, Sendable {
    /// A heading in the help.
    enum Group: String, Sendable, CaseIterable {
        case decide = "Decide"
        case change = "Change"
        case move = "Move"
        case view = "View"
        case find = "Find"
        case growth = "Growth"
        case live = "Live"
        case stats = "Stats"
        case compare = "Compare"
        case adjudicate = "Adjudicate"
        case baselines = "Baselines"
        case evaluations = "Evaluations"
        case app = "App"
    }

    let action: Action
    /// As settings and the palette call it: `next-sample`.
    let name: String
    /// Two or three words for the hint line; the help shows ``help``.
    let label: String
    let help: String
    let group: Group
    /// The keys in the default keymap; what is pressed one after the other is separated by spaces.
    let keys: [String]
    /// The screens on which it means something.
    private(set) var screens: Set<Screen> = [.review]

    init(_ action: Action, _ name: String, label: String? = nil, _ help: String, _ group: Group, _ keys: String...) {
        self.action = action
        self.name = name
        self.label = label ?? name
        self.help = help
        self.group = group
        self.keys = keys
    }

    /// Every action, in the order of the help.
    static let all =
        decisions + changes + movement + views + finding + growth + live + stats + compare + adjudicate + baselines
        + evaluations + application

    /// The same, wherever one is.
    var everywhere: ActionEntry { only(on: Screen.allCases) }

    /// The same, on other screens than Review, or on Review among others.
    func only(on screens: Screen...) -> ActionEntry { only(on: screens) }

    private func only(on screens: [Screen]) -> ActionEntry {
        var entry = self
        entry.screens = Set(screens)
        return entry
    }

    /// The action with a name; settings may write it with underscores.
    static func named(_ name: String) -> ActionEntry? {
        byName[name.replacing("_", with: "-")]
    }

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
    fileprivate static let byAction = Dictionary(uniqueKeysWithValues: all.map { ($0.action, $0) })
}

extension Action {
    /// What there is to know about it; nil for a proposal with a number that no key has.
    var entry: ActionEntry? { ActionEntry.byAction[self] }
}
