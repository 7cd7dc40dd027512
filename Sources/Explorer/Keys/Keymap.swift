import Canvas

/// Every key of the Review screen: the one registry behind update, hints and help.
struct Keymap: Sendable {
    /// A heading in the help.
    enum Group: String, Sendable, CaseIterable {
        case decide = "Decide"
        case change = "Change"
        case move = "Move"
        case view = "View"
        case growth = "Growth"
        case app = "App"
    }

    /// Keys, one after the other, that ask for something.
    struct Binding: Hashable, Sendable {
        let keys: [Key]
        let action: Action
        /// Two or three words for the hint line; the help shows ``help``.
        let label: String
        let help: String
        let group: Group

        /// `gg`, `ctrl-d`.
        var name: String { keys.map(\.name).joined() }
    }

    /// What keys pressed so far mean.
    enum Meaning: Hashable {
        case action(Action)
        /// The beginning of something longer.
        case prefix
        case nothing
    }

    let bindings: [Binding]

    func meaning(of keys: [Key]) -> Meaning {
        if let binding = bindings.first(where: { $0.keys == keys }) { return .action(binding.action) }
        return bindings.contains { $0.keys.starts(with: keys) } ? .prefix : .nothing
    }

    /// The binding that is shown for an action: the first one.
    func binding(for action: Action) -> Binding? {
        bindings.first { $0.action == action }
    }

    /// The names of all keys of an action.
    func names(of action: Action) -> [String] {
        bindings.filter { $0.action == action }.map(\.name)
    }

    /// Bindings with the same keys, and ones that can never be reached because other keys begin them.
    var conflicts: [String] {
        bindings.enumerated().flatMap { index, binding in
            bindings.dropFirst(index + 1).compactMap { other in
                binding.keys.starts(with: other.keys) || other.keys.starts(with: binding.keys)
                    ? "\(binding.name) (\(binding.help)) and \(other.name) (\(other.help))" : nil
            }
        }
    }
}
