import Engine

/// Pairs of a chosen and a rejected continuation, as TRL's `DPOTrainer` reads them, in the folder layout of `trl`.
///
/// `source` says what makes the chosen one better; pairs of weak sources are written only where they are asked for.
struct DPOFormat: ExportFormat {
    func objection(to sample: ExportableSample) -> SkipReason? { sample.unloadable }

    func canOffer(_ tool: Tool) -> Bool { tool.keepsItsNumbers }

    func lines(for material: ExportMaterial, in plan: ExportPlan) throws(SkipReason) -> FormatLines {
        let preferences = material.preferences(plan.options.weakPairs)
        guard let row = material.conversation, !preferences.pairs.isEmpty else {
            throw preferences.obstacles.first.map(SkipReason.unpaired) ?? .nothingPreferred
        }
        let columns = PreferenceColumns(row: row, library: material.reviewed.library, plan: plan)
        var lines = PreferenceLines(for: material, without: preferences.obstacles)
        for preference in preferences.pairs {
            let tools = columns.tools(for: preference.rejected.calls)
            let json: JSON = [
                "prompt": columns.prompt(preference.history),
                "chosen": columns.completion(preference.chosen, after: preference.history),
                "rejected": columns.completion(preference.rejected, after: preference.history),
                "tools": columns.json(tools),
                "source": .string(preference.source.rawValue),
            ]
            let continuations = [preference.chosen, preference.rejected].map {
                columns.whole($0, after: preference.history)
            }
            lines.add(json, source: preference.source.rawValue, of: continuations, offering: tools)
        }
        return try lines.written()
    }

    func descriptions(of totals: ExportTotals, in plan: ExportPlan) -> [ExportedFile] {
        let card = DatasetCard(
            options: plan.options, totals: totals, tags: "tool-use, function-calling, preference, synthetic",
            columns: [
                "prompt": .messages, "chosen": .messages, "rejected": .messages, "tools": .messages, "source": .text,
            ],
            words: """
                Pairs of ways to go on with a conversation, one of which turned out better when the tools were really
                called or when a person reviewed what came of it.

                - `prompt`: the query, and what was called before with its results
                - `chosen`, `rejected`: what the assistant says next: calls, or the response
                - `source`: what makes the chosen one better
                - `tools`: what the assistant was offered, as JSON Schema

                No tool result is part of what is judged.
                """)
        return [card.file]
    }
}
