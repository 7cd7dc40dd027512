import Canvas
import DisplaySafety
import Engine
import Review
import Testing

@testable import Explorer

@Suite("Imported samples on the Review screen")
struct ImportedSampleTests {
    private func screen(_ workflow: Workflow, plan: Plan) -> String {
        var state = ExplorerState.empty()
        let row = QueueRow.example(1)
        _ = state.update(.queueLoaded(.example([row])))
        let events: [RunEvent] = [
            .began(planner: "imported", plan: plan), .imported(from: "trl", workflow),
            .finished(.completed(Synthesis(query: "How warm is it?", response: "Nine."))),
        ]
        state.load(
            ReviewedSample(
                id: row.id, seed: plan.seed, state: RunState(events), review: ReviewState([Decision]()), library: []))
        let frame = state.frame(in: .wide, glyphs: .utf8)
        return (0..<Size.wide.rows).map { frame.text(row: $0) }.joined(separator: "\n")
    }

    private var unknownPlan: Plan {
        var plan = Plan.paper(seed: 0)
        (plan.iterations, plan.batch) = (0, 0)
        return plan
    }

    private var workflow: Workflow {
        let call = ToolCall(tool: "forecast", arguments: ["city": "Oslo"])
        let step = Step(
            number: 1, call: call, output: RecordedOutput("9"), origin: .simulated, iteration: 0,
            proposal: Proposal.ID(0))
        return Workflow(chains: [Chain(id: Chain.ID(1), steps: [step])])
    }

    @Test func `say that their growth is not recorded, and no step of theirs is new`() {
        let screen = screen(workflow, plan: unknownPlan)

        #expect(screen.contains("forecast") && screen.contains("Not recorded: imported from trl."))
        #expect(screen.contains("seed not recorded") && screen.contains("pool not recorded"))
        #expect(!screen.contains("NEW") && !screen.contains("seed 0") && !screen.contains("it0"))
    }

    @Test func `tell the seed that a file's name told`() {
        var plan = unknownPlan
        (plan.iterations, plan.batch) = (6, 12)

        #expect(screen(workflow, plan: plan).contains("seed 0"))
    }

    @Test func `without calls say so`() {
        let screen = screen(Workflow(), plan: unknownPlan)

        #expect(screen.contains("No steps were imported.") && !screen.contains("No step yet"))
    }
}
