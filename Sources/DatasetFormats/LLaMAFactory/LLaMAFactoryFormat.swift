import Engine

/// ShareGPT rows as LLaMA-Factory reads them: `train.jsonl`, `test.jsonl` where the split leaves rows for it, and
/// `dataset_info.json`.
///
/// Every turn with calls has one observation. Schemas that LLaMA-Factory cannot show are written in another way that
/// means the same; see ``LLaMAFactoryTool``.
struct LLaMAFactoryFormat: ExportFormat {
    func objection(to sample: ExportableSample) -> SkipReason? { sample.unreadableAsText }

    func lines(for material: ExportMaterial, in plan: ExportPlan) -> FormatLines {
        FormatLines(
            material.rows.map { row in
                let json = LLaMAFactoryRow(row, systemPrompt: plan.options.systemPrompt, names: plan.names).json
                return ExportedLine(LLaMAFactoryDatasets.file(of: material.part), json.compactText, of: row)
            })
    }

    func descriptions(of totals: ExportTotals, in plan: ExportPlan) -> [ExportedFile] {
        let parts = ExportPart.allCases.filter { totals.rows[$0, default: 0] > 0 }
        let datasets = LLaMAFactoryDatasets(named: plan.options.datasetName, parts: parts)
        return [ExportedFile(path: "dataset_info.json", text: datasets.json.prettyText + "\n", rows: 0)]
    }
}
