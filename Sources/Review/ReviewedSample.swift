import Engine

/// A sample as it counts: what was grown, with the reviewers' edits laid over it.
package struct ReviewedSample: Identifiable, Hashable, Sendable {
    package let id: SampleID
    /// The seed of the sample's run.
    package let seed: UInt64
    package let state: RunState
    package let review: ReviewState
    /// The tools of the sample's run.
    package let library: [Tool]
    let edited: EditedWorkflow

    package init(id: SampleID, seed: UInt64, state: RunState, review: ReviewState, library: [Tool]) {
        self.id = id
        self.seed = seed
        self.state = state
        self.review = review
        self.library = library
        edited = EditedWorkflow(state.workflow, review.edits)
    }

    /// The effective query; nil while there is none.
    package var query: String? { review.editedQuery ?? state.synthesis?.query }

    /// The effective response; nil while there is none.
    package var response: String? { review.editedResponse ?? state.synthesis?.response }

    /// The effective workflow; the original is `state.workflow`.
    package var workflow: Workflow { edited.workflow }

    /// The steps whose arguments were changed and that were not run again since.
    package var staleSteps: Set<Int> { edited.staleSteps }

    /// The edits that could be made, in order.
    package var edits: [Edit] { edited.applied }

    /// How many edits could not be made, since what they are about is gone.
    package var inapplicable: Int { edited.inapplicable }

    /// What reviewers edited, as exports name it, in the order of the first edit of each.
    ///
    /// Edits that could not be made are not among them, nor are texts that a planner wrote anew.
    package var editedPaths: [String] { review.paths(of: edited.applied) }

    /// A tool by its name, without building a table of all of them.
    package func tool(_ name: ToolName) -> Tool? { library.first { $0.name == name } }

    /// The tools by name.
    package var tools: [ToolName: Tool] {
        Dictionary(library.map { ($0.name, $0) }) { first, _ in first }
    }

    /// Whether the sample, as it counts, has what a target names.
    package func has(_ target: Target) -> Bool {
        switch target {
        case .whole: true
        case .query: query != nil
        case .response: response != nil
        case .chain(let chain): workflow.chains.contains { $0.id == chain }
        case .step(let number): workflow.step(number) != nil
        case .argument(let step, let path): workflow.step(step)?.call.arguments.value(at: path) != nil
        case .iteration(let number): state.iterations.contains { $0.number == number }
        case .proposal(let iteration, let proposal):
            state.iterations.contains { $0.number == iteration && $0.trials.contains { $0.id == proposal } }
        }
    }
}
