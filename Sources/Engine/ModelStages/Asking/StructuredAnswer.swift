extension Voice {
    /// Asks for an answer in a form, and asks again with the problem when it cannot be used, at most twice.
    ///
    /// - Throws: ``StageFailure`` when there is no usable answer, or it was refused or filtered; what
    ///   ``ModelAccess/ask(_:of:repair:)`` throws.
    func answer<F: Form>(
        to messages: [ModelMessage], as form: F, through models: ModelAccess, random: SeededGenerator
    ) async throws -> F.Value {
        var request = request(messages, random: random)
        request.answer = form.answerForm
        var fallback: F.Value?
        var problem = ""
        for repair in 0...Self.repairs {
            do {
                let completion = try await ask(request, through: models, repair: repair)
                try completion.mustNotBeWithheld()
                switch Self.reading(completion, as: form, limit: maxTokens) {
                case .usable(let value): return value
                case .poor(let value, _) where fallback != nil: return value
                case .poor(let value, let why):
                    fallback = value
                    problem = why
                case .unusable(let why): problem = why
                }
                request.messages += sentBack(completion, problem: problem, form: form.words)
            } catch let failure as StageFailure {
                guard let fallback else { throw failure }
                return fallback
            }
        }
        if let fallback { return fallback }
        throw StageFailure("No usable answer after \(Self.repairs + 1) questions: \(problem.cut(to: 600))")
    }

    /// Reads an answer; one that was cut off may be whole all the same.
    private static func reading<F: Form>(_ completion: Completion, as form: F, limit: Int) -> FormReading<F.Value> {
        let reading = reading(completion, as: form)
        guard case .unusable = reading, case .length = completion.ending else { return reading }
        return .unusable(
            problem: "The answer was cut off at the limit of \(limit) tokens. Say less: fewer items, shorter texts.")
    }

    private static func reading<F: Form>(_ completion: Completion, as form: F) -> FormReading<F.Value> {
        guard let text = completion.answer else {
            return .unusable(
                problem: completion.text.withoutOuterSpace.isEmpty
                    ? "The answer was empty." : "The answer has no JSON in it.")
        }
        do throws(JSON.ParseError) {
            let answer = try JSON(parsing: text)
            if let key = answer.repeatedKey {
                return .unusable(problem: "The key \(JSON.string(key.cut(to: 80)).compactText) is given twice.")
            }
            return form.read(answer)
        } catch {
            return .unusable(problem: "It is not valid JSON. \(error)")
        }
    }
}
