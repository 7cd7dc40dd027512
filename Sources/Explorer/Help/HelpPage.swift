import Canvas

/// Everything that keys do and signs mean: typing searches in it, Enter does what is under the cursor.
struct HelpPage: Hashable, Sendable {
    private let all: [HelpItem]
    private(set) var search = TextField()
    /// What the search found.
    private(set) var items: [HelpItem]
    private(set) var selection = 0
    /// Why Enter did nothing.
    private(set) var complaint: String?

    /// The help as it opens.
    ///
    /// - Parameters:
    ///   - keymap: The keys that are explained.
    ///   - screen: The screen that it is opened on.
    ///   - filterFields: What can be asked in a filter, with what it means.
    ///   - obstacle: Why an action is not possible now; nil when it is.
    init(
        keymap: Keymap, on screen: Screen = .review, filterFields: [(String, String)] = [],
        obstacle: (Action) -> String?
    ) {
        all =
            HelpItem.actions(of: keymap, on: screen, obstacle: obstacle) + HelpItem.signs + HelpItem.rubric
            + HelpItem.filter(filterFields)
        items = all
    }

    /// How pressing a key went.
    enum Outcome: Hashable {
        case stays
        case closed
        /// The help is closed, and the action is to be done.
        case ran(Action)
    }

    /// Characters are what is searched for.
    var takesText: Bool { true }

    /// The entry under the cursor.
    var selected: HelpItem? { items.indices.contains(selection) ? items[selection] : nil }

    mutating func press(_ key: Key) -> Outcome {
        complaint = nil
        switch key {
        case .escape where search.text.isEmpty: return .closed
        case .escape: find("")
        case .character("?") where search.text.isEmpty: return .closed
        case .function(1): return .closed
        // Whoever searches elsewhere begins with a slash.
        case .character("/") where search.text.isEmpty: return .stays
        case .enter: return run()
        case .down, .control("n"), .tab: move(by: 1)
        case .up, .control("p"), .backTab: move(by: -1)
        case .pageDown, .control("d"): move(by: 10)
        case .pageUp: move(by: -10)
        case .home where search.text.isEmpty: move(by: -items.count)
        case .end where search.text.isEmpty: move(by: items.count)
        case .character, .control, .alt, .function, .paste, .backspace, .delete, .insert, .left, .right, .home, .end:
            let before = search.text
            if search.press(key), search.text != before { find(search.text) }
        }
        return .stays
    }

    private mutating func run() -> Outcome {
        guard let selected else { return .stays }
        guard let action = selected.action else {
            complaint = "This one only explains."
            return .stays
        }
        complaint = selected.obstacle
        return complaint == nil ? .ran(action) : .stays
    }

    private mutating func move(by distance: Int) {
        selection = max(0, min(items.count - 1, selection + distance))
    }

    /// Shows what has all the words; a key that is called so is under the cursor.
    private mutating func find(_ text: String) {
        if text.isEmpty { search = TextField() }
        let words = text.lowercased().split(separator: " ")
        items = all.filter { $0.answers(words) }
        selection = items.firstIndex { $0.sign.split(separator: " ").contains(text[...]) } ?? 0
    }
}
