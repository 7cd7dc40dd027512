/// How people talk about a tool: optional phrases and meanings, read by the offline planner and by provenance.
///
/// Phrases are templates of slots, written in braces:
/// - `{city}` is the argument `city`, said as ``sayings`` has it; `{out.sunset}` is a value of the output, and
///   `{out.days[].name}` all of them; `{guess}` is the number that a ``Doubt`` claims.
/// - `{@latitude}` names the thing the argument came from (the city whose latitude it is): the ``subject`` of the step
///   that fed it at its first mention in a text and its ``again`` afterwards, or the value itself.
/// - A filter may follow: `|in` is "in Oslo" at first and "there" later, `|on` is "on 17 May 2027" and "that day" later;
///   `|date` "17 May 2027", `|day` "17 May", `|time` "22:07", `|list` "a, b and c", `|count` how many, `|number` with
///   thousands marks, `|the` a name with its article where it has one ("the Netherlands"), `|a` "a novel" or "an epic",
///   `|n day` "1 day" or "5 days", `|n country/countries` where the plural is irregular.
/// - A part in `[brackets]` is left out when a slot in it has no value or an empty one. `[none out.items: text]`,
///   `[one out.items: text]` and `[many out.items: text]` are said when there are none, one or more than one,
///   `[yes out.open: text]` and `[no out.open: text]` when a value is true or false.
package struct Wording: Hashable, Codable, Sendable {
    /// What a tool is for in a conversation.
    package enum Part: String, Codable, Sendable {
        /// Its result is what somebody wants to know.
        case answer
        /// Somebody may want to know its result, or just name it on the way to something else: the sunset on Easter
        /// Sunday 2029.
        ///
        /// Its ``Wording/subject`` says every value that it was given.
        case waypoint
        /// It finds something that other tools work on; nobody asks for its result alone.
        case lookup
    }

    /// Something people believe about a number of the output, and ask to have confirmed.
    package struct Doubt: Hashable, Codable, Sendable {
        /// The path of the number.
        package var number: String
        /// Ways to ask whether it is less than `{guess}`: a round number near the true one.
        package var asks: [String]
        /// What is answered when it is.
        package var confirmed: [String]
        /// What is answered when it is not.
        package var refuted: [String]

        package init(about number: String, asks: [String], confirmed: [String], refuted: [String]) {
            self.number = number
            self.asks = asks
            self.confirmed = confirmed
            self.refuted = refuted
        }
    }

    package var part: Part
    /// The occasions on which somebody asks for it; empty suits every occasion.
    ///
    /// Tools without a common occasion do not meet in one question.
    package var occasions: [String]
    /// What an argument means, by argument name: `latitude` → `place.latitude`.
    ///
    /// Equal meanings feed each other. Meanings that begin with `place.`, `country.` or `airport.` are places.
    package var inputMeanings: [String: String]
    /// What an output value means, by its path (`days[].max` stands for every item of `days`).
    package var outputMeanings: [String: String]
    /// Values a person would use, by argument name, written as JSON.
    package var values: [String: [JSON]]
    /// How a person says a value, by argument name and value: `unit` → (`mi` → `miles`).
    package var sayings: [String: [String: String]]
    /// A name for what the output is about: `Easter Sunday {year}`.
    package var subject: String?
    /// A shorter name for it, once it has been named: `that day`.
    package var again: String?
    /// What `|in` says before the subject: `at` a tower, `on` a mountain; `in` where nothing is given.
    package var preposition: String?
    /// Reasons for asking, said before the question.
    package var openings: [String]
    /// Ways to ask.
    ///
    /// Without one the description is used.
    package var asks: [String]
    /// Ways to tell the result.
    package var answers: [String]
    package var doubts: [Doubt]

    package init(
        part: Part = .answer, occasions: [String] = [], inputMeanings: [String: String] = [:],
        outputMeanings: [String: String] = [:], values: [String: [JSON]] = [:],
        sayings: [String: [String: String]] = [:], subject: String? = nil, again: String? = nil,
        preposition: String? = nil, openings: [String] = [], asks: [String] = [], answers: [String] = [],
        doubts: [Doubt] = []
    ) {
        self.part = part
        self.occasions = occasions
        self.inputMeanings = inputMeanings
        self.outputMeanings = outputMeanings
        self.values = values
        self.sayings = sayings
        self.subject = subject
        self.again = again
        self.preposition = preposition
        self.openings = openings
        self.asks = asks
        self.answers = answers
        self.doubts = doubts
    }
}

extension Wording {
    /// Reads a wording; what is left out has its default, so that tools stored by an earlier version can be read.
    package init(from decoder: any Decoder) throws {
        let stored = try decoder.container(keyedBy: CodingKeys.self)
        self.init()
        part = try stored.decodeIfPresent(Part.self, forKey: .part) ?? part
        occasions = try stored.decodeIfPresent([String].self, forKey: .occasions) ?? []
        inputMeanings = try stored.decodeIfPresent([String: String].self, forKey: .inputMeanings) ?? [:]
        outputMeanings = try stored.decodeIfPresent([String: String].self, forKey: .outputMeanings) ?? [:]
        values = try stored.decodeIfPresent([String: [JSON]].self, forKey: .values) ?? [:]
        sayings = try stored.decodeIfPresent([String: [String: String]].self, forKey: .sayings) ?? [:]
        subject = try stored.decodeIfPresent(String.self, forKey: .subject)
        again = try stored.decodeIfPresent(String.self, forKey: .again)
        preposition = try stored.decodeIfPresent(String.self, forKey: .preposition)
        openings = try stored.decodeIfPresent([String].self, forKey: .openings) ?? []
        asks = try stored.decodeIfPresent([String].self, forKey: .asks) ?? []
        answers = try stored.decodeIfPresent([String].self, forKey: .answers) ?? []
        doubts = try stored.decodeIfPresent([Doubt].self, forKey: .doubts) ?? []
    }
}
