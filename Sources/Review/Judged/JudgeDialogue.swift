import Engine

/// The conversation with a judge about one sample: the question, and what is asked again of an unusable answer.
package struct JudgeDialogue: Sendable {
    /// What to do after an answer.
    package enum Outcome: Hashable, Sendable {
        case judged(Judgement)
        /// Send ``request``, which says what is wrong.
        case asksAgain
        /// No verdict is to be had; the text says why.
        case gaveUp(String)
    }

    /// What is to be sent next.
    package private(set) var request: ModelRequest
    private let form: JudgeForm
    private let prompt: JudgePrompt
    private var repairs = 0

    /// Questions that may follow the first because its answer cannot be used.
    private static let mostRepairs = 2
    /// The most of an unusable answer that goes back to the model, in Unicode scalars.
    private static let saidLimit = 4_000

    /// Begins; `maxTokens` is the most of one answer, reasoning included.
    package init(about subject: JudgedSubject, with prompt: JudgePrompt = .embedded, model: String, maxTokens: Int) {
        form = JudgeForm(subject)
        self.prompt = prompt
        request = ModelRequest(
            model: model, messages: prompt.messages(about: subject, form: form.words),
            answer: ModelRequest.AnswerForm(name: "judgement", schema: form.schema), maxTokens: maxTokens)
    }

    /// Takes what the model answered to ``request``.
    package mutating func take(_ completion: Completion) -> Outcome {
        if let words = completion.ending.withheld { return .gaveUp(words) }
        let problem: String
        switch reading(of: completion) {
        case .usable(let judgement): return .judged(judgement)
        case .unusable(let words): problem = words
        }
        guard repairs < Self.mostRepairs else {
            return .gaveUp("No usable answer after \(repairs + 1) questions: \(problem)")
        }
        repairs += 1
        let said = String(
            String.UnicodeScalarView((completion.answer ?? completion.text).unicodeScalars.prefix(Self.saidLimit)))
        request.messages += [
            .assistant(said.isEmpty ? "(nothing)" : said), .user(prompt.objection(problem, form: form.words)),
        ]
        return .asksAgain
    }

    /// Reads an answer; one that was cut off may be whole all the same.
    private func reading(of completion: Completion) -> JudgeForm.Reading {
        let reading = completion.answer.map(read) ?? .unusable(problem: "The answer has no JSON in it.")
        guard case .unusable = reading, case .length = completion.ending else { return reading }
        return .unusable(
            problem: "The answer was cut off at the limit of \(request.maxTokens) tokens. Say less in the evidence.")
    }

    private func read(_ text: String) -> JudgeForm.Reading {
        do throws(JSON.ParseError) { return form.read(try JSON(parsing: text)) } catch {
            return .unusable(problem: "It is not valid JSON. \(error)")
        }
    }
}

extension Completion.Ending {
    /// Why there is no answer, where asking again would not help.
    fileprivate var withheld: String? {
        switch self {
        case .stopped, .calls, .length: nil
        case .refused(let words): "The model declined to judge: \(words.isEmpty ? "it gave no reason." : words)"
        case .filtered: "The endpoint's content filter withheld the answer."
        }
    }
}
