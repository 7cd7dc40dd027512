import Engine
import Evaluation
import TestSupport

/// A study with a model alone, and an item of it.
struct JudgingScene {
    let item = SampleID(run: RunID(ContentHash(of: "a study")), index: 1)
    let meter = SpendingMeter()

    func study(_ model: ScriptedModel, _ ledger: any RunLedger = ForgetfulLedger()) async throws -> Study {
        Study(
            model: .init(model, name: "scripted"), library: try await ToolLibrary(CountingTools()), ledger: ledger)
    }
}
