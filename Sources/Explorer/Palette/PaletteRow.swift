/// Something that the palette offers.
struct PaletteRow: Hashable, Sendable {
    /// What completion writes.
    let text: String
    /// What is typed, with what has to be filled in in capitals.
    let usage: String
    /// The keys that do it too, the first ones where there are several.
    let keys: String
    let help: String
    /// Why it is not possible now; nil when it is.
    let obstacle: String?
    /// Nil where something has to be filled in.
    let command: Command?

    /// The theme that it changes to.
    var theme: String? {
        switch command {
        case .theme(let name): name
        case .act, .queue, .saveQueue, .openQueue, .removeQueue, .clearFilter, .sort, .go, .reject, .requeue, .export,
            .since, nil:
            nil
        }
    }
}

extension PaletteRow {
    init(_ entry: ActionEntry, keymap: Keymap, obstacle: String?) {
        let keys = keymap.binding(for: entry.action)?.name ?? ""
        self.init(
            text: entry.name, usage: entry.name, keys: keys, help: entry.help, obstacle: obstacle,
            command: .act(entry.action))
    }

    init(_ verb: Verb, obstacle: String?, choices: Palette.Choices) {
        let command = verb.needsNothing ? try? verb.command("", choices) : nil
        self.init(
            text: verb.needsNothing ? verb.rawValue : verb.rawValue + " ", usage: verb.usage, keys: "",
            help: verb.help, obstacle: obstacle, command: command)
    }

    /// A verb with what can be filled in.
    init(_ verb: Verb, _ argument: (text: String, help: String), obstacle: String?, choices: Palette.Choices) {
        let text = verb.rawValue + " " + argument.text
        self.init(
            text: text, usage: text, keys: "", help: argument.help, obstacle: obstacle,
            command: try? verb.command(argument.text, choices))
    }

    /// How well it answers what was typed behind the first letters of its own text; nil where it does not.
    func rank(for wish: String, after start: Int) -> Int? {
        NameMatch.rank(of: wish, in: text.dropFirst(start).trimmed)
            ?? (help.lowercased().contains(wish.lowercased()) ? 100 : nil)
    }
}
