import DatasetFormats
import DatasetStore
import Engine
import Review

extension Dataset {
    /// What a card says of the whole dataset: its runs, its tools, and how it was reviewed.
    func cardFacts(filter: String, gate: Finding.Severity?) async throws -> CardFacts {
        var facts = CardFacts()
        for run in try await runs() {
            facts.runs.append(CardFacts.Run(run, try await totals(of: run.id)))
            for source in run.toolSources where !facts.sources.contains(source) { facts.sources.append(source) }
        }
        facts.statuses = try await statusCounts(Filter(growth: .finished)).filter { $0.value > 0 }
        for reason in Reason.allCases {
            let count = try await sampleCount(Filter(statuses: [.rejected]).and(.condition(.reason(reason))))
            if count > 0 { facts.reasons[reason] = count }
        }
        facts.filter = filter
        facts.gate = gate
        facts.checks = Dictionary([any Check].standard.map { ($0.name, $0.version) }, uniquingKeysWith: { $1 })
        return facts
    }
}

extension CardFacts.Run {
    fileprivate init(_ run: StoredRun, _ totals: RunTotals) {
        let stages = run.modelSetup?["stages"]?.object?.members ?? []
        let models = stages.map { stage in
            (stage.key, "\(stage.value["model"]?.string ?? "?") at \(stage.value["base"]?.string ?? "?")")
        }
        let prompts = (run.modelSetup?["prompts"]?.object?.members ?? []).map { prompt in
            (prompt.key, ContentHash(of: prompt.value.string ?? ""))
        }
        let questions = totals.models.questions
        self.init(
            id: run.id, planner: run.planner, models: Dictionary(models) { $1 }, prompts: Dictionary(prompts) { $1 },
            seed: run.plan.seed, strategy: run.plan.strategy.rawValue,
            cost: questions == 0 || totals.models.unpriced > 0 ? nil : "\(totals.models.cost)")
    }
}

extension StoredRun {
    /// Where the run's tools came from; no server states a licence in the protocol, so none is made up.
    fileprivate var toolSources: [CardFacts.ToolSource] {
        guard let sources = toolSetup?.array else { return planner == Dataset.importPlanner ? [] : [.demo] }
        return sources.map { source in
            let name = source["name"]?.string ?? "?"
            return name == "demo"
                ? .demo
                : CardFacts.ToolSource(name: name, origin: source["command"]?.string ?? "?", license: nil)
        }
    }
}

extension CardFacts.ToolSource {
    fileprivate static let demo = CardFacts.ToolSource(
        name: "demo", origin: "tools built into toolgrad",
        license:
            "as the program; data from Babel and Unicode CLDR (BSD-3-Clause, Unicode licence) and the sources that "
            + "its data files name")
}
