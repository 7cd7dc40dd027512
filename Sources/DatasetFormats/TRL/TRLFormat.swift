import Engine

/// Chat rows with tools, as a folder that `load_dataset` reads: `README.md`, `data/train.jsonl`, `data/test.jsonl`.
///
/// Arguments are objects, dependent calls successive turns, independent ones parallel calls of one turn. Without a row
/// to test on there is no test file.
struct TRLFormat: ExportFormat {
    func objection(to sample: ExportableSample) -> SkipReason? { sample.unloadable }

    func canOffer(_ tool: Tool) -> Bool { tool.keepsItsNumbers }

    func lines(for material: ExportMaterial, in plan: ExportPlan) throws(SkipReason) -> FormatLines {
        var lines: [ExportedLine] = []
        for row in material.rows {
            let json: JSON = [
                "messages": .array(
                    Conversation(row, systemPrompt: plan.options.systemPrompt, names: plan.names).messages),
                "tools": .array(row.tools.map { $0.function(named: plan.names[$0.name]) }),
            ]
            lines.append(
                ExportedLine("data/\(material.part.rawValue).jsonl", try json.textForLoaders(), of: row))
        }
        return FormatLines(lines)
    }

    func descriptions(of totals: ExportTotals, in plan: ExportPlan) -> [ExportedFile] {
        [DatasetCard(options: plan.options, totals: totals).file]
    }
}

extension ExportableSample {
    /// A number that the `datasets` loader cannot hold.
    var unloadable: SkipReason? {
        let values = workflow.steps.map(\.call.arguments) + toolsInUse.map(\.inputSchema)
        return values.lazy.compactMap(\.firstUnloadableNumber).first.map { .unloadableNumber($0.text) }
    }
}
