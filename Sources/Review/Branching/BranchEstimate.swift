import Engine

/// What growing a branch may take, from what the iterations of the sample itself took.
package struct BranchEstimate: Hashable, Sendable {
    /// The branch's first iteration, and the last one that the plan has.
    package let iterations: ClosedRange<Int>
    /// Steps after which it ends sooner; nil where it grows every iteration.
    private let target: StepTarget?
    /// What the iterations that are over took; none where none is.
    private let spent: [Usage]
    /// Who plans the sample: `offline`, or models.
    private let planner: String
    /// The tools of the proposals that may change something when they are called again.
    package let changing: [Tool]

    /// What growing it takes; proposals that are given are all that its first iteration executes.
    ///
    /// - Parameters:
    ///   - number: The branch's first iteration.
    ///   - state: The sample that it branches off.
    ///   - proposals: What its first iteration executes; nil where that is proposed anew.
    ///   - tools: The tools that are known, by their names.
    package init(
        at number: Int, of state: RunState, executing proposals: [Proposal]? = nil, tools: [ToolName: Tool]
    ) {
        let proposed = state.iterations.first { $0.number == number }?.trials.flatMap(\.proposal.tools) ?? []
        self.init(
            at: number, plan: state.plan, planner: state.planner,
            spent: state.iterations.filter { $0.outcome != nil }.map(\.usage), proposed: proposed,
            executing: proposals, tools: tools)
    }

    /// The same from what is known of a sample: who plans it, what its iterations took that are over, and the tools of
    /// the proposals of the one that becomes another.
    package init(
        at number: Int, plan: Plan?, planner: String, spent: [Usage], proposed: [ToolName],
        executing proposals: [Proposal]?, tools: [ToolName: Tool]
    ) {
        let again = proposals.map { Set($0.flatMap(\.tools)) }
        let names = proposed.reduce(into: [ToolName]()) { if !$0.contains($1) { $0.append($1) } }
        iterations = number...max(number, plan?.iterations ?? number)
        target = plan?.targetSteps
        self.spent = spent
        self.planner = planner
        changing = names.filter { again?.contains($0) != false }.compactMap { tools[$0] }.filter { $0.effects > .read }
    }

    /// Whether money may be spent: the sample is not planned offline, or its iterations asked a model all the same.
    package var asksModels: Bool { planner != Self.offline || isMeasured }

    /// The planner that asks no model.
    private static let offline = "offline"

    /// Whether it is known what an iteration asks of models.
    private var isMeasured: Bool { spent.contains { $0.modelCalls > 0 } }

    /// What is said of the cost where no iteration tells it.
    private var unmeasured: [String] {
        if isMeasured { return [] }
        return [asksModels ? "cost unknown: nothing measured yet" : "no model is asked: it costs nothing"]
    }

    /// What there is to say, in sentences without their full stops.
    package var sentences: [String] {
        let first = iterations.lowerBound
        let shared = first > 1 ? ["iterations before \(first) are shared and cost nothing again"] : []
        return [span] + shared + unmeasured + figures
    }

    /// What one iteration took, and what all of them may take: no promise, since others may be proposed.
    private var figures: [String] {
        let each = figures(of: 1).joined(separator: ", ")
        guard !each.isEmpty else { return [] }
        let taken = "an iteration of the sample took \(each)"
        guard iterations.count > 1 else { return [taken] }
        let all = figures(of: iterations.count).joined(separator: ", ")
        return [taken, "so all of them may take at most about \(all)"]
    }

    /// How many iterations, and what ends them sooner.
    private var span: String {
        let most = iterations.count == 1 ? "1 iteration" : "at most \(iterations.count) iterations"
        guard let target, iterations.count > 1 else { return most }
        let steps = target.fewest == target.most ? "\(target.fewest)" : "\(target.fewest) to \(target.most)"
        return "\(most), fewer where \(steps) steps are reached sooner"
    }

    /// The least and the most of one iteration, the most alone of several.
    private func figures(of count: Int) -> [String] {
        let guessed = spent.contains { $0.estimatedCalls > 0 } ? " (guessed)" : ""
        let paid =
            isMeasured
            ? [
                range(\.modelCalls, of: count).map { "model calls \($0)" },
                range(\.tokens, of: count).map { "tokens \($0)\(guessed)" }, "cost \(cost(of: count))",
            ] : []
        return (paid + [range(\.toolCalls, of: count).map { "tool calls \($0)" }]).compactMap(\.self)
    }

    private func range(_ figure: (Usage) -> Int, of count: Int) -> String? {
        let figures = spent.map(figure)
        guard let least = figures.min(), let most = figures.max() else { return nil }
        let high = (most * count).withCommas
        return count > 1 || least == most ? high : "\(least.withCommas) to \(high)"
    }

    private func cost(of count: Int) -> String {
        let calls = spent.reduce(0) { $0 + $1.modelCalls }
        let unpriced = spent.reduce(0) { $0 + $1.unpricedCalls }
        let costs = spent.map(\.cost)
        guard unpriced < calls, let least = costs.min(), let most = costs.max() else { return "unknown" }
        if count > 1 { return unpriced > 0 ? "unknown" : "\(most.times(count))" }
        return (unpriced > 0 ? "at least " : "") + (least == most ? "\(most)" : "\(least) to \(most)")
    }
}

extension Money {
    fileprivate func times(_ count: Int) -> Money {
        let (product, overflow) = nanodollars.multipliedReportingOverflow(by: Int64(count))
        return Money(nanodollars: overflow ? .max : product)
    }
}
