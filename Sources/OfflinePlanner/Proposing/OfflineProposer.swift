import Engine

/// Proposes uses whose required inputs can be bound: from earlier outputs first, then from values a person would use.
struct OfflineProposer: Proposer {
    func propose(_ request: ProposalRequest) -> Proposals {
        var random = request.random
        let found = CandidateSearch(request).candidates(random: &random)
        let scoring = Scoring(request: request)
        let ranked = found.compactMap { candidate in scoring.score(of: candidate).map { (candidate, $0) } }
            .map { (candidate: $0.0, score: $0.1 + Double.random(in: 0..<2, using: &random)) }
            .sorted { $0.score > $1.score }
            .map(\.candidate)
        let chosen = Self.varied(ranked, count: request.count)
        let proposals = chosen.enumerated().map { index, candidate in
            Proposal(
                id: Proposal.ID(index + 1), instruction: candidate.instruction, tools: candidate.tools,
                calls: candidate.calls.map(\.planned))
        }
        return Proposals(reason: Self.reason(for: chosen, among: found.count, request), all: proposals)
    }

    /// The best ones that end in different tools.
    private static func varied(_ ranked: [Candidate], count: Int) -> [Candidate] {
        var chosen: [Candidate] = []
        for candidate in ranked where chosen.count < count {
            guard !chosen.contains(where: { $0.tools.last == candidate.tools.last }) else { continue }
            chosen.append(candidate)
        }
        return chosen
    }

    private static func reason(for chosen: [Candidate], among count: Int, _ request: ProposalRequest) -> String {
        guard !chosen.isEmpty else {
            return "None of the \(request.batch.count) sampled tools can be called with what is known."
        }
        let fed = chosen.filter { !$0.steps.isEmpty }
        let feeding = fed.reduce(into: Set<Int>()) { $0.formUnion($1.steps) }.sorted().map(String.init).listed
        let head = "\(count) uses of \(request.batch.count) sampled tools can be bound"
        let failed = request.memory.flatMap(\.reports).filter { !$0.shownToSelector }
        let avoided = failed.isEmpty ? "" : " Values that failed lately are left out."
        guard !fed.isEmpty else {
            return head + "; no earlier output feeds one of the best, so they start afresh." + avoided
        }
        let steps = feeding.contains(" ") ? "steps \(feeding)" : "step \(feeding)"
        return head + "; the output of \(steps) feeds \(fed.count) of the \(chosen.count) best." + avoided
    }
}
