import Engine

/// A line that classifies every tool whose name fits: `get_* list_* read`.
struct PatternLine: Hashable, Sendable {
    let patterns: [ToolPattern]
    let classification: ToolUse

    /// Why a line is none.
    struct Problem: Error, Hashable {
        let text: String
    }

    /// Reads a line: patterns, then what their tools are.
    init(parsing text: String) throws(Problem) {
        var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let last = words.popLast() else { throw Problem(text: "Type patterns and a word: get_* list_* read.") }
        guard let classification = ToolUse.all.first(where: { $0.word == last }) else {
            throw Problem(text: "The last word says what they are: read, write, destructive or off.")
        }
        guard !words.isEmpty else { throw Problem(text: "Which tools? Patterns come first: get_* \(last).") }
        patterns = words.map { ToolPattern($0) }
        self.classification = classification
    }

    func matches(_ tool: ToolName) -> Bool { patterns.contains { $0.matches(tool) } }
}
