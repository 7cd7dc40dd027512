import Engine

/// ShareGPT rows with calls as `<tool_call>` text, as NousResearch's function-calling data has them: `train.jsonl`,
/// and `test.jsonl` where the split leaves rows for it.
///
/// The tools stand in the system prompt, after the one that was asked for, and in a column of their own.
struct HermesFormat: ExportFormat {
    func objection(to sample: ExportableSample) -> SkipReason? {
        sample.unreadableAsText ?? Self.objection(to: sample.response)
    }

    func lines(for material: ExportMaterial, in plan: ExportPlan) throws(SkipReason) -> FormatLines {
        for row in material.rows { if let reason = Self.objection(to: row.response) { throw reason } }
        return FormatLines(
            material.rows.enumerated().map { place, row in
                let id = material.sample.id.key + (place == 0 ? "" : "#\(place + 1)")
                let json = HermesRow(row, id: id, systemPrompt: plan.options.systemPrompt, names: plan.names).json
                return ExportedLine("\(material.part.rawValue).jsonl", json.compactText, of: row)
            })
    }

    /// A response is written as it is, so what looks like a call in it would be read as one.
    private static func objection(to response: String) -> SkipReason? {
        ["<tool_call>", "</tool_call>"].first { response.contains($0) }.map { .tagInResponse($0) }
    }
}
