import Engine

/// The tools that one row offers.
struct ToolOffer {
    /// In the order of their source.
    let tools: [Tool]

    /// Fills the tools in use up with others that were sampled while the sample grew.
    init(_ sample: ExportableSample, upTo count: Int, order: SeededOrder) {
        let used = Set(sample.toolsInUse.map(\.name))
        let others = sample.pool
            .filter { !used.contains($0.name) && $0.inputSchema.firstUnloadableNumber == nil }.map(\.name)
        let ranks = Dictionary(uniqueKeysWithValues: others.map { ($0, order.rank(sample.id.key, $0.text)) })
        let ranked = others.sorted { ranks[$0, default: ""] < ranks[$1, default: ""] }
        let offered = used.union(ranked.prefix(max(0, count - used.count)))
        tools = sample.pool.filter { offered.contains($0.name) }
    }
}

extension SampleID {
    /// Names the sample among all runs.
    var key: String { "\(run.hash.hex)/\(self)" }
}

extension Tool {
    /// The tool as chat formats describe it.
    func function(named name: String) -> JSON {
        var parameters = inputSchema.object ?? ["type": "object", "properties": [:]]
        parameters.remove("$schema")
        return [
            "type": "function",
            "function": [
                "name": .string(name), "description": .string(description), "parameters": .object(parameters),
            ],
        ]
    }
}
