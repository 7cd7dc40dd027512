import Canvas

/// What is wrong with a key that the user binds.
package enum KeymapProblem: Hashable, Sendable {
    /// Nothing is called so; with the nearest name of something that is.
    case unknownAction(String, line: Int, nearest: String?)
    /// No key is called so, or no terminal sends it.
    case unknownKey(String, of: String, line: Int, nearest: String?)
    /// The key always belongs to something else.
    case reserved(Key, of: String, line: Int, owner: String)
    /// The key would decide by mistake.
    case decidesByMistake(Key, of: String, line: Int)
    /// Two actions have the same keys.
    case taken(String, Owner, Owner)
    /// The keys of the first begin those of the second, which can then never be pressed.
    case hidden(String, Owner, behind: String, Owner)

    /// An action, and who gave it its keys.
    package struct Owner: Hashable, Sendable {
        /// The action's name.
        package let action: String
        /// The line of the settings; nil for a keymap that the program brings along.
        package let line: Int?
        /// `line 12`, or `the default keymap`.
        package let place: String
    }

    /// The line to look at first; 0 when no line is wrong.
    package var line: Int {
        switch self {
        case .unknownAction(_, let line, _), .unknownKey(_, _, let line, _), .reserved(_, _, let line, _),
            .decidesByMistake(_, _, let line):
            line
        case .taken(_, let one, let other), .hidden(_, let one, _, let other):
            [one.line, other.line].compactMap(\.self).min() ?? 0
        }
    }
}

extension KeymapProblem {
    /// The problem that two bindings have with each other, if they have one.
    init?(between one: Keymap.Binding, and other: Keymap.Binding) {
        guard !one.entry.screens.isDisjoint(with: other.entry.screens) else { return nil }
        if one.keys == other.keys {
            self = .taken(one.keys.settingName, Owner(one), Owner(other))
        } else if other.keys.starts(with: one.keys) {
            self = .hidden(other.keys.settingName, Owner(other), behind: one.keys.settingName, Owner(one))
        } else if one.keys.starts(with: other.keys) {
            self = .hidden(one.keys.settingName, Owner(one), behind: other.keys.settingName, Owner(other))
        } else {
            return nil
        }
    }
}

extension KeymapProblem: CustomStringConvertible {
    /// What is wrong, where, and what to do.
    package var description: String {
        switch self {
        case .unknownAction(let name, let line, let nearest):
            "line \(line) gives keys to \"\(name)\", which is no action\(hint(nearest)). See toolgrad keys."
        case .unknownKey(let name, let action, let line, let nearest):
            "line \(line) gives \"\(name)\" to \(action), which is no key\(hint(nearest))."
        case .reserved(let key, let action, let line, let owner):
            "line \(line) gives \(key.name) to \(action), but it always means \(owner). Take another key."
        case .decidesByMistake(let key, let action, let line):
            "line \(line) gives \(key.name) to \(action), but no decision may lie on Backspace, Delete or Enter. "
                + "Take another key."
        case .taken(let keys, let one, let other):
            "\(one.place) gives \(keys) to \(one.action), and \(other.place) gives it to \(other.action). "
                + "Give one of them another key."
        case .hidden(let keys, let one, let shorter, let other):
            "\(one.place) gives \(keys) to \(one.action), but \(other.place) gives \(shorter) to \(other.action), "
                + "which is done before the rest is pressed. Give one of them another key."
        }
    }

    private func hint(_ nearest: String?) -> String {
        nearest.map { " (\($0)?)" } ?? ""
    }
}

extension KeymapProblem.Owner {
    fileprivate init(_ binding: Keymap.Binding) {
        action = binding.entry.name
        switch binding.origin {
        case .settings(let number):
            line = number
            place = "line \(number)"
        case .keymap(let base):
            line = nil
            place = "the \(base.rawValue) keymap"
        case .keyboard(let keyboard):
            line = nil
            place = "the \(keyboard.rawValue) keyboard"
        }
    }
}

/// Everything that is wrong with the keys that the user binds, in the order of the lines.
package struct KeymapProblems: Error, Hashable, Sendable, CustomStringConvertible {
    /// The problems; at least one.
    package let problems: [KeymapProblem]

    init(_ problems: [KeymapProblem]) {
        self.problems = problems
    }

    /// One problem a line.
    package var description: String { problems.map(\.description).joined(separator: "\n") }
}
