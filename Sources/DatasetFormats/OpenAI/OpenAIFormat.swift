import Engine

/// Chat rows with tools as OpenAI's API has them: `train.jsonl`, and `test.jsonl` where the split leaves rows for it.
///
/// Arguments are JSON text, as on the wire; tools keep their schemas. Made for whatever reads rows of this shape.
struct OpenAIFormat: ExportFormat {
    func objection(to sample: ExportableSample) -> SkipReason? { sample.unreadableAsText }

    func lines(for material: ExportMaterial, in plan: ExportPlan) -> FormatLines {
        FormatLines(
            material.rows.map { row in
                ExportedLine("\(material.part.rawValue).jsonl", json(row, plan).compactText, of: row)
            })
    }

    /// The API refuses a word about parallel calls where there is no tool.
    private func json(_ row: ExportRow, _ plan: ExportPlan) -> JSON {
        let conversation = OpenAIConversation(row, systemPrompt: plan.options.systemPrompt, names: plan.names)
        var members: JSON.Object = ["messages": .array(conversation.messages)]
        guard !row.tools.isEmpty else { return .object(members) }
        members.set("tools", .array(row.tools.map { $0.function(named: plan.names[$0.name]) }))
        members.set("parallel_tool_calls", true)
        return .object(members)
    }
}
