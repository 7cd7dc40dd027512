import Canvas

extension Keymap {
    /// The keymap with other keys for some actions.
    ///
    /// - Parameters:
    ///   - changes: The keys that the user binds; an action that is not among them keeps its own.
    ///   - keyboard: The keyboard whose characters count too where they are free.
    /// - Returns: The keymap, without conflicts.
    /// - Throws: Everything that is wrong with the changes, in the order of their lines.
    package func customised(
        with changes: [KeyBinding], keyboard: Keyboard = .latin
    ) throws(KeymapProblems) -> Keymap {
        var reader = KeyBindingReader()
        let bound = changes.flatMap { reader.bindings(of: $0) }
        let changed = Set(changes.compactMap { ActionEntry.named($0.action)?.action })
        let kept = bindings.filter { !changed.contains($0.action) || $0.keys.isReserved }
        let keymap = Keymap(base: base, bindings: bound + kept)
        let problems = reader.problems + keymap.conflicts
        guard problems.isEmpty else { throw KeymapProblems(problems.sorted { $0.line < $1.line }) }
        return keymap.typed(on: keyboard)
    }

    /// Bindings with the same keys, and ones that can never be reached because other keys begin them.
    var conflicts: [KeymapProblem] {
        bindings.enumerated().flatMap { index, binding in
            bindings.dropFirst(index + 1).compactMap { KeymapProblem(between: binding, and: $0) }
        }
    }
}

/// Makes bindings of what the settings say, and notes what is wrong with it.
private struct KeyBindingReader {
    var problems: [KeymapProblem] = []

    mutating func bindings(of change: KeyBinding) -> [Keymap.Binding] {
        guard let entry = ActionEntry.named(change.action) else {
            let nearest = NearestName.of(change.action, in: ActionEntry.all.map(\.name))
            problems.append(.unknownAction(change.action, line: change.line, nearest: nearest))
            return []
        }
        var seen: Set<[Key]> = []
        return change.keys.compactMap { binding($0, of: entry, line: change.line) }
            .filter { seen.insert($0.keys).inserted }
    }

    private mutating func binding(_ names: String, of entry: ActionEntry, line: Int) -> Keymap.Binding? {
        guard let binding = Keymap.Binding(names, entry, .settings(line: line)), binding.keys.allSatisfy(\.isPressable)
        else {
            problems.append(.unknownKey(names, of: entry.name, line: line, nearest: Self.nearest(to: names)))
            return nil
        }
        if let reserved = binding.keys.first(where: \.isReserved) {
            let owner = Keymap.standard.binding(for: [reserved])
            // Its own reserved key is there anyway.
            if owner?.action != entry.action || binding.keys.count > 1 {
                problems.append(.reserved(reserved, of: entry.name, line: line, owner: owner?.entry.name ?? ""))
            }
            return nil
        }
        if entry.action.decides, let key = binding.keys.first(where: \.isMistyped) {
            problems.append(.decidesByMistake(key, of: entry.name, line: line))
            return nil
        }
        return binding
    }

    private static func nearest(to names: String) -> String? {
        let word = names.split(separator: " ").first { Key(name: String($0))?.isPressable != true } ?? ""
        return NearestName.of(word.lowercased(), in: Key.longNames)
    }
}

extension Keymap {
    fileprivate func binding(for keys: [Key]) -> Binding? {
        bindings.first { $0.keys == keys }
    }
}

extension [Key] {
    fileprivate var isReserved: Bool { count == 1 && allSatisfy(\.isReserved) }
}

extension Key {
    /// Keys that mean the same everywhere, so that nobody is ever locked in.
    fileprivate var isReserved: Bool {
        self == .escape || self == .control("c") || self == .control("l") || self == .control("z")
    }

    /// Keys that are pressed by somebody who believes to be typing; terminals send the control ones for them.
    fileprivate var isMistyped: Bool {
        self == .backspace || self == .delete || self == .enter || self == .control("h") || self == .control("j")
    }

    /// Whether a terminal ever sends it: it sends tab for ctrl-i, enter for ctrl-m and escape for ctrl-[.
    fileprivate var isPressable: Bool {
        switch self {
        case .paste, .control("i"), .control("m"), .control("["): false
        case .character, .control, .alt, .function, .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up,
            .down, .left, .right, .home, .end, .pageUp, .pageDown:
            true
        }
    }

    /// The names of keys that are more than a letter, to find the one that was probably meant.
    fileprivate static let longNames =
        [
            Key.character(" "), .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left,
            .right, .home, .end, .pageUp, .pageDown, .function(1), .control("d"), .alt("x"),
        ].map(\.name)
}
