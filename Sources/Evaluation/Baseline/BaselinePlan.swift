import Engine

/// What a query-first baseline does: everything that decides what is asked, and not how many samples there are.
package struct BaselinePlan: Hashable, Sendable {
    package let method: BaselineSample.Method
    /// From how many groups of tools a set is drawn.
    package let scope: APISet.Scope
    package let seed: UInt64
    package let search: SearchPlan
    /// The most tokens of an answer, reasoning included, in writing instructions and in searching alike.
    package let answerTokens: Int
    /// Nil leaves it to the endpoint.
    package let temperature: Double?

    package init(
        method: BaselineSample.Method, scope: APISet.Scope = .multi, seed: UInt64, answerTokens: Int = 4_096,
        temperature: Double? = nil
    ) {
        self.method = method
        self.scope = scope
        self.seed = seed
        self.answerTokens = answerTokens
        self.temperature = temperature
        var search: SearchPlan =
            switch method {
            case .dfs: .depthFirst
            case .react: .react
            }
        search.answerTokens = answerTokens
        search.temperature = temperature
        self.search = search
    }

    /// The plan as a dataset keeps it: with the model and the tools, without their keys and without the count.
    ///
    /// `model` names it where an equal name must mean equal answers, as ``ModelIdentity`` does.
    package func json(model: String, library: [Tool]) -> JSON {
        [
            "method": .string(method.rawValue), "instructions": .string(scope.rawValue),
            "seed": .string(String(seed)), "model": .string(model), "tools": .string(library.contentHash().hex),
            "answerTokens": .number(JSON.Number(answerTokens)),
            "temperature": temperature.map(JSON.init(floatLiteral:)) ?? .null, "search": search.json,
            "prompts": .string(
                ContentHash(of: "\(InstructionWriter.contentHash)\n\(Search.promptHash)").hex),
        ]
    }

    /// Which study it is: the same plan with the same model and tools goes on with the same one.
    package func id(model: String, library: [Tool]) -> RunID {
        RunID(ContentHash(of: "baseline\n" + json(model: model, library: library).canonicalText))
    }
}

extension SearchPlan {
    fileprivate var json: JSON {
        let numbers = [
            ("width", width), ("depthLimit", depthLimit), ("queryLimit", queryLimit),
            ("observationLimit", observationLimit), ("backAfterAnswer", backAfterAnswer),
            ("backAfterGivingUp", backAfterGivingUp),
        ]
        return .object(JSON.Object(numbers.map { .init(key: $0.0, value: .number(JSON.Number($0.1))) }))
    }
}
