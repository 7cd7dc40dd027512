import Engine

/// A model, asked a few small questions to find out what works.
struct ModelChecks: Sendable {
    /// How the model is spoken to, in words.
    struct Manner: Hashable, Sendable {
        let answers: String
        let calls: String
    }

    let model: any LanguageModel
    /// As the endpoint knows it.
    let name: String
    /// Nil where nobody knows.
    let price: Price?
    /// What the client has learned of the endpoint; asked once the answers are there.
    let manner: @Sendable () async -> Manner?
    /// The time since some moment.
    let elapsed: @Sendable () -> Duration

    private static let mostRequests = 12

    /// What it will do, said before it is done.
    static let announcement =
        "\(ModelQuestion.allCases.count) small questions, of at most \(ModelQuestion.tokens) tokens an answer; "
        + "\(mostRequests) requests at most, those to find out what the endpoint understands included"

    /// Asks, and says what works; an endpoint that gives no word is asked nothing else.
    func all() async -> [Diagnosis] {
        let interview = ModelInterview(model, name: name, most: Self.mostRequests, elapsed: elapsed)
        let word: ModelAnswer
        switch await interview.answer(to: .word) {
        case .success(let answer): word = answer
        case .failure(let error): return [check("reply", .fail, "\(error)")]
        }
        let form = await interview.answer(to: .form)
        let call = await interview.answer(to: .call)
        let manner = await manner()
        let answers = [.success(word), form, call].compactMap { try? $0.get() }
        return [
            reply(word), streaming(word), verdict("schema", form) { schema($0, manner) },
            verdict("tools", call) { tools($0, manner) }, usage(answers, requests: await interview.sent),
            cost(answers),
        ]
    }

    private func check(_ subject: String, _ verdict: Diagnosis.Verdict, _ text: String) -> Diagnosis {
        Diagnosis(.model, subject, verdict, text)
    }

    private func verdict(
        _ subject: String, _ answer: Result<ModelAnswer, any Error>, _ judge: (Completion) -> Diagnosis
    ) -> Diagnosis {
        switch answer {
        case .success(let answer): judge(answer.completion)
        case .failure(let error): check(subject, .fail, "\(error)")
        }
    }

    private func reply(_ answer: ModelAnswer) -> Diagnosis {
        let time = "after \(answer.took.milliseconds) ms"
        let model = answer.completion.model == name ? "" : ", by \(answer.completion.model.prefix(200))"
        if answer.completion.text.isEmpty {
            return check("reply", .warn, "without a word, \(time)\(model): \(answer.completion.ending.explanation)")
        }
        return check("reply", .ok, "answered \(time)\(model)")
    }

    private func streaming(_ answer: ModelAnswer) -> Diagnosis {
        answer.pieces > 0
            ? check("streaming", .ok, "the answer came in pieces: \(answer.pieces)")
            : check("streaming", .warn, "the answer came at once, so it is not seen as it is written")
    }

    private func schema(_ completion: Completion, _ manner: Manner?) -> Diagnosis {
        let way = manner.map { ", asked for \($0.answers)" } ?? ""
        guard let text = completion.answer else {
            return check("schema", .warn, "no JSON in the answer\(way): \(completion.ending.explanation)")
        }
        if let objection = ModelQuestion.form.objection(to: text) {
            return check(
                "schema", .warn,
                "an answer that does not fit its schema\(way): \(objection) In a run the model is told, and asked again"
            )
        }
        return check("schema", .ok, "the answer fits its schema\(way)")
    }

    private func tools(_ completion: Completion, _ manner: Manner?) -> Diagnosis {
        let way = manner.map { ", offered \($0.calls)" } ?? ""
        guard let call = completion.calls.first else {
            return check("tools", .warn, "no call, though one was asked for\(way): \(completion.ending.explanation)")
        }
        guard call.name == ModelQuestion.tool else {
            return check("tools", .warn, "a call of \(call.name.prefix(200)), which was not offered\(way)")
        }
        if let objection = ModelQuestion.call.objection(to: call.arguments) {
            return check("tools", .warn, "a call whose arguments do not fit their schema\(way): \(objection)")
        }
        return check("tools", .ok, "the tool was called with arguments that fit\(way)")
    }

    private func usage(_ answers: [ModelAnswer], requests: Int) -> Diagnosis {
        let usages = answers.map(\.completion.usage)
        let (asked, said) = (usages.map(\.prompt).reduce(0, +), usages.map(\.completion).reduce(0, +))
        let sum = "\(requests) requests, \(asked) tokens asked and \(said) answered"
        guard usages.contains(where: \.isEstimated) else { return check("usage", .ok, sum) }
        return check("usage", .warn, "\(sum), by our estimate: the endpoint does not say, or says nothing credible")
    }

    private func cost(_ answers: [ModelAnswer]) -> Diagnosis {
        guard let price else {
            return check(
                "price", .warn,
                "unknown, so cost is shown as unknown and --max-cost is refused; add [prices.\"\(name)\"]")
        }
        let spent = answers.map { price.cost(of: $0.completion.usage) }.reduce(.zero, +)
        return check(
            "price", .ok, "\(price.input) asked and \(price.output) answered, a million tokens; these answers: \(spent)"
        )
    }
}

extension ModelQuestion {
    /// What is wrong with an answer's JSON; nil when it fits.
    fileprivate func objection(to text: String) -> String? {
        let answer: JSON
        do { answer = try JSON(parsing: text) } catch { return "It is not JSON: \(error)" }
        guard let schema, let rules = try? JSONSchema(schema) else { return nil }
        return rules.failures(of: answer).first.map { "\($0)" }
    }
}

extension Completion.Ending {
    /// As the end of a sentence about what is missing.
    fileprivate var explanation: String {
        switch self {
        case .stopped, .calls: "it ended all the same"
        case .length: "it was cut off at \(ModelQuestion.tokens) tokens, which is little for a model that reasons"
        case .filtered: "the endpoint's content filter took it"
        case .refused(let words): "it declined: \(words.prefix(200))"
        }
    }
}

extension Duration {
    fileprivate var milliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}
