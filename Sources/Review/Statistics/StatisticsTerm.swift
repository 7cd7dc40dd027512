/// Everything that the statistics count, by the name that machines know it by.
package enum StatisticsTerm: String, Hashable, Sendable, CaseIterable {
    case samples = "decisions.samples"
    case accepted = "decisions.accepted"
    case acceptedAsIs = "decisions.accepted_as_is"
    case acceptedAfterEdit = "decisions.accepted_after_edit"
    case rejected = "decisions.rejected"
    case skipped = "decisions.skipped"
    case undecided = "decisions.undecided"
    case flagged = "decisions.flagged"
    case acceptRate = "decisions.accept_rate"
    case reason = "rejections.reason"
    case primaryReason = "rejections.primary_reason"
    case lintAgreed = "rejections.lint_agreed"
    case lintPrecision = "rejections.lint_precision"
    case target = "rejections.target"
    case worstTool = "rejections.worst_tool"
    case worstPlanner = "rejections.worst_planner"
    case steps = "lengths.steps"
    case chains = "lengths.chains"
    case lengthAccepted = "lengths.accepted"
    case lengthRejected = "lengths.rejected"
    case toolsUsed = "coverage.tools_used"
    case toolsNeverUsed = "coverage.tools_never_used"
    case toolGap = "coverage.target_gap"
    case topTool = "coverage.top_tool"
    case entropy = "coverage.entropy"
    case pairs = "coverage.pairs_seen"
    case family = "coverage.family"
    case median = "pace.median"
    case ninetieth = "pace.p90"
    case perHour = "pace.per_hour"
    case today = "pace.today"
    case activity = "pace.activity"
    case cost = "pace.cost"
    case costPerCompleted = "pace.cost_per_completed"
    case costPerAccepted = "pace.cost_per_accepted"
    case promptTokens = "pace.prompt_tokens"
    case completionTokens = "pace.completion_tokens"
    case edited = "pace.edited"
    case edit = "pace.edit"
    case noOpSamples = "no_ops.samples"
    case noOpIterations = "no_ops.iterations"
    case cause = "no_ops.cause"

    /// What is counted, in one sentence.
    package var definition: String {
        switch self {
        case .samples: "Every sample that the filter lets through, branches included."
        case .accepted: "Samples that stand as accepted."
        case .acceptedAsIs: "Accepted samples to which nothing was changed by hand or written anew."
        case .acceptedAfterEdit: "Accepted samples in which something was changed."
        case .rejected: "Samples that stand as rejected."
        case .skipped: "Samples that stand as skipped."
        case .undecided: "Samples that nobody has decided: pending, or edited and not decided since."
        case .flagged: "Samples with a flag, whatever their status."
        case .acceptRate:
            "Accepted samples among the accepted and rejected ones, with the 95 % score interval of Wilson (1927)."
        case .reason: "Rejected samples that name the reason, first or not, so that they can be more than all together."
        case .primaryReason: "Rejected samples that name the reason first."
        case .lintAgreed: "Rejected samples in which a check had found one of the reasons that they are rejected for."
        case .lintPrecision:
            "Rejected ones among the decided samples in which a check found anything, whatever they are rejected for."
        case .target: "What the primary reasons of the rejected samples are about; arguments count as their step."
        case .worstTool:
            "The tool with most rejected among the decided samples that use it, by the lower end of Wilson's interval."
        case .worstPlanner:
            "The planner with most rejected among its decided samples, by the lower end of Wilson's interval."
        case .steps: "Accepted and rejected samples with so many steps, as edited."
        case .chains: "Accepted and rejected samples with so many chains, as edited."
        case .lengthAccepted: "Accepted samples of this length."
        case .lengthRejected: "Rejected samples of this length."
        case .toolsUsed: "Tools of the runs that some accepted sample uses."
        case .toolsNeverUsed: "Tools of the runs that no accepted sample uses."
        case .toolGap: "Tools of the runs that fewer than three accepted samples use, the unused ones included."
        case .topTool: "Accepted samples that use the tool; the five most used ones are listed."
        case .entropy:
            "How evenly accepted samples use the tools: the entropy of their uses, of the most that the tools allow."
        case .pairs: "Pairs of tools that some accepted sample uses together, of all pairs of tools of the runs."
        case .family: "Accepted samples that use some tool of the family; the five most used families are listed."
        case .median: "The time between two decisions of a reviewer with no pause above 60 s, of which half took less."
        case .ninetieth: "The time between two decisions that nine of ten did not take longer than."
        case .perHour: "Decisions in an hour of reviewing, with pauses above 60 s left out."
        case .today: "Samples accepted, rejected or skipped since midnight, in any pass; those taken back are included."
        case .activity: "Decisions of each day, or each hour of today, in any pass; those taken back are included."
        case .cost: "What the questions to models cost; \"at least\" where some price is not known."
        case .costPerCompleted: "The cost of all, divided by the samples that ended with a query."
        case .costPerAccepted: "The cost of all, rejected samples too, divided by the accepted samples."
        case .promptTokens: "Tokens that were sent to models."
        case .completionTokens: "Tokens that models answered with."
        case .edited: "Samples in which something was changed, whatever their status."
        case .edit: "Samples with a change of this kind."
        case .noOpSamples: "Samples with an iteration that added nothing."
        case .noOpIterations:
            "Iterations that added nothing, of all iterations; what a branch inherited counts where it happened."
        case .cause: "Why iterations added nothing; what a branch inherited counts where it happened."
        }
    }

    /// What stands above figures of which the titles do not say what they are; nil where they do.
    package var heading: String? {
        switch self {
        case .topTool: "most used, by accepted samples"
        case .family: "families, by accepted samples"
        case .cause: "why nothing was added"
        case .samples, .accepted, .acceptedAsIs, .acceptedAfterEdit, .rejected, .skipped, .undecided, .flagged,
            .acceptRate, .reason, .primaryReason, .lintAgreed, .lintPrecision, .target, .worstTool, .worstPlanner,
            .steps, .chains, .lengthAccepted, .lengthRejected, .toolsUsed, .toolsNeverUsed, .toolGap, .entropy,
            .pairs, .median, .ninetieth, .perHour, .today, .activity, .cost, .costPerCompleted, .costPerAccepted,
            .promptTokens, .completionTokens, .edited, .edit, .noOpSamples, .noOpIterations:
            nil
        }
    }

    /// The part of the page that has it.
    package var section: StatisticsSection {
        switch self {
        case .samples, .accepted, .acceptedAsIs, .acceptedAfterEdit, .rejected, .skipped, .undecided, .flagged,
            .acceptRate:
            .decisions
        case .reason, .primaryReason, .lintAgreed, .lintPrecision, .target, .worstTool, .worstPlanner: .rejections
        case .steps, .chains, .lengthAccepted, .lengthRejected: .lengths
        case .toolsUsed, .toolsNeverUsed, .toolGap, .topTool, .entropy, .pairs, .family: .coverage
        case .median, .ninetieth, .perHour, .today, .activity, .cost, .costPerCompleted, .costPerAccepted,
            .promptTokens,
            .completionTokens, .edited, .edit:
            .pace
        case .noOpSamples, .noOpIterations, .cause: .noOps
        }
    }
}

/// A part of the statistics that is shown together.
package enum StatisticsSection: String, Hashable, Sendable, CaseIterable {
    case decisions, rejections, lengths, coverage, pace
    case noOps = "no_ops"

    /// What stands above it.
    package var title: String {
        switch self {
        case .decisions: "Decisions"
        case .rejections: "Reject reasons"
        case .lengths: "Chain length"
        case .coverage: "Tool coverage"
        case .pace: "Pace and cost"
        case .noOps: "No-ops"
        }
    }
}
