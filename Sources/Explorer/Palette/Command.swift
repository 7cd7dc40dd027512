import Canvas
import Review

/// What the palette can ask for.
enum Command: Hashable, Sendable {
    /// What a key asks for too.
    case act(Action)
    /// Shows the samples that a filter shows.
    case queue(String)
    case saveQueue(String)
    case openQueue(String)
    case removeQueue(String)
    case clearFilter
    /// Orders the queue; in the words of the filter language.
    case sort(String)
    case theme(String)
    /// Goes to a sample by its label or its number.
    case go(String)
    /// Rejects what is marked, else the sample on the screen.
    case reject([Reason], note: String)
    /// Puts what is marked back to pending.
    case requeue
    /// Writes the accepted samples in a format.
    case export(String)
    /// Counts what was decided since a day, or in an interval with a name.
    case since(String)
}

/// Why a text is no command; a sentence.
struct CommandProblem: Error, Hashable, Sendable {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    /// Something is not called so; with the nearest name of something that is.
    init(_ kind: String, called name: String, among names: [String]) {
        let nearest = NearestName.of(name, in: names).map { " (\($0)?)" } ?? ""
        text = names.isEmpty ? "There is no \(kind) yet." : "There is no \(kind) called \"\(name)\"\(nearest)."
    }
}

extension Command {
    /// Reads what was typed.
    ///
    /// - Throws: Why it is no command, and what would be one.
    init(_ text: String, choices: Palette.Choices) throws(CommandProblem) {
        let words = text.trimmed
        if let (verb, rest) = Verb.leading(words), !rest.isEmpty || verb.needsNothing {
            self = try verb.command(rest, choices)
        } else if let entry = ActionEntry.named(words) {
            self = .act(entry.action)
        } else if let (verb, _) = Verb.leading(words) {
            throw CommandProblem("\(verb.rawValue) needs more: \(verb.usage).")
        } else {
            throw Self.unknown(words)
        }
    }

    private static func unknown(_ words: String) -> CommandProblem {
        let first = String(words.prefix { $0 != " " })
        if first != words, ActionEntry.named(first) != nil { return CommandProblem("\(first) takes nothing after it.") }
        return CommandProblem(
            "command", called: first, among: ActionEntry.all.map(\.name) + Verb.allCases.map(\.rawValue))
    }
}

extension StringProtocol {
    /// Without the spaces around it.
    var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
