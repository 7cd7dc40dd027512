import Engine

/// What became of many samples: the fold over them, one small value each.
package struct Statistics: Hashable, Sendable {
    /// How many were accepted, and how many rejected.
    struct Verdicts: Hashable, Sendable {
        var accepted = 0
        var rejected = 0

        var decided: Int { accepted + rejected }

        mutating func add(_ status: ReviewState.Status) {
            switch status {
            case .accepted: accepted += 1
            case .rejected: rejected += 1
            case .pending, .draft, .skipped: return
            }
        }
    }

    /// Which samples were asked for.
    let asked: Filter
    /// Of which decisions the figures are.
    let interval: StatisticsInterval
    /// What all of the samples have in common.
    let filter: Filter
    /// Every tool of their runs, by its name, with its family.
    let tools: [ToolName: String]
    let spending: Spending
    var pace: ReviewPace

    private(set) var samples = 0
    private(set) var completed = 0
    private(set) var statuses: [ReviewState.Status: Int] = [:]
    private(set) var flagged = 0
    private(set) var edited = 0
    private(set) var acceptedAfterEdit = 0
    private(set) var edits: [EditKind: Int] = [:]
    private(set) var reasons: [Reason: Int] = [:]
    private(set) var primaryReasons: [Reason: Int] = [:]
    private(set) var targets: [String: Int] = [:]
    /// Rejected samples in which a check found a reason of theirs, and the reasons of which that is so.
    private(set) var lintAgreed = 0
    private(set) var agreedReasons: Set<Reason> = []
    /// Of the decided samples in which a check found something.
    private(set) var withFindings = Verdicts()
    private(set) var planners: [String: Verdicts] = [:]
    private(set) var steps: [Int: Verdicts] = [:]
    private(set) var chains: [Int: Verdicts] = [:]
    private(set) var uses: ToolUses
    /// Accepted samples that use a tool of a family.
    private(set) var families: [String: Int] = [:]
    private(set) var iterations = 0
    private(set) var noOpSamples = 0
    private(set) var noOps = 0
    /// Samples with no-ops of which the causes are known.
    private(set) var explained = 0
    private(set) var causes: [String: Int] = [:]

    /// Nothing was added yet.
    ///
    /// Of the samples that the filter lets through, those are meant that were decided in the interval.
    package init(
        of filter: Filter, in interval: StatisticsInterval = .all, tools: [ToolName: String], spending: Spending,
        pace: ReviewPace
    ) {
        asked = filter
        self.interval = interval
        self.filter = interval.narrowing(filter, dayBegan: pace.dayBegan)
        self.tools = tools
        self.spending = spending
        self.pace = pace
        uses = ToolUses()
    }

    package mutating func add(_ sample: SampleFacts) {
        samples += 1
        if sample.isCompleted { completed += 1 }
        statuses[sample.status, default: 0] += 1
        if sample.isFlagged { flagged += 1 }
        addEdits(of: sample)
        addNoOps(of: sample)
        uses.add(sample.tools, status: sample.status)
        if sample.status == .accepted { addFamilies(of: sample.tools) }
        if sample.status == .rejected { addRejection(of: sample) }
        guard [.accepted, .rejected].contains(sample.status) else { return }
        if sample.findings ?? 0 > 0 { withFindings.add(sample.status) }
        planners[sample.planner, default: Verdicts()].add(sample.status)
        steps[sample.steps, default: Verdicts()].add(sample.status)
        chains[sample.chains, default: Verdicts()].add(sample.status)
    }

    private mutating func addFamilies(of used: Set<ToolName>) {
        for family in Set(used.compactMap { tools[$0] }) where !family.isEmpty { families[family, default: 0] += 1 }
    }

    private mutating func addEdits(of sample: SampleFacts) {
        for kind in sample.edits { edits[kind, default: 0] += 1 }
        guard sample.isEdited else { return }
        edited += 1
        if sample.status == .accepted { acceptedAfterEdit += 1 }
    }

    private mutating func addNoOps(of sample: SampleFacts) {
        iterations += sample.iterations - sample.inheritedIterations
        guard sample.noOps > 0 else { return }
        noOpSamples += 1
        noOps += sample.noOps - sample.inheritedNoOps
        guard let found = sample.causes else { return }
        explained += 1
        for cause in found { causes[cause.kind, default: 0] += 1 }
    }

    private mutating func addRejection(of sample: SampleFacts) {
        let named = Set(sample.reasons.map(\.reason))
        for reason in named { reasons[reason, default: 0] += 1 }
        if let first = sample.reasons.first {
            primaryReasons[first.reason, default: 0] += 1
            targets[first.target.kind, default: 0] += 1
        }
        let agreed = named.intersection(sample.foundReasons)
        guard !agreed.isEmpty else { return }
        lintAgreed += 1
        agreedReasons.formUnion(agreed)
    }
}

extension Statistics {
    func count(_ status: ReviewState.Status) -> Int { statuses[status] ?? 0 }

    var decided: Int { count(.accepted) + count(.rejected) }
}

extension Target {
    /// What kind of part it is; an argument counts as its step, a proposal as its iteration.
    fileprivate var kind: String {
        switch self {
        case .whole: "whole"
        case .query: "query"
        case .response: "response"
        case .chain: "chain"
        case .step, .argument: "step"
        case .iteration, .proposal: "iteration"
        }
    }
}

extension NoOpCause {
    /// The cause without its particulars.
    fileprivate var kind: String {
        if case .budgetSpent = self { "budget spent" } else { title }
    }
}
