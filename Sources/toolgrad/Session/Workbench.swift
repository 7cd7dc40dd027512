import Engine
import OfflinePlanner
import Review

/// Works on a finished sample: runs a step again, writes its texts anew.
struct Workbench: Sendable {
    let library: ToolLibrary
    let stages: Stages

    /// Runs a step again with its present arguments.
    ///
    /// - Throws: ``CommandFailure`` when the step is gone, the tool is not the one it was, or the call fails: only an
    ///   output that a workflow may use becomes part of it.
    func rerun(step number: Int, of sample: ReviewedSample) async throws -> Edit {
        guard let step = sample.workflow.step(number) else { throw CommandFailure("There is no step \(number).") }
        let call = step.call
        guard library[call.tool]?.contentHash == sample.tool(call.tool)?.contentHash else {
            throw CommandFailure("Step \(number) cannot run again: this program's \(call.tool) is another tool.")
        }
        if let objection = library.objection(to: call) {
            throw CommandFailure("Step \(number) cannot run again: \(objection)")
        }
        let earlier = sample.workflow.steps.prefix { $0.number != number }.map(\.call)
        let result = await library.run(call, in: CallContext(history: earlier))
        guard let output = result.outcome.output else {
            throw CommandFailure(
                "Step \(number) failed when it ran again, so its old output stays: \(result.outcome.problem ?? "")")
        }
        return .rerun(step: number, of: call.arguments, output, result.origin)
    }

    /// Writes query and response for the chains as they are.
    ///
    /// - Throws: ``StageFailure``.
    func regenerate(_ sample: ReviewedSample) async throws -> Synthesis {
        try await stages.synthesizer.synthesize(
            SynthesisRequest(
                workflow: sample.workflow, library: sample.tools,
                random: SeededGenerator(
                    for: .synthesising, seed: sample.seed, sample: sample.id.index, iteration: 0),
                models: .unrecorded(for: sample.id, .synthesising)))
    }
}
