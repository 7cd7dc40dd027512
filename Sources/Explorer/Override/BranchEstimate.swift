import Engine
import Review

/// What growing a branch may take, from what the iterations of the sample itself took.
struct BranchEstimate: Hashable, Sendable {
    /// The branch's first iteration, and the last one that the plan has.
    let iterations: ClosedRange<Int>
    /// Steps after which it ends sooner; nil where it grows every iteration.
    let target: StepTarget?
    /// What the iterations that are over took; none where none is.
    private let spent: [Usage]
    /// The tools of the proposals that may change something when they are called again.
    let changing: [Tool]

    /// What growing it takes; proposals that are given are all that its first iteration executes.
    init(from subject: SteeredIteration, executing proposals: [Proposal]? = nil) {
        let again = proposals.map { Set($0.flatMap(\.tools)) }
        iterations = subject.number...max(subject.number, subject.plan?.iterations ?? subject.number)
        target = subject.plan?.targetSteps
        spent = subject.spent
        changing = subject.proposedTools.filter { again?.contains($0) != false }.compactMap { subject.tools[$0] }.filter
        { $0.effects > .read }
    }

    /// Whether money may be spent: the sample's iterations asked a model.
    var asksModels: Bool { spent.contains { $0.modelCalls > 0 } }

    /// What there is to say, in sentences without their full stops.
    var sentences: [String] {
        let first = iterations.lowerBound
        let shared = first > 1 ? ["iterations before \(first) are shared and cost nothing again"] : []
        let figures = ((asksModels ? paid : ["no model is asked: it costs nothing"]) + calls).joined(separator: ", ")
        return [span] + shared + [figures]
    }

    /// How many iterations, and what ends them sooner.
    private var span: String {
        let most = iterations.count == 1 ? "1 iteration" : "at most \(iterations.count) iterations"
        guard let target, iterations.count > 1 else { return most }
        let steps = target.fewest == target.most ? "\(target.fewest)" : "\(target.fewest) to \(target.most)"
        return "\(most), fewer where \(steps) steps are reached sooner"
    }

    private var calls: [String] { range(\.toolCalls).map { ["tool calls \($0)"] } ?? [] }

    private var paid: [String] {
        let tokens = spent.contains { $0.estimatedCalls > 0 } ? " (guessed)" : ""
        return [
            range(\.modelCalls).map { "model calls \($0)" }, range(\.tokens).map { "tokens \($0)\(tokens)" },
            "cost \(cost)",
        ].compactMap(\.self)
    }

    /// The least and the most that one iteration took, for every iteration to come.
    private func range(_ figure: (Usage) -> Int) -> String? {
        let figures = spent.map(figure)
        guard let least = figures.min(), let most = figures.max() else { return nil }
        let (low, high) = (least * iterations.count, most * iterations.count)
        return low == high ? low.withCommas : "\(low.withCommas) to \(high.withCommas)"
    }

    private var cost: String {
        let calls = spent.reduce(0) { $0 + $1.modelCalls }
        let unpriced = spent.reduce(0) { $0 + $1.unpricedCalls }
        let costs = spent.map(\.cost)
        guard unpriced < calls, let least = costs.min(), let most = costs.max() else { return "unknown" }
        let (low, high) = (least.times(iterations.count), most.times(iterations.count))
        return (unpriced > 0 ? "at least " : "") + (low == high ? "\(low)" : "\(low) to \(high)")
    }
}

extension Money {
    fileprivate func times(_ count: Int) -> Money {
        let (product, overflow) = nanodollars.multipliedReportingOverflow(by: Int64(count))
        return Money(nanodollars: overflow ? .max : product)
    }
}
