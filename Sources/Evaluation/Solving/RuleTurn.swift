import Engine

/// What the rules do next.
struct RuleTurn: Sendable {
    enum Move: Hashable, Sendable {
        case call(String, arguments: JSON)
        case say(String)
    }

    private let talk: RuleTalk

    init(in talk: RuleTalk) {
        self.talk = talk
    }

    /// More would not fit into ToolBench's depth limit.
    private static let mostCalls = 5

    var move: Move {
        if talk.calls.count < Self.mostCalls, let call = best { return .call(call.name, arguments: call.arguments) }
        let found = said
        guard let finish = talk.finish else {
            return .say(found.isEmpty ? "None of the tools on offer can help with this." : found)
        }
        let arguments: JSON =
            found.isEmpty
            ? ["return_type": "give_up_and_restart"]
            : ["return_type": "give_answer", "final_answer": .string(found)]
        return .call(finish.name, arguments: arguments)
    }

    private struct Candidate {
        let name: String
        let arguments: JSON
        let score: Int
    }

    /// The tool that the query is most about, of those that can be called and were not; the first of equal ones.
    private var best: Candidate? {
        let known = RuleValues(query: talk.query, calls: talk.calls)
        let made = Set(talk.calls.map(\.name))
        let words = Set(talk.query.ruleWords)
        // A first call is worth a try where a single word speaks for it.
        let least = talk.calls.isEmpty ? 1 : 2
        var best: Candidate?
        for tool in talk.offered where !made.contains(tool.name) && !talk.reminder.contains(tool.name) {
            guard let filled = RuleFilling(of: tool, from: known).filled else { continue }
            let score = Self.kinship(of: tool, to: words) + 3 * filled.chained + 2 * filled.literal
            guard score >= least, score > best?.score ?? 0 else { continue }
            best = Candidate(name: tool.name, arguments: filled.arguments, score: score)
        }
        return best
    }

    /// How many of the query's words the tool has: those of its name count twice.
    private static func kinship(of tool: ModelRequest.OfferedTool, to words: Set<String>) -> Int {
        let name = Set(tool.name.ruleWords)
        let description = Set(tool.description.ruleWords).subtracting(name)
        return 2 * name.intersection(words).count + description.intersection(words).count
    }

    /// What the calls gave, in a few words; empty where nothing did.
    private var said: String {
        talk.calls.filter(\.worked).compactMap { call in
            let facts = (call.output ?? .null).leaves.prefix(6).compactMap { leaf -> String? in
                guard let key = leaf.path.lastKey else { return nil }
                return "\(key.spoken) \(leaf.value.string ?? leaf.value.compactText)"
            }
            return facts.isEmpty ? nil : "\(call.name.spoken): \(facts.joined(separator: ", "))."
        }.joined(separator: " ")
    }
}

extension JSONPath {
    /// The last name on the way.
    var lastKey: String? {
        for component in components.reversed() {
            if case .key(let key) = component { return key }
        }
        return nil
    }
}

extension String {
    /// As people would say a name: `time_zone` → `time zone`.
    var spoken: String { replacing("_", with: " ") }

    /// Words that say something, each in one form: lower case, without an ending.
    var ruleWords: [String] {
        lowercased().split { !$0.isLetter }.compactMap { word in
            guard word.count > 3, !Self.emptyWords.contains(String(word)) else { return nil }
            return Self.endings.first { word.hasSuffix($0) && word.count - $0.count > 3 }
                .map { String(word.dropLast($0.count)) } ?? String(word)
        }
    }

    private static let endings = ["ings", "ing", "ies", "es", "ed", "s", "y"]

    private static let emptyWords: Set = [
        "about", "also", "another", "been", "could", "does", "each", "find", "finds", "from", "give", "gives", "given",
        "have", "help", "into", "know", "like", "many", "more", "most", "much", "must", "need", "needs", "only",
        "other",
        "please", "says", "should", "some", "such", "than", "that", "their", "them", "then", "there", "they", "this",
        "those", "want", "what", "when", "where", "which", "will", "with", "would", "your",
    ]
}
