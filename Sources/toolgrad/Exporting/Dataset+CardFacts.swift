import DatasetFormats
import DatasetStore
import Engine
import Review

extension Dataset {
    /// What a card may say of the dataset: its runs, their tools, and how it was reviewed.
    func cardFacts(filter: String) async throws -> CardFacts {
        var facts = CardFacts()
        for run in try await runs() { facts.runs.append(CardFacts.Run(run, try await totals(of: run.id))) }
        facts.statuses = try await statusCounts(Filter(growth: .finished)).filter { $0.value > 0 }
        for reason in Reason.allCases {
            let count = try await sampleCount(Filter(statuses: [.rejected]).and(.condition(.reason(reason))))
            if count > 0 { facts.reasons[reason] = count }
        }
        facts.filter = filter
        facts.checks = Dictionary([any Check].standard.map { ($0.name, $0.version) }, uniquingKeysWith: { $1 })
        return facts
    }
}

extension CardFacts.Run {
    init(_ run: StoredRun, _ totals: RunTotals) {
        self.init(id: run.id, planner: run.planner, seed: run.plan.seed, strategy: run.plan.strategy.rawValue)
        for stage in run.modelSetup?["stages"]?.object?.members ?? [] {
            models[stage.key] = CardFacts.Model(
                name: stage.value["model"]?.string ?? "?", address: stage.value["base"]?.string ?? "")
        }
        for prompt in run.modelSetup?["prompts"]?.object?.members ?? [] {
            prompts[prompt.key] = ContentHash(of: prompt.value.string ?? "")
        }
        if totals.models.questions > 0, totals.models.unpriced == 0 { cost = "\(totals.models.cost)" }
        sources = (run.toolSetup?.array ?? []).map { source in
            CardFacts.ToolSource(
                name: source["name"]?.string ?? "?", identity: source["identity"]?.string.map { ContentHash(hex: $0) })
        }
    }
}
