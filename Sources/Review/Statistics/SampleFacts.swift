import Engine

/// What the statistics ask of one sample.
package struct SampleFacts: Hashable, Sendable {
    package let status: ReviewState.Status
    package let isEdited: Bool
    package let isFlagged: Bool
    /// Whether it ended with a query.
    package let isCompleted: Bool
    /// Of the workflow that counts, as edited.
    package let chains: Int
    package let steps: Int
    package let iterations: Int
    /// Iterations that added nothing.
    package let noOps: Int
    /// Who proposed, selected and synthesised.
    package let planner: String
    /// Those of its iterations that it has from its parent, where they count already.
    package var inheritedIterations = 0
    /// Those of them that added nothing.
    package var inheritedNoOps = 0
    /// The tools of its steps.
    package var tools: Set<ToolName> = []
    /// What the checks found; nil where they have not looked.
    package var findings: Int?
    /// The reasons under which they found it.
    package var foundReasons: Set<Reason> = []
    /// Why it is rejected, the primary reason first.
    package var reasons: [AnchoredReason] = []
    /// What reviewers edited.
    package var edits: Set<EditKind> = []
    /// Why its iterations added nothing; nil where that was not looked up.
    package var causes: [NoOpCause]?

    package init(
        status: ReviewState.Status, isEdited: Bool, isFlagged: Bool, isCompleted: Bool, chains: Int, steps: Int,
        iterations: Int, noOps: Int, planner: String
    ) {
        self.status = status
        self.isEdited = isEdited
        self.isFlagged = isFlagged
        self.isCompleted = isCompleted
        self.chains = chains
        self.steps = steps
        self.iterations = iterations
        self.noOps = noOps
        self.planner = planner
    }
}

/// What an edit is about, in one word.
package enum EditKind: String, Hashable, Sendable, CaseIterable {
    case query, response, arguments, steps, chains, output, regenerated

    package init(_ edit: Edit) {
        self =
            switch edit {
            case .query: .query
            case .response: .response
            case .argument: .arguments
            case .deleteStep: .steps
            case .moveStep, .splitChain, .mergeChain: .chains
            case .rerun: .output
            case .regenerated: .regenerated
            }
    }
}

/// What was asked of models while samples grew, and what it cost.
package struct Spending: Hashable, Sendable {
    /// Questions that have ended.
    package let questions: Int
    package let promptTokens: Int
    package let completionTokens: Int
    /// What the questions of known price cost together.
    package let cost: Money
    /// Questions of unknown price.
    package let unpriced: Int

    package init(questions: Int, promptTokens: Int, completionTokens: Int, cost: Money, unpriced: Int) {
        self.questions = questions
        self.promptTokens = promptTokens
        self.completionTokens = completionTokens
        self.cost = cost
        self.unpriced = unpriced
    }
}
