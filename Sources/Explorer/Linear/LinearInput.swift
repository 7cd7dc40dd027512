import Canvas
import DisplaySafety

/// Turns typed lines into the keys that the explorer knows.
///
/// A line is keys by their names with spaces between them: `n`, `r 3`, `gg`, `ctrl-r`. Where text is asked for, the line
/// is that text and no key, so that what is written never decides; text may follow its key in the same line, as in
/// `/ status:pending`.
package struct LinearInput: Hashable, Sendable {
    /// What a part of a line came to.
    package enum Typed: Hashable, Sendable {
        /// To be pressed one after the other; what comes of them is told once.
        case keys([Key])
        /// Nothing is done, and the rest of the line is not read; the text says why.
        case refused(String)
        /// A line of a longer text, which goes on.
        case gathered
        /// An empty line: tell what is on show.
        case asksWhere
    }

    /// What of the line was not read yet; nil when there is none.
    var rest: Substring?
    /// Whether the line began where a text is asked for.
    var isWhole = false
    /// Lines of a text that is being written.
    var draft: [String] = []

    /// Nothing was typed yet.
    package init() {}

    /// Takes a typed line in, without its line break; what was left of the one before is forgotten.
    package mutating func type(_ line: String) {
        rest = Substring(String(line.unicodeScalars.filter { !$0.isControl || $0 == "\t" }.map(Character.init)))
        isWhole = true
    }

    /// What the next part of the line asks of an explorer as it is now; nil when the line is over.
    package mutating func next(in state: ExplorerState) -> Typed? {
        guard rest != nil else { return nil }
        let typed = state.overlay.map { answer(to: $0, in: state) } ?? command(in: state)
        isWhole = false
        if case .refused = typed { rest = nil }
        if rest?.allSatisfy(\.isWhitespace) == true { rest = nil }
        return typed
    }

    /// Takes the next word of the line.
    mutating func word() -> String? {
        guard let line = rest?.drop(while: \.isWhitespace), !line.isEmpty else { return nil }
        let word = line.prefix { !$0.isWhitespace }
        rest = line[word.endIndex...]
        return String(word)
    }

    /// Takes the rest of the line as text: all of a line that was asked for, else what follows the space.
    mutating func text() -> String {
        defer { rest = nil }
        guard let rest else { return "" }
        return String(isWhole || rest.first?.isWhitespace != true ? rest : rest.dropFirst())
    }
}

extension LinearInput {
    private mutating func command(in state: ExplorerState) -> Typed {
        draft = []
        guard let word = word() else { return .asksWhere }
        if let keys = state.keys(called: word) { return self.keys(completed(keys, in: state), in: state) }
        guard let first = word.first, state.asksForText(.character(first)) else {
            return .refused(
                "There is no key called \(SafeText(word).plain). Keys are typed by their names, with spaces between them; "
                    + "\(state.keymap.name(of: .help)) lists them.")
        }
        rest = word.dropFirst() + (rest ?? "")
        return keys([.character(first)], in: state)
    }

    /// The keys with those that follow in the line, where they are only the beginning of something.
    private mutating func completed(_ keys: [Key], in state: ExplorerState) -> [Key] {
        var (keys, attempt) = (keys, self)
        while state.keymap.meaning(of: state.prefix + keys, on: state.screen) == .prefix, let word = attempt.word(),
            let more = state.keys(called: word)
        {
            keys += more
            self = attempt
        }
        return keys
    }

    /// The keys, and with them what follows in the line where they ask something: the question need not be told then.
    private mutating func keys(_ keys: [Key], in state: ExplorerState) -> Typed {
        guard rest?.contains(where: { !$0.isWhitespace }) == true else { return .keys(keys) }
        var (next, attempt) = (state, self)
        for key in keys { _ = next.update(.key(key)) }
        attempt.isWhole = false
        guard next.deafness == nil, let overlay = next.overlay,
            case .keys(let answer) = attempt.answer(to: overlay, in: next)
        else { return .keys(keys) }
        self = attempt
        return .keys(keys + answer)
    }
}

extension ExplorerState {
    /// The keys that a word names: one key, or several that are written together, as `gg`.
    fileprivate func keys(called word: String) -> [Key]? {
        Key(name: word).map { [$0] } ?? keymap.bindings.first { $0.name == word }?.keys
    }

    /// Whether a text may follow a key without a space.
    fileprivate func asksForText(_ key: Key) -> Bool {
        [.action(.palette), .action(.filter)].contains(keymap.meaning(of: prefix + [key], on: screen))
    }

    /// What the end of the typed lines asks for: to quit, once the samples in flight are grown.
    package var leaving: [Effect] {
        approvals.waiting.map { .deny($0) } + [.quit(growsAnything ? .afterInFlight : .atOnce)]
    }
}

extension Unicode.Scalar {
    /// C0, DEL and C1.
    fileprivate var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}
