import Engine

/// Selects the trial that adds a dependency or new information, and says why.
struct OfflineSelector: Selector {
    func select(_ request: SelectionRequest) -> Selection {
        let judged = request.candidates.map { Judgement(of: $0, in: request) }
        let usable = judged.filter { $0.objection == nil }
        guard let best = usable.max(by: { ($0.merit, $1.number) < ($1.merit, $0.number) }) else {
            return .declined(reason: judged.compactMap(\.objection).joined(separator: " "))
        }
        return .chosen(best.trial.id, place: best.place, reason: best.praise)
    }
}

/// What one successful trial would do to the workflow.
private struct Judgement {
    let trial: Trial
    private let kept: [Trial.Attempt]
    private let request: SelectionRequest
    /// The steps of the workflow that feed it.
    private let feeding: Set<Int>

    init(of trial: Trial, in request: SelectionRequest) {
        self.trial = trial
        self.request = request
        kept = trial.keptAttempts(request.library)
        let outputs = request.workflow.steps.map { Provenance.Output($0, of: request.library[$0.call.tool]) }
        let provenance = Provenance(query: nil, outputs: outputs)
        feeding = kept.reduce(into: Set<Int>()) { feeding, attempt in
            for trace in provenance.trace(attempt.call, of: request.library[attempt.call.tool]) {
                if case .output(let step, _) = trace.source { feeding.insert(step) }
            }
        }
    }

    var number: Int { trial.id.number }

    private var chains: Set<Chain.ID> { Set(feeding.compactMap(request.workflow.chain(of:))) }

    private var tools: [Tool] { kept.compactMap { request.library[$0.call.tool] } }

    /// Why the trial should not be taken; nil when it may be.
    var objection: String? {
        let subject = "Proposal \(number)"
        let known = Set(request.workflow.steps.map { $0.call.essence(in: request.library) })
        if let again = kept.first(where: { known.contains($0.call.essence(in: request.library)) }) {
            return "\(subject) repeats \(again.call.tool) with arguments that the workflow has."
        }
        if let (again, step) = retold {
            return "\(subject) tells again what \(again.call.tool) told in step \(step.number)."
        }
        if kept.last?.outcome.output?.isEmpty == true { return "\(subject) ends in an empty result." }
        if chains.count > 1 { return "\(subject) mixes two chains." }
        if let chain = feedingChain, !staysWithOccasion(of: [chain]) {
            return "\(subject) uses chain \(chain.id.number) for something that nobody asks together with it."
        }
        if isStranger, !mayChangeTopic { return "\(subject) starts a topic that has nothing to do with the rest." }
        if chains.isEmpty, !request.mayOpenChain { return "\(subject) needs a new chain, and no more are allowed." }
        if tools.last?.wording.part == .lookup, request.workflow.chains.isEmpty == false {
            return "\(subject) only looks something up that nothing uses yet."
        }
        return nil
    }

    /// An attempt that returned what its tool had returned to other arguments: several values are not equal by chance.
    private var retold: (Trial.Attempt, Step)? {
        for attempt in kept {
            guard let output = attempt.outcome.output, (output.json?.leaves.count ?? 0) >= 3 else { continue }
            let step = request.workflow.steps.first {
                $0.call.tool == attempt.call.tool && $0.output.hash == output.hash
            }
            if let step { return (attempt, step) }
        }
        return nil
    }

    private var feedingChain: Chain? {
        request.workflow.chains.first { chains.contains($0.id) }
    }

    /// Whether the trial's tools have an occasion in common with one of the chains.
    private func staysWithOccasion(of chains: [Chain]) -> Bool {
        chains.contains { Occasions(of: tools).meet(Occasions(of: $0.steps, request.library)) }
    }

    /// Neither fed by the workflow, nor for an occasion of it, nor, where no occasions are known, about anything in it.
    private var isStranger: Bool {
        guard chains.isEmpty, !request.workflow.chains.isEmpty else { return false }
        if tools.contains(where: { !$0.wording.occasions.isEmpty }) {
            return !staysWithOccasion(of: request.workflow.chains)
        }
        return sharedValue == nil && sharedFamily == nil
    }

    private var mayChangeTopic: Bool { request.workflow.mayChangeTopic && kept.count >= 2 }

    private var sharedValue: JSON? {
        let taken = request.workflow.steps.flatMap { $0.call.arguments.leaves.map(\.value) }
        let own = kept.flatMap { $0.call.arguments.leaves.map(\.value) }
        return own.first { value in value.string.map { $0.count > 2 } ?? false && taken.contains(value) }
    }

    /// The family that the trial begins with, where a chain began with it too.
    private var sharedFamily: String? {
        let families = Set(
            request.workflow.chains.compactMap { chain in
                chain.steps.first.flatMap { request.library[$0.call.tool]?.family }
            })
        return tools.first.map(\.family).flatMap { !$0.isEmpty && families.contains($0) ? $0 : nil }
    }

    var merit: Double {
        let used = Set(request.workflow.steps.map(\.call.tool))
        let fresh = tools.filter { !used.contains($0.name) }.count
        let answers = tools.last?.wording.part == .lookup ? 0 : 1.5
        let strange = isStranger ? 4.0 : 0
        return 3 * Double(feeding.count) - strange + 0.5 * Double(kept.count - 1) + Double(fresh) + answers
    }

    var place: Placement { chains.first.map(Placement.append) ?? .newChain }

    var praise: String {
        let adds = kept.map(\.call.tool.text).listed
        if let chain = chains.first {
            let steps = feeding.sorted().map(String.init).listed
            return "It goes on from step \(steps) of chain \(chain.number) and adds \(adds)."
        }
        guard !request.workflow.chains.isEmpty else {
            return "It makes a good beginning: \(adds) \(kept.count == 1 ? "answers" : "together answer") one question."
        }
        if let value = sharedValue {
            return "It uses no earlier output but is also about \(value.spoken), so \(adds) opens a chain of its own."
        }
        if let family = sharedFamily {
            return "It uses no earlier output but stays within \(family), so \(adds) opens a new chain."
        }
        if isStranger {
            return "It is about something else; \(adds) together answer a second question, in a chain of its own."
        }
        return "It uses no earlier output but suits the same occasion, so \(adds) opens a new chain."
    }
}
