import Engine

/// Single continuations, each good or bad, as TRL's `KTOTrainer` reads them, in the folder layout of `trl`.
///
/// Good are the turns of accepted samples and what was chosen; bad is what was rejected for it, and what a reviewer
/// rejected a sample for by a reason at a step, an argument or the response. `source` says which.
struct KTOFormat: ExportFormat {
    func objection(to sample: ExportableSample) -> SkipReason? { sample.unloadable }

    func canOffer(_ tool: Tool) -> Bool { tool.keepsItsNumbers }

    func lines(for material: ExportMaterial, in plan: ExportPlan) throws(SkipReason) -> FormatLines {
        let preferences = material.preferences(plan.options.weakPairs)
        let labels = material.labels(of: preferences.pairs)
        guard let row = material.conversation, !labels.isEmpty else { throw .nothingLabelled }
        let columns = PreferenceColumns(row: row, library: material.reviewed.library, plan: plan)
        var seen: Set<[JSON]> = []
        var lines = PreferenceLines(for: material, without: preferences.obstacles)
        for label in labels {
            let prompt = columns.prompt(label.history)
            let completion = columns.completion(label.continuation, after: label.history)
            guard seen.insert([prompt, completion]).inserted else { continue }
            let tools = columns.tools(for: label.continuation.calls)
            let json: JSON = [
                "prompt": prompt, "completion": completion, "label": .bool(label.verdict == .good),
                "tools": columns.json(tools), "source": .string(label.source),
            ]
            let whole = columns.whole(label.continuation, after: label.history)
            lines.add(json, source: label.source, of: [whole], offering: tools)
        }
        return try lines.written()
    }

    func descriptions(of totals: ExportTotals, in plan: ExportPlan) -> [ExportedFile] {
        let card = DatasetCard(
            options: plan.options, totals: totals, tags: "tool-use, function-calling, preference, synthetic",
            columns: [
                "prompt": .messages, "completion": .messages, "label": .flag, "tools": .messages, "source": .text,
            ],
            words: """
                Ways to go on with a conversation, each good or bad as it turned out when the tools were really called
                or when a person reviewed what came of it.

                - `prompt`: the query, and what was called before with its results
                - `completion`: what the assistant says next: calls, or the response
                - `label`: whether it is good
                - `source`: what says so
                - `tools`: what the assistant was offered, as JSON Schema

                No tool result is part of what is judged.
                """)
        return [card.file]
    }
}
