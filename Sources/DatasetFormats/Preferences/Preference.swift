import Engine

/// Two ways to go on from one place of a sample, one of which turned out better.
struct Preference {
    /// What makes the chosen one better.
    enum Source: String, CaseIterable {
        /// The first call of another proposal was refused, or its tool said that it failed; the chosen one calls it too.
        case failedCall = "failed_call"
        /// The same, of a tool that the chosen one does not call: off the topic rather than badly made.
        case failedProposal = "failed_proposal"
        /// A call failed, and the same trial then made a better one that was kept.
        case mendedCall = "mended_call"
        /// The curator chose between proposals that both had succeeded.
        case curatorChoice = "curator_choice"
        /// Another proposal succeeded too, and was not selected.
        case lostProposal = "lost_proposal"
        /// A reviewer changed the arguments of a call.
        case editedArguments = "edited_arguments"
        /// A reviewer took a call away.
        case deletedStep = "deleted_step"
        /// A reviewer wrote another response.
        case editedResponse = "edited_response"
        /// A planner wrote the response anew.
        case regeneratedResponse = "regenerated_response"

        /// A reviewer compared two branches of a sample, and found this one better.
        case preferredBranch = "preferred_branch"

        /// From the least to the most that a source says about the two.
        static let byStrength: [Source] = [
            .lostProposal, .failedProposal, .regeneratedResponse, .curatorChoice, .failedCall, .mendedCall,
            .deletedStep,
            .preferredBranch,
            .editedResponse,
            .editedArguments,
        ]

        /// Its place among them.
        var strength: Int { Self.byStrength.firstIndex(of: self) ?? 0 }

        /// Whether the rejected one need not have a fault.
        var isWeak: Bool {
            switch self {
            case .lostProposal, .failedProposal, .regeneratedResponse: true
            case .failedCall, .mendedCall, .curatorChoice, .editedArguments, .deletedStep, .editedResponse,
                .preferredBranch:
                false
            }
        }
    }

    let source: Source
    /// The turns before, with their results.
    let history: [[ExportStep]]
    let chosen: Continuation
    let rejected: Continuation
}

/// What an assistant says next; a result is never part of it, since it would be trained.
enum Continuation: Hashable {
    /// Calls that do not need each other.
    case calls([ToolCall])
    case answer(String)

    var calls: [ToolCall] {
        switch self {
        case .calls(let calls): calls
        case .answer: []
        }
    }
}

/// What was preferred in a sample.
struct Preferences {
    var pairs: [Preference] = []
    /// Why samples that it was compared with make no pair with it.
    var obstacles: [PairObstacle] = []
}

extension ExportMaterial {
    /// What growing and reviewing the sample preferred, in the order of its growth and then of the steps, each once.
    ///
    /// Every prompt has the final query. A rejected sample has none: what was chosen in it is not known to be good.
    func preferences(_ weak: WeakPairs) -> Preferences {
        guard reviewed.review.status != .rejected, let row = conversation else { return Preferences() }
        let branches = BranchPreferences(sample: sample, row: row, reviewed: reviewed, others: compared).all
        let all =
            GrownPreferences(sample: sample, row: row, state: reviewed.state).all
            + EditPreferences(sample: sample, row: row, reviewed: reviewed).all + branches.pairs
        let pairs =
            switch weak {
            case .included: all.distinct
            case .leftOut: all.filter { !$0.source.isWeak }.distinct
            }
        return Preferences(pairs: pairs, obstacles: branches.obstacles)
    }

    /// The sample's own conversation.
    var conversation: ExportRow? { rows.first { $0.kind == .calls } }
}

extension [Preference] {
    private struct Pair: Hashable {
        let history: [[Int]]
        let chosen: Continuation
        let rejected: Continuation
    }

    /// Each pair at the place where it stands first, with the source that says most.
    fileprivate var distinct: [Preference] {
        var places: [Pair: Int] = [:]
        var distinct: [Preference] = []
        for preference in self {
            let pair = Pair(
                history: preference.history.map { $0.map(\.step.number) }, chosen: preference.chosen,
                rejected: preference.rejected)
            if let place = places[pair] {
                if distinct[place].source.strength < preference.source.strength { distinct[place] = preference }
            } else {
                places[pair] = distinct.count
                distinct.append(preference)
            }
        }
        return distinct
    }
}

extension [[ExportStep]] {
    /// The turns with only those of their steps that pass; a turn without any goes.
    func keeping(_ isKept: (Step) -> Bool) -> [[ExportStep]] {
        map { $0.filter { isKept($0.step) } }.filter { !$0.isEmpty }
    }
}

extension ExportableSample {
    /// Whether a call can stand in a file although nobody kept it.
    func canShow(_ call: ToolCall) -> Bool {
        guard let tool = pool.first(where: { $0.name == call.tool }), call.arguments.object != nil else { return false }
        return call.arguments.repeatedKey == nil && call.arguments.firstUnloadableNumber == nil
            && tool.inputSchema.firstUnloadableNumber == nil
    }

    /// Whether reviewers gave the steps another order, so that a step's number does not say what came before it.
    var isReordered: Bool {
        edits.contains { edit in
            switch edit {
            case .moveStep, .splitChain, .mergeChain: true
            case .query, .response, .argument, .deleteStep, .rerun, .regenerated: false
            }
        }
    }
}
