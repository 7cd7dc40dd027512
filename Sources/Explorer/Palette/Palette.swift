import Canvas

/// Giving a command by its name: typed, completed, chosen from a list or repeated.
struct Palette: Hashable, Sendable {
    /// The names that commands can be about.
    struct Choices: Hashable, Sendable {
        /// Filters that were kept.
        var queues: [String] = []
        var themes: [String] = []
        /// The theme in use.
        var theme = ""
        var formats: [String] = []
    }

    private let choices: Choices
    /// Everything there is, as it stood when the palette was opened.
    private let all: [PaletteRow]
    private let obstacles: [Verb: String]
    private var history: PaletteHistory
    private(set) var field = TextField()
    /// What answers the typed text, the best first.
    private(set) var rows: [PaletteRow]
    private(set) var selection = 0
    /// Whether the row was chosen, not only the first one that answers.
    private var hasChosen = false
    private var previewed: String
    /// Why the command could not be given.
    private(set) var complaint: String?

    /// The palette as it opens.
    ///
    /// - Parameters:
    ///   - keymap: The keys that are shown beside the commands.
    ///   - choices: The names that commands can be about.
    ///   - history: Commands that were given, the newest last.
    ///   - obstacle: Why an action is not possible now; nil when it is.
    init(keymap: Keymap, choices: Choices, history: [String] = [], obstacle: (Action) -> String?) {
        self.choices = choices
        self.history = PaletteHistory(history)
        previewed = choices.theme
        obstacles = Dictionary(
            uniqueKeysWithValues: Verb.allCases.compactMap { verb in
                verb.action.flatMap(obstacle).map { (verb, $0) }
            })
        let verbs = Verb.allCases.map { verb in
            PaletteRow(verb, obstacle: verb.action.flatMap(obstacle), choices: choices)
        }
        all = verbs + ActionEntry.all.map { PaletteRow($0, keymap: keymap, obstacle: obstacle($0.action)) }
        rows = all
    }

    /// How pressing a key went; the theme in use has to be restored by whoever closes it, or runs anything else.
    enum Outcome: Hashable {
        case stays
        case closed
        case ran(Command)
        /// A theme to look at while moving.
        case previewed(Command)
    }

    /// What is typed; once a command ran, all of it.
    var text: String { field.text }

    /// What the typed command wants, for the row below it.
    var advice: String? {
        Verb.leading(text).map { "\($0.verb.usage): \($0.verb.help)" }
    }

    mutating func press(_ key: Key) -> Outcome {
        complaint = nil
        switch key {
        case .escape: return .closed
        case .enter: return run()
        case .tab: complete()
        case .down where history.isBrowsing: recall(history.newer())
        case .up where selection == 0: recall(history.older(than: text))
        case .down, .control("n"): move(by: 1)
        case .up, .control("p"), .backTab: move(by: -1)
        case .pageDown: move(by: 8)
        case .pageUp: move(by: -8)
        case .character, .control, .alt, .function, .paste, .backspace, .delete, .insert, .left, .right, .home, .end:
            guard field.press(key) else { return .stays }
            history.leave()
            list()
        }
        return preview()
    }

    /// Says why the command that was given is not possible; the text stays to be mended.
    mutating func complain(_ text: String) {
        complaint = text
    }

    private mutating func run() -> Outcome {
        if text.trimmed.isEmpty, !hasChosen { return .closed }
        if hasChosen, rows.indices.contains(selection) { return run(rows[selection]) }
        do throws(CommandProblem) {
            let command = try Command(text, choices: choices)
            complaint = obstacle(to: command)
            return complaint == nil ? .ran(command) : .stays
        } catch {
            if Verb.leading(text) == nil, let row = rows.first { return run(row) }
            if let (verb, rest) = Verb.leading(text), rest.isEmpty, !verb.arguments(choices).isEmpty {
                field = TextField(verb.rawValue + " ")
                list()
                return preview()
            }
            complaint = error.text
            return .stays
        }
    }

    private mutating func run(_ row: PaletteRow) -> Outcome {
        complaint = row.obstacle
        guard complaint == nil else { return .stays }
        field = TextField(row.text)
        guard let command = row.command else {
            list()
            return preview()
        }
        return .ran(command)
    }

    private func obstacle(to command: Command) -> String? {
        switch command {
        case .act: all.first { $0.command == command }?.obstacle
        case .queue, .saveQueue, .openQueue, .removeQueue, .clearFilter, .sort, .theme, .go, .reject, .requeue, .export,
            .since:
            Verb.leading(text).flatMap { obstacles[$0.verb] }
        }
    }

    private mutating func complete() {
        guard rows.indices.contains(selection) else { return }
        field = TextField(rows[selection].text)
        list()
    }

    private mutating func recall(_ text: String?) {
        guard let text else { return }
        field = TextField(text)
        list()
    }

    private mutating func move(by distance: Int) {
        guard !rows.isEmpty else { return }
        selection = min(rows.count - 1, max(0, selection + distance))
        hasChosen = true
    }

    /// Lists what answers the text, with the theme in use first under the cursor.
    private mutating func list() {
        rows = candidates
        hasChosen = false
        selection = text.hasSuffix(" ") ? rows.firstIndex { $0.theme == choices.theme } ?? 0 : 0
    }

    private var candidates: [PaletteRow] {
        guard let (verb, rest) = Verb.leading(text), text.hasPrefix(verb.rawValue + " ") else {
            return Self.answers(to: text.trimmed, in: all)
        }
        let arguments = verb.arguments(choices).map { argument in
            PaletteRow(verb, argument, obstacle: obstacles[verb], choices: choices)
        }
        return arguments.isEmpty
            ? Self.answers(to: text.trimmed, in: all)
            : Self.answers(to: rest, in: arguments, after: verb.rawValue.count + 1)
    }

    private static func answers(to wish: String, in rows: [PaletteRow], after start: Int = 0) -> [PaletteRow] {
        if wish.isEmpty { return rows }
        let ranked = rows.enumerated().compactMap { index, row in
            row.rank(for: wish, after: start).map { (row: row, rank: $0, index: index) }
        }
        return ranked.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.row)
    }

    private mutating func preview() -> Outcome {
        let theme = rows.indices.contains(selection) ? rows[selection].theme ?? choices.theme : choices.theme
        guard theme != previewed else { return .stays }
        previewed = theme
        return .previewed(.theme(theme))
    }
}
