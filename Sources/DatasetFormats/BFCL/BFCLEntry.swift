import Engine

/// A row as a question, and the answer to it: the calls of the first turn.
///
/// The later ones need what the first return, which nobody can know who sees the question alone.
struct BFCLEntry {
    let question: JSON
    /// Nil where nothing is to be called.
    let answer: JSON?

    /// - Throws: ``SkipReason`` when a call and its tool do not fit together.
    init(_ row: ExportRow, of sample: SampleID, number: Int, in plan: ExportPlan) throws(SkipReason) {
        let functions = BFCLFunctions(row, in: plan)
        let identifier = "\(Self.category(of: row))_\(Self.place(of: sample, number))"
        var question: JSON.Object = [
            "id": .string(identifier), "question": [.array(Self.messages(of: row, plan.options.systemPrompt))],
            "function": .array(functions.all.map(\.json)),
        ]
        if let originals = functions.originals { question.set("toolgrad_names", originals) }
        self.question = .object(question)
        let calls = try functions.answers(to: row.firstCalls)
        answer = calls.isEmpty ? nil : ["id": .string(identifier), "ground_truth": .array(calls)]
    }

    private static func messages(of row: ExportRow, _ systemPrompt: String?) -> [JSON] {
        let system: [JSON] = systemPrompt.map { [["role": "system", "content": .string($0)]] } ?? []
        return system + [["role": "user", "content": .string(row.query)]]
    }

    /// The checker judges by it, and reads it from the id up to the last `_`.
    private static func category(of row: ExportRow) -> String {
        switch (row.firstCalls.count, row.tools.count) {
        case (0, _): "irrelevance"
        case (1, 1): "simple_python"
        case (1, _): "multiple"
        case (_, 1): "parallel"
        case (_, _): "parallel_multiple"
        }
    }

    /// A number to sort by and two more words, as in the leaderboard's own ids.
    private static func place(of sample: SampleID, _ number: Int) -> String {
        "\(sample.index)-\(sample.run.hash.hex.prefix(12))-\(number)" + sample.branch.map { "b\($0)" }.joined()
    }
}

extension ExportRow {
    /// What can be called by who knows the query alone.
    fileprivate var firstCalls: [Step] { turns.first?.map(\.step) ?? [] }
}

/// The functions of one row.
private struct BFCLFunctions {
    let all: [BFCLFunction]
    private let tools: [Tool]

    init(_ row: ExportRow, in plan: ExportPlan) {
        let names = PythonNames(row.tools.map { plan.names[$0.name] })
        let calls = row.firstCalls.map(\.call)
        tools = row.tools
        all = row.tools.map { BFCLFunction($0, named: names[plan.names[$0.name]], for: calls) }
    }

    func answers(to steps: [Step]) throws(SkipReason) -> [JSON] {
        var answers: [JSON] = []
        for step in steps {
            guard let place = tools.firstIndex(where: { $0.name == step.call.tool }) else {
                throw .unknownTool(step.call.tool)
            }
            answers.append(try all[place].answer(to: step))
        }
        return answers
    }

    /// What is really called otherwise; nil where nothing is.
    var originals: JSON? {
        let functions = zip(all, tools).filter { $0.name != $1.name.text }
            .map { JSON.Object.Member(key: $0.name, value: .string($1.name.text)) }
        let parameters = all.compactMap { function in
            function.originals.map { JSON.Object.Member(key: function.name, value: $0) }
        }
        guard !(functions.isEmpty && parameters.isEmpty) else { return nil }
        return ["functions": .object(JSON.Object(functions)), "parameters": .object(JSON.Object(parameters))]
    }
}
