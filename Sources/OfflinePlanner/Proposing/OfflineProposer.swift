import Engine

/// Proposes uses whose required inputs can be bound: from earlier outputs first, then from values a person would use.
struct OfflineProposer: Proposer {
    private let lexicon = Lexicon()

    func propose(_ request: ProposalRequest) -> Proposals {
        var random = request.random
        let search = CandidateSearch(request, lexicon)
        let found = search.candidates(random: &random)
        let scoring = Scoring(request: request)
        let ranked = found.compactMap { candidate in
            scoring.score(of: candidate).map { Ranked(candidate, $0 + Double.random(in: 0..<3, using: &random)) }
        }
        let chosen = Self.varied(ranked, count: request.count)
        let proposals = chosen.enumerated().map { index, candidate in
            Proposal(
                id: Proposal.ID(index + 1), instruction: candidate.instruction, tools: candidate.tools,
                calls: candidate.calls.map(\.planned))
        }
        if found.isEmpty, request.batch.allSatisfy(\.wording.hasNoWords) {
            return Proposals(reason: Self.reason(for: search.unknownArguments, request), all: [])
        }
        return Proposals(reason: Self.reason(for: chosen, among: found.count, request), all: proposals)
    }

    private struct Ranked {
        let candidate: Candidate
        let score: Double

        init(_ candidate: Candidate, _ score: Double) {
            self.candidate = candidate
            self.score = score
        }
    }

    /// The best ones that end in different tools; a call in common makes two of them fail together, so it costs.
    private static func varied(_ ranked: [Ranked], count: Int) -> [Candidate] {
        var chosen: [Candidate] = []
        var left = ranked
        while chosen.count < count {
            left.removeAll { other in chosen.contains { $0.tools.last == other.candidate.tools.last } }
            let taken = chosen.flatMap(\.calls)
            let worths = left.map { one in
                one.score - 2 * Double(one.candidate.calls.count { call in taken.contains(where: call.isSame) })
            }
            guard let best = worths.indices.max(by: { worths[$0] < worths[$1] }) else { break }
            chosen.append(left[best].candidate)
        }
        return chosen
    }

    private static func reason(for unknown: [String], _ request: ProposalRequest) -> String {
        let named = Array(unknown.prefix(5)).listed + (unknown.count > 5 ? " and \(unknown.count - 5) more" : "")
        let tools = "the \(request.batch.count) sampled tools"
        guard !unknown.isEmpty else { return "What can be called of \(tools) has been called already." }
        return "No new call of \(tools) is known: no argument values are known for \(named)."
    }

    private static func reason(for chosen: [Candidate], among count: Int, _ request: ProposalRequest) -> String {
        guard !chosen.isEmpty else {
            return count == 0
                ? "None of the \(request.batch.count) sampled tools can be called with what is known."
                : "\(count) uses of \(request.batch.count) sampled tools can be bound, but none goes with what the "
                    + "sample is about\((request.guidance + request.notes).isEmpty ? "" : " and with the curator's notes")."
        }
        let fed = chosen.filter { !$0.steps.isEmpty }
        let feeding = fed.reduce(into: Set<Int>()) { $0.formUnion($1.steps) }.sorted().map(String.init).listed
        let head = "\(count) uses of \(request.batch.count) sampled tools can be bound"
        let failed = request.memory.flatMap(\.reports).filter { !$0.shownToSelector }
        let avoided = failed.isEmpty ? "" : " Values that failed lately are taken only where there is no other."
        guard !fed.isEmpty else {
            return head + "; no earlier output feeds one of the best, so they start afresh." + avoided
        }
        let steps = feeding.contains(" ") ? "steps \(feeding)" : "step \(feeding)"
        return head + "; the output of \(steps) feeds \(fed.count) of the \(chosen.count) best." + avoided
    }
}
