import Engine

/// The form of a judge's answer, and how it is read.
protocol JudgingForm: Sendable {
    associatedtype Verdict

    /// What endpoints are told to enforce.
    var answerForm: ModelRequest.AnswerForm { get }
    /// The form as the model is told of it.
    var told: String { get }

    /// Holds an answer against the form.
    func read(_ answer: JSON) throws(FormObjection) -> Verdict
}

/// Why an answer does not have its form; the sentence goes back to the model.
struct FormObjection: Error, Hashable {
    let problem: String

    init(_ problem: String) {
        self.problem = problem
    }
}

/// Requests with their scores.
struct QualityForm: JudgingForm {
    /// The most of a text that is kept, in Unicode scalars.
    static let textLimit = 500

    var answerForm: ModelRequest.AnswerForm {
        let request = JSON.form([
            ("request", ["type": "string"]), ("reason", ["type": "string"]), ("score", ["type": "integer"]),
        ])
        return .init(name: "quality", schema: .form([("requests", ["type": "array", "items": request])]))
    }

    let told = #"{"requests": [{"request": text, "reason": text, "score": 0 to 100}, ...]}"#

    func read(_ answer: JSON) throws(FormObjection) -> QualityVerdict {
        guard let items = answer["requests"]?.array else { throw FormObjection(#"There is no list "requests"."#) }
        guard !items.isEmpty else {
            throw FormObjection("The list of requests is empty. Every query has at least one.")
        }
        var requests: [QualityVerdict.Request] = []
        for (index, item) in items.enumerated() {
            do throws(FormObjection) { requests.append(try request(item)) } catch {
                throw FormObjection("Request \(index + 1): \(error.problem)")
            }
        }
        return QualityVerdict(requests)
    }

    private func request(_ item: JSON) throws(FormObjection) -> QualityVerdict.Request {
        guard let words = item["request"]?.string, !words.saysNothing else {
            throw FormObjection(#"It has no text "request"."#)
        }
        guard let score = item["score"]?.double else { throw FormObjection(#"It has no number "score"."#) }
        guard (0...100).contains(score) else { throw FormObjection("The score \(score) is not from 0 to 100.") }
        return QualityVerdict.Request(
            request: words.head(Self.textLimit), score: score,
            reason: (item["reason"]?.string ?? "").head(Self.textLimit))
    }
}

/// One of a few verdicts, with its reason.
struct VerdictForm<Verdict: RawRepresentable<String> & CaseIterable & Hashable & Codable & Sendable>: JudgingForm {
    /// What endpoints know the form by.
    let name: String

    private var words: [String] { Verdict.allCases.map(\.rawValue) }

    var answerForm: ModelRequest.AnswerForm {
        let verdicts = words.map(JSON.string)
        return .init(
            name: name,
            schema: .form([("reason", ["type": "string"]), ("verdict", ["type": "string", "enum": .array(verdicts)])]))
    }

    var told: String {
        #"{"reason": text, "verdict": \#(words.map { #""\#($0)""# }.joined(separator: " or "))}"#
    }

    func read(_ answer: JSON) throws(FormObjection) -> Ruling<Verdict> {
        guard let word = answer["verdict"]?.string else { throw FormObjection(#"There is no text "verdict"."#) }
        guard let verdict = Verdict(rawValue: word.lowercased()) else {
            let said = JSON.string(word.head(80)).compactText
            throw FormObjection("The verdict \(said) is none of \(words.joined(separator: ", ")).")
        }
        return Ruling(verdict, reason: (answer["reason"]?.string ?? "").head(QualityForm.textLimit))
    }
}

extension JSON {
    /// The schema of an object with exactly these members.
    fileprivate static func form(_ members: [(String, JSON)]) -> JSON {
        [
            "type": "object",
            "properties": .object(Object(members.map { .init(key: $0.0, value: $0.1) })),
            "required": .array(members.map { .string($0.0) }), "additionalProperties": false,
        ]
    }
}
