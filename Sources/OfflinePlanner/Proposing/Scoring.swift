import Engine

/// How promising a use is, from what the workflow has, what lately happened, and what the curator said.
struct Scoring {
    let request: ProposalRequest

    /// Higher is better; nil when the curator's notes rule it out.
    func score(of candidate: Candidate) -> Double? {
        guard !isExcluded(candidate) else { return nil }
        return dependency(of: candidate) + novelty(of: candidate) + purpose(of: candidate) + affinity(of: candidate)
            + memory(of: candidate) + agreement(of: candidate)
    }

    private func dependency(of candidate: Candidate) -> Double {
        3 * Double(min(candidate.steps.count, 2)) + 2 * Double(candidate.inner)
    }

    /// Tools that the workflow has not used yet.
    private func novelty(of candidate: Candidate) -> Double {
        let used = Set(request.workflow.steps.map(\.call.tool))
        return candidate.tools.map { used.contains($0) ? -2.0 : 1.0 }.reduce(0, +)
    }

    /// A use should end in something that somebody wants to know, take one good step at a time, and leave a turn for a
    /// repair.
    private func purpose(of candidate: Candidate) -> Double {
        let ends = candidate.calls.last?.tool.wording.part == .answer ? 2.0 : -1.5
        let known = candidate.calls.contains { $0.tool.wording.part == .lookup && !$0.steps.isEmpty }
        return ends - 2.5 * Double(candidate.calls.count - 1) - (known ? 4 : 0)
    }

    /// A use that has nothing to do with what is there starts a second topic.
    private func affinity(of candidate: Candidate) -> Double {
        guard !request.workflow.chains.isEmpty, candidate.chain == nil else { return 0 }
        return candidate.shares(with: request.workflow, request.library) ? -0.5 : -3
    }

    /// What failed lately is not proposed again soon, and what was not chosen a little less.
    private func memory(of candidate: Candidate) -> Double {
        let reports = request.memory.flatMap(\.reports)
        return reports.filter { $0.proposal.tools == candidate.tools }.map { $0.shownToSelector ? -1.0 : -2.5 }
            .reduce(0, +)
    }

    /// Words that a use shares with the curator's notes.
    private func agreement(of candidate: Candidate) -> Double {
        let wanted = Set(request.notes.filter { !Self.isProhibition($0) }.flatMap(Self.words))
        guard !wanted.isEmpty else { return 0 }
        return 2 * Double(candidate.words.intersection(wanted).count)
    }

    private func isExcluded(_ candidate: Candidate) -> Bool {
        let unwanted = Set(request.notes.filter(Self.isProhibition).flatMap(Self.words)).subtracting(["avoid"])
        return !candidate.names.isDisjoint(with: unwanted)
    }

    private static func isProhibition(_ note: String) -> Bool {
        note.lowercased().hasPrefix("avoid ")
    }

    /// Words of more than three letters, and tool names as they are and taken apart.
    static func words(_ text: String) -> [String] {
        let whole = text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
        return (whole + whole.flatMap { $0.split(separator: "_").map(String.init) }).filter { $0.count > 3 }
    }
}

extension Candidate {
    /// The words of its tools' names, families and descriptions.
    fileprivate var words: Set<String> {
        names.union(calls.flatMap { Scoring.words($0.tool.description) })
    }

    fileprivate var names: Set<String> {
        Set(calls.flatMap { Scoring.words($0.tool.name.text + " " + $0.tool.family) })
    }

    /// Whether it is of a family that the workflow has, or takes a value that the workflow took.
    func shares(with workflow: Workflow, _ library: [ToolName: Tool]) -> Bool {
        let families = Set(workflow.steps.compactMap { library[$0.call.tool]?.family })
        if calls.contains(where: { families.contains($0.tool.family) }) { return true }
        let taken = Set(workflow.steps.flatMap { $0.call.arguments.object?.members.map(\.value) ?? [] })
        return calls.contains { call in call.literals.contains { taken.contains($0.value) && !$0.value.saysNothing } }
    }
}
