import Engine
import Review

/// A sample that has everything a row needs, with the reviewers' edits laid over it.
struct ExportableSample {
    let id: SampleID
    let seed: UInt64
    let plan: Plan?
    let planner: String
    let status: ReviewState.Status
    let edits: [Edit]
    /// What reviewers changed, by hand.
    let edited: [String]
    /// Who wrote the texts that a planner wrote anew, by path.
    let regenerated: [String: String]
    let query: String
    let response: String
    let workflow: Workflow
    /// The tools that the calls use, in the order of their source.
    let toolsInUse: [Tool]
    /// Those and the other tools that a row may offer, in the order of their source.
    let pool: [Tool]

    /// - Throws: ``SkipReason`` when something is missing.
    init(_ sample: ReviewedSample, tools: ToolIndex) throws(SkipReason) {
        try Self.checkEnding(of: sample)
        guard let query = sample.query, !query.isBlank else { throw .noQuery }
        guard let response = sample.response, !response.isBlank else { throw .noResponse }
        guard sample.staleSteps.isEmpty else { throw .stale(steps: sample.staleSteps.sorted()) }
        for step in sample.workflow.steps { try Self.check(step, tools) }
        let names = sample.workflow.steps.map(\.call.tool)
        id = sample.id
        seed = sample.seed
        plan = sample.state.plan
        planner = sample.state.planner
        status = sample.review.status
        edits = sample.edits
        edited = sample.editedPaths
        regenerated = sample.review.planners
        self.query = query
        self.response = response
        workflow = sample.workflow
        toolsInUse = tools.inOrder(names)
        pool = tools.inOrder(names + sample.state.iterations.flatMap(\.pool))
    }

    /// A failed synthesis leaves an earlier draft behind, which need not fit the last steps.
    private static func checkEnding(of sample: ReviewedSample) throws(SkipReason) {
        guard !sample.workflow.steps.isEmpty else { throw .noSteps }
        switch sample.state.outcome {
        case .completed: return
        case .nothingGrown: throw .noSteps
        case nil: throw .unfinished
        case .synthesisFailed(let reason):
            let rewritten = sample.review.editedQuery != nil && sample.review.editedResponse != nil
            if !rewritten { throw .synthesisFailed(reason: reason) }
        }
    }

    private static func check(_ step: Step, _ tools: ToolIndex) throws(SkipReason) {
        guard tools[step.call.tool] != nil else { throw .unknownTool(step.call.tool) }
        guard step.call.arguments.object != nil else { throw .argumentsNotAnObject(step: step.number) }
        if let name = step.call.arguments.repeatedKey {
            throw .repeatedArgument(step: step.number, name: name)
        }
    }

    /// What is asked and what is called for it; the same in runs that differ only in what did not matter.
    var task: ContentHash {
        let calls = workflow.steps.map(\.call.contentHash.hex).joined(separator: " ")
        return ContentHash(of: "\(calls) \(query.lowercased())")
    }

    /// The steps whose outputs are no UTF-8 text.
    var encodedSteps: [Int] {
        workflow.steps.filter { !$0.output.isText }.map(\.number)
    }
}
