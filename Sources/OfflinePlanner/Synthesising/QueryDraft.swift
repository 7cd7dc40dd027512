import Engine

/// A query on the way: its sentences, and what they have named.
struct QueryDraft {
    private(set) var sentences: [String] = []
    var mentions = Mentions()
    private var lastIsQuestion = false
    private var hasAside = false
    private var templates: Set<String> = []

    /// Longer questions are not joined.
    private static let longestJoined = 150

    /// The ways of asking in random order, those that the query has used already last.
    func order(_ asks: [String], random: inout SeededGenerator) -> [String] {
        let shuffled = asks.shuffled(using: &random)
        return shuffled.filter { !templates.contains($0) } + shuffled.filter(templates.contains)
    }

    mutating func use(_ template: String) { templates.insert(template) }

    /// Adds a reason for asking, once.
    mutating func add(opening: String, _ isAside: Bool, random: inout SeededGenerator) {
        guard !sentences.contains(opening) else { return }
        let leads = [
            "One more thing.", "Something else.", "And then there is this.", "While I am here, one more thing.",
        ]
        if isAside, !hasAside, let lead = leads.randomElement(using: &random) {
            sentences.append(lead)
            hasAside = true
        }
        sentences.append(opening)
        lastIsQuestion = false
    }

    /// Adds a question: joined to the one before it, led in by an "and", or as a sentence of its own.
    mutating func add(question: String, _ isJoined: Bool = false, _ hasLead: Bool = false) {
        let mayFollow = lastIsQuestion && question.beginsWithQuestionWord
        let length = (sentences.last ?? "").count + question.count
        if isJoined, mayFollow, let last = sentences.last, last.isSingle, question.isSingle, length < Self.longestJoined
        {
            sentences[sentences.count - 1] = last.dropLast() + ", and " + question.uncapitalised
        } else {
            sentences.append(hasLead && mayFollow ? "And " + question.uncapitalised : question)
        }
        lastIsQuestion = true
    }
}

extension String {
    /// A single question can go on with another.
    fileprivate var isSingle: Bool {
        hasSuffix("?") && beginsWithQuestionWord && !contains(" and ") && !contains(". ")
    }
}
