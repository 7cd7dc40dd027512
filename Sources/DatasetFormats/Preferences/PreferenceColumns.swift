import Engine
import Review

/// The columns that rows of preferences share, for one sample.
struct PreferenceColumns {
    let row: ExportRow
    /// Every tool of the run, in the order of their source.
    let library: [Tool]
    let plan: ExportPlan

    func prompt(_ history: [[ExportStep]]) -> JSON {
        .array(Array(messages(conversation(history)).dropLast()))
    }

    /// The message of a continuation; its calls are numbered on from those of the prompt.
    func completion(_ continuation: Continuation, after history: [[ExportStep]]) -> JSON {
        let messages = messages(whole(continuation, after: history))
        switch continuation {
        case .answer: return .array(messages.suffix(1))
        case .calls(let calls): return .array(Array(messages.dropLast(calls.count + 1).suffix(1)))
        }
    }

    /// The prompt with a continuation, as one row.
    func whole(_ continuation: Continuation, after history: [[ExportStep]]) -> ExportRow {
        switch continuation {
        case .answer(let text): conversation(history, response: text)
        case .calls(let calls): conversation(history + [calls.map { ExportStep($0.notYetMade) }])
        }
    }

    /// What the row offers, and what a call beside its own needs.
    func tools(for calls: [ToolCall]) -> [Tool] {
        let offered = Set(row.tools.map(\.name))
        let names = offered.union(calls.map(\.tool))
        return names == offered ? row.tools : library.filter { names.contains($0.name) }
    }

    func json(_ tools: [Tool]) -> JSON {
        .array(tools.map { $0.function(named: plan.names[$0.name]) })
    }

    private func conversation(_ turns: [[ExportStep]], response: String = "") -> ExportRow {
        ExportRow(kind: row.kind, query: row.query, turns: turns, response: response, tools: row.tools)
    }

    private func messages(_ row: ExportRow) -> [JSON] {
        Conversation(row, systemPrompt: plan.options.systemPrompt, names: plan.names).messages
    }
}

extension ToolCall {
    /// A step for a call whose result nobody is shown.
    fileprivate var notYetMade: Step {
        Step(
            number: 0, call: self, output: RecordedOutput(""), origin: .live, iteration: 0, proposal: Proposal.ID(0))
    }
}
