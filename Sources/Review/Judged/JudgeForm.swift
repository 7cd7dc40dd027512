import Engine

/// The form of a judge's answer: one object for each check, narrowed to what the sample has.
struct JudgeForm: Sendable {
    private let subject: JudgedSubject

    init(_ subject: JudgedSubject) {
        self.subject = subject
    }

    /// What endpoints are told to enforce.
    var schema: JSON {
        Self.object(
            JudgedCheck.allCases.map { check in
                let verdict = Self.object([
                    ("verdict", Self.oneOf(Judgement.Ruling.words)), ("target", Self.oneOf(targets(of: check))),
                    ("evidence", ["type": "string"]),
                ])
                return (check.name, verdict)
            })
    }

    /// The form as the model is told of it.
    var words: String {
        let verdicts = Self.choice(Judgement.Ruling.words)
        let members = JudgedCheck.allCases.map { check in
            #""\#(check.name)": {"verdict": \#(verdicts), "target": \#(Self.choice(targets(of: check))), "#
                + #""evidence": text}"#
        }
        return "{" + members.joined(separator: ",\n ") + "}"
    }

    /// What an answer turned out to be.
    enum Reading: Hashable {
        case usable(Judgement)
        /// The sentence goes back to the model.
        case unusable(problem: String)
    }

    /// Holds an answer against the form and against what exists.
    func read(_ answer: JSON) -> Reading {
        guard let object = answer.object else { return .unusable(problem: "The answer is no JSON object.") }
        if let key = object.duplicateKeys.first {
            return .unusable(problem: "The key \(Self.quoted(key)) is given twice.")
        }
        var verdicts: [Judgement.Verdict] = []
        for check in JudgedCheck.allCases {
            do throws(Objection) {
                let ruling = try ruling(in: object[check.name], of: check)
                verdicts.append(Judgement.Verdict(check, version: check.version, ruling))
            } catch {
                return .unusable(problem: "\(check.name): \(error.text)")
            }
        }
        return .usable(Judgement(verdicts))
    }

    private struct Objection: Error {
        let text: String
    }

    private func ruling(in member: JSON?, of check: JudgedCheck) throws(Objection) -> Judgement.Ruling {
        guard let object = member?.object else { throw Objection(text: "There is no object of that name.") }
        guard object.duplicateKeys.isEmpty else { throw Objection(text: "A key is given twice.") }
        let said = object["verdict"]?.string ?? ""
        guard let word = Judgement.Ruling.words.first(where: { $0 == said.plainWord }) else {
            throw Objection(
                text: "The verdict \(Self.quoted(said)) is none of \(Self.choice(Judgement.Ruling.words)).")
        }
        if word == "ok" { return .fine }
        let target = try target(object["target"]?.string ?? "", of: check)
        let evidence = object["evidence"]?.string ?? ""
        guard !evidence.isBlank, let ruling = Judgement.Ruling(word, at: target, evidence: evidence.cutToEvidence)
        else { throw Objection(text: "There is no evidence. Quote the words that show the fault.") }
        return ruling
    }

    private func target(_ said: String, of check: JudgedCheck) throws(Objection) -> Target {
        let targets = subject.targets(of: check)
        if let target = targets.first(where: { "\($0)" == said.plainWord }) { return target }
        throw Objection(
            text: "There is no target \(Self.quoted(said)); there is \(Self.choice(self.targets(of: check))).")
    }

    private func targets(of check: JudgedCheck) -> [String] { subject.targets(of: check).map(\.description) }
}

extension JudgeForm {
    private static func choice(_ words: [String]) -> String { words.map { "\"\($0)\"" }.joined(separator: " or ") }

    private static func quoted(_ text: String) -> String {
        JSON.string(String(String.UnicodeScalarView(text.unicodeScalars.prefix(80)))).compactText
    }

    private static func oneOf(_ words: [String]) -> JSON { ["type": "string", "enum": .array(words.map(JSON.string))] }

    /// An object with exactly these members.
    private static func object(_ members: [(String, JSON)]) -> JSON {
        [
            "type": "object",
            "properties": .object(JSON.Object(members.map { .init(key: $0.0, value: $0.1) })),
            "required": .array(members.map { .string($0.0) }), "additionalProperties": false,
        ]
    }
}

extension String {
    /// In lower case, without space around it.
    fileprivate var plainWord: String {
        let inner = lowercased().drop(while: \.isWhitespace)
        return String(inner.reversed().drop(while: \.isWhitespace).reversed())
    }

    /// What is cut off is marked.
    fileprivate var cutToEvidence: String {
        let limit = Judgement.evidenceLimit
        guard unicodeScalars.count > limit else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.prefix(limit - 1))) + "…"
    }
}
