import Canvas

/// Which keys ask for what.
package struct Keymap: Hashable, Sendable {
    typealias Group = ActionEntry.Group

    /// Keys, one after the other, that ask for something.
    struct Binding: Hashable, Sendable {
        /// Who bound them.
        enum Origin: Hashable, Sendable {
            case keymap(Base)
            case settings(line: Int)
            /// They lie where the bound ones lie on another keyboard.
            case keyboard(Keyboard)
        }

        let keys: [Key]
        let entry: ActionEntry
        let origin: Origin

        var action: Action { entry.action }
        /// Two or three words for the hint line; the help shows ``help``.
        var label: String { entry.label }
        var help: String { entry.help }
        var group: Group { entry.group }

        /// `gg`, `ctrl-d`, `t up`.
        var name: String { keys.pressName }
    }

    /// What keys pressed so far mean.
    enum Meaning: Hashable {
        case action(Action)
        /// The beginning of something longer.
        case prefix
        case nothing
    }

    let base: Base
    let bindings: [Binding]
    /// The first binding of each action: hints look up dozens in every frame.
    private let first: [Action: Int]

    init(base: Base, bindings: [Binding]) {
        self.base = base
        self.bindings = bindings
        first = Dictionary(bindings.indices.map { (bindings[$0].action, $0) }) { first, _ in first }
    }

    /// The keys that are bound unless the user binds others.
    package static let standard = Keymap(.standard)

    func meaning(of keys: [Key], on screen: Screen = .review) -> Meaning {
        let bindings = bindings.lazy.filter { $0.keys.starts(with: keys) && $0.entry.screens.contains(screen) }
        if let binding = bindings.first(where: { $0.keys == keys }) { return .action(binding.action) }
        return bindings.isEmpty ? .nothing : .prefix
    }

    /// The binding that is shown for an action: the first one.
    func binding(for action: Action) -> Binding? {
        first[action].map { bindings[$0] }
    }

    /// The key to name in a sentence; the command of the palette where an action has no key.
    func name(of action: Action) -> String {
        binding(for: action)?.name ?? ":" + (action.entry?.name ?? "")
    }

    /// The names of all keys of an action, those that only lie elsewhere on another keyboard left out.
    func names(of action: Action) -> [String] {
        bindings.filter { $0.action == action && !$0.isAlias }.map(\.name)
    }
}

extension [Keymap.Binding] {
    /// Whether keys get in the way of a binding on one of the screens: they are the same, or the one begins the other.
    func conflict(with keys: [Key], on screens: Set<Screen>) -> Bool {
        contains { binding in
            !binding.entry.screens.isDisjoint(with: screens)
                && (binding.keys.starts(with: keys) || keys.starts(with: binding.keys))
        }
    }
}

extension Keymap.Binding {
    /// Keys by their names, with spaces between them; nil where a name is no key's.
    init?(_ names: String, _ entry: ActionEntry, _ origin: Origin) {
        let names = names.split(separator: " ")
        keys = names.compactMap { Key(name: String($0)) }
        self.entry = entry
        self.origin = origin
        if keys.isEmpty || keys.count != names.count { return nil }
    }

    var isAlias: Bool {
        switch origin {
        case .keyboard: true
        case .keymap, .settings: false
        }
    }
}

extension [Key] {
    /// As they are read: letters together, `gg`; anything longer apart, `t up`.
    var pressName: String {
        let names = map(\.name)
        return names.joined(separator: names.allSatisfy { $0.count == 1 } ? "" : " ")
    }

    /// As settings write them: `g g`.
    var settingName: String { map(\.name).joined(separator: " ") }
}
