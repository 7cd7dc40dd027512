import Engine
import Review

/// Whether a row with cut outputs still shows where its arguments and its response come from.
///
/// A response may say what no single value of an output is, such as a sum; so what the check of responses finds is
/// compared, with whole outputs and with those of the row.
struct GroundedCuts {
    private let sample: ExportableSample
    private let tools: [ToolName: Tool]

    init(_ sample: ExportableSample) {
        self.sample = sample
        tools = sample.toolsInUse.byName
    }

    func accept(_ row: ExportRow) -> Bool {
        let steps = sample.workflow.steps
        let outputs = Dictionary(row.steps.map { ($0.step.number, $0.output) }) { first, _ in first }
        let cut = steps.map { step in
            outputs[step.number].map { step.returning(RecordedOutput($0)) } ?? step
        }
        // What was not looked for in all of a whole output may be there.
        let known = Set(unfounded(in: steps).filter(\.isCertain).map(\.text))
        return unfounded(in: cut).allSatisfy { known.contains($0.text) }
            && sourceless(in: cut).isSubset(of: sourceless(in: steps))
    }

    /// What the response says that no output has.
    private func unfounded(in steps: [Step]) -> [UngroundedClaim] {
        let events: [RunEvent] = [
            .iterationBegan(1), .iterationEnded(1, .grew(Growth(chain: Chain.ID(1), opensChain: true, steps: steps))),
            .finished(.completed(Synthesis(query: sample.query, response: sample.response))),
        ]
        let shown = ReviewedSample(
            id: sample.id, seed: sample.seed, state: RunState(events), review: ReviewState([]),
            library: sample.toolsInUse)
        return Ungrounded().claims(in: CheckSubject(shown))
    }

    /// The arguments that come from nowhere.
    private func sourceless(in steps: [Step]) -> Set<Target> {
        let workflow = Workflow(chains: [Chain(id: Chain.ID(1), steps: steps)])
        let traces = workflow.traces(query: sample.query, library: tools)
        return Set(
            traces.flatMap { number, traces in
                traces.filter { $0.source == .none }.map { .argument(step: number, path: $0.path) }
            })
    }
}

extension Step {
    fileprivate func returning(_ output: RecordedOutput) -> Step {
        Step(
            number: number, call: call, output: output, origin: origin, iteration: iteration, proposal: proposal)
    }
}
