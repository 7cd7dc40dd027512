import Engine
import Review

/// The columns that rows of preferences share, for one sample.
struct PreferenceColumns {
    let row: ExportRow
    /// Every tool of the run, in the order of their source.
    let library: [Tool]
    let plan: ExportPlan

    func prompt(_ history: [[ExportStep]]) -> JSON {
        .array(Array(conversation(history).dropLast()))
    }

    /// The message of a continuation; its calls are numbered on from those of the prompt.
    func completion(_ continuation: Continuation, after history: [[ExportStep]]) -> JSON {
        switch continuation {
        case .answer(let text): return .array(conversation(history, response: text).suffix(1))
        case .calls(let calls):
            let turn = calls.map { ExportStep($0.notYetMade) }
            let messages = conversation(history + [turn]).dropLast(calls.count + 1)
            return .array(Array(messages.suffix(1)))
        }
    }

    /// What the row offers, and what a call beside its own needs.
    func tools(for calls: [ToolCall]) -> JSON {
        let offered = Set(row.tools.map(\.name))
        let names = offered.union(calls.map(\.tool))
        let tools = names == offered ? row.tools : library.filter { names.contains($0.name) }
        return .array(tools.map { $0.function(named: plan.names[$0.name]) })
    }

    private func conversation(_ turns: [[ExportStep]], response: String = "") -> [JSON] {
        Conversation(
            ExportRow(kind: row.kind, query: row.query, turns: turns, response: response, tools: row.tools),
            systemPrompt: plan.options.systemPrompt, names: plan.names
        ).messages
    }
}

extension ToolCall {
    /// A step for a call whose result nobody is shown.
    fileprivate var notYetMade: Step {
        Step(
            number: 0, call: self, output: RecordedOutput(""), origin: .live, iteration: 0, proposal: Proposal.ID(0))
    }
}
