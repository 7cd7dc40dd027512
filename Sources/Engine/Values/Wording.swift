/// How people talk about a tool: optional phrases and meanings, read by the offline planner and by provenance.
///
/// Phrases are templates of slots, written in braces:
/// - `{city}` is the argument `city`, said as ``sayings`` has it; `{out.sunset}` is a value of the output, and
///   `{out.days[].name}` all of them; `{@latitude}` names the thing the argument came from (the city whose latitude it
///   is): the ``subject`` of the step that fed it, or the value itself.
/// - A filter may follow: `|in` is "in Oslo" at its first mention in a query and "there" later, `|on` is
///   "on 17 May 2027" and "that day" later, `|it` is the name and "it" later; `|date` "17 May 2027", `|time` "22:07",
///   `|list` "a, b and c", `|count` how many, `|number` with thousands marks.
/// - A part in `[brackets]` is left out when a slot in it has no value or an empty one; `[!out.items: text]` is said
///   only when there are none.
package struct Wording: Hashable, Codable, Sendable {
    /// What a tool is for in a conversation.
    package enum Part: String, Codable, Sendable {
        /// Its result is what somebody wants to know.
        case answer
        /// It finds something that other tools work on; nobody asks for its result alone.
        case lookup
    }

    package var part: Part
    /// What an argument means, by argument name: `latitude` → `place.latitude`.
    ///
    /// Equal meanings feed each other.
    package var inputMeanings: [String: String]
    /// What an output value means, by its path (`days[].max` stands for every item of `days`).
    package var outputMeanings: [String: String]
    /// Values a person would use, by argument name, written as JSON.
    package var values: [String: [JSON]]
    /// How a person says a value, by argument name and value: `unit` → (`mi` → `miles`).
    package var sayings: [String: [String: String]]
    /// A name for what the output is about: `{out.name}`.
    package var subject: String?
    /// Reasons for asking, said before the question.
    package var openings: [String]
    /// Ways to ask.
    ///
    /// Without one the description is used.
    package var asks: [String]
    /// Ways to tell the result.
    package var answers: [String]

    package init(
        part: Part = .answer, inputMeanings: [String: String] = [:], outputMeanings: [String: String] = [:],
        values: [String: [JSON]] = [:], sayings: [String: [String: String]] = [:], subject: String? = nil,
        openings: [String] = [], asks: [String] = [], answers: [String] = []
    ) {
        self.part = part
        self.inputMeanings = inputMeanings
        self.outputMeanings = outputMeanings
        self.values = values
        self.sayings = sayings
        self.subject = subject
        self.openings = openings
        self.asks = asks
        self.answers = answers
    }
}
