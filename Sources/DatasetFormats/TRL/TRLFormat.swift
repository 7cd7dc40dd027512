import Engine
import Review

/// Chat rows with tools, as a folder that `load_dataset` reads: `README.md`, `data/train.jsonl`, `data/test.jsonl`.
///
/// Arguments are objects, dependent calls successive turns, independent ones parallel calls of one turn. Without a row
/// to test on there is no test file.
package struct TRLFormat: ExportFormat {
    package let name = "trl"

    package init() {}

    package func files(for samples: [ReviewedSample], options: ExportOptions) throws(ExportError) -> Export {
        try options.check()
        let sorting = SampleSorting(samples, objection: Self.objection)
        try sorting.requireSome(for: name)
        let order = SeededOrder(seed: options.seed)
        let offers = Dictionary(
            uniqueKeysWithValues: sorting.ready.map { ($0.id, ToolOffer($0, upTo: options.candidates, order: order)) })
        let names = PortableNames(Set(offers.values.lazy.flatMap(\.tools).map(\.name)))
        let split = TrainTestSplit(sorting.ready, share: options.split, order: order)
        let parts = [("data/train.jsonl", split.train), ("data/test.jsonl", split.test)].filter { !$0.1.isEmpty }
        let card = DatasetCard(options: options, train: split.train.count, test: split.test.count)
        return Export(
            format: name, options: options,
            files: [ExportedFile(path: "README.md", text: card.text, rows: 0)]
                + parts.map { path, samples in
                    let lines = samples.map { Self.line($0, offers[$0.id]?.tools ?? [], options, names) }
                    return ExportedFile(path: path, text: lines.joined(), rows: lines.count)
                },
            rows: parts.flatMap { path, samples in
                samples.enumerated().map { ExportedRow($1, file: path, line: $0 + 1) }
            },
            skipped: sorting.skipped, names: names, manifestPath: "manifest.json")
    }

    private static func objection(to sample: ExportableSample) -> SkipReason? {
        let values = sample.workflow.steps.map(\.call.arguments) + sample.toolsInUse.map(\.inputSchema)
        return values.lazy.compactMap(\.firstUnloadableNumber).first.map { .unloadableNumber($0.text) }
    }

    private static func line(
        _ sample: ExportableSample, _ tools: [Tool], _ options: ExportOptions, _ names: PortableNames
    ) -> String {
        let row: JSON = [
            "messages": .array(Conversation(sample, systemPrompt: options.systemPrompt, names: names).messages),
            "tools": .array(tools.map { $0.function(named: names[$0.name]) }),
        ]
        return row.compactText + "\n"
    }
}
