import Engine

/// How promising a use is, from what the workflow has, what lately happened, and what the curator said.
struct Scoring {
    let request: ProposalRequest
    /// The values that the steps so far were given.
    private let taken: Set<JSON>
    /// What the steps so far are about, of the things that have names.
    private let kinds: Set<Name.Kind>
    private let used: [ToolName]
    private let families: Set<String>
    /// The tools whose calls made the last trials fail.
    private let failed: Set<ToolName>
    /// The tools of the last trials that succeeded and were not chosen, or were.
    private let judged: [[ToolName]]
    private let occasions: [Chain.ID: Occasions]
    /// Words of the curator's notes, and of those that say what to avoid.
    private let wanted: Set<String>
    private let unwanted: Set<String>
    /// Tools that are to be avoided by their whole names, in lower case; others that share a word are not meant.
    private let forbidden: Set<String>

    init(request: ProposalRequest) {
        self.request = request
        let steps = request.workflow.steps
        taken = Set(steps.flatMap { $0.call.arguments.object?.members.map(\.value) ?? [] })
        kinds = Set(
            steps.compactMap { request.library[$0.call.tool] }
                .flatMap { $0.wording.inputMeanings.values.compactMap(Name.Kind.init) })
        used = steps.map(\.call.tool)
        families = Set(steps.compactMap { request.library[$0.call.tool]?.family })
        let reports = request.memory.flatMap(\.reports)
        failed = Set(reports.filter { !$0.shownToSelector }.compactMap(\.calls.last?.tool))
        judged = reports.filter(\.shownToSelector).map(\.proposal.tools)
        occasions = Dictionary(
            uniqueKeysWithValues: request.workflow.chains.map { ($0.id, Occasions(of: $0.steps, request.library)) })
        let notes = request.guidance + request.notes
        wanted = Set(notes.filter { !Self.isProhibition($0) }.flatMap(Self.words))
        let names = Set(request.library.keys.map { $0.text.lowercased() })
        let prohibited = notes.filter(Self.isProhibition).flatMap(Self.bareWords)
        forbidden = Set(prohibited).intersection(names)
        unwanted = Set(prohibited.filter { !names.contains($0) }.flatMap(Self.words)).subtracting(["avoid"])
    }

    /// Higher is better; nil when the curator's notes rule it out.
    func score(of candidate: Candidate) -> Double? {
        guard !isExcluded(candidate), staysOnTopic(candidate) else { return nil }
        return dependency(of: candidate) + novelty(of: candidate) + purpose(of: candidate) + affinity(of: candidate)
            - newcomers(in: candidate) + memory(of: candidate) + agreement(of: candidate)
    }

    private func dependency(of candidate: Candidate) -> Double {
        3 * Double(min(candidate.steps.count, 2)) + 2 * Double(candidate.inner)
    }

    /// Tools that the workflow has not used yet.
    private func novelty(of candidate: Candidate) -> Double {
        candidate.tools.map { tool in 1 - 6 * Double(used.count { $0 == tool }) }.reduce(0, +)
    }

    /// A use should end in something that somebody wants to know, take one good step at a time, and leave a turn for a
    /// repair.
    private func purpose(of candidate: Candidate) -> Double {
        let ends = candidate.calls.last?.tool.wording.part == .lookup ? -1.5 : 2.0
        let known = candidate.calls.contains { $0.tool.wording.part == .lookup && !$0.steps.isEmpty }
        return ends - 2.5 * Double(candidate.calls.count - 1) - (known ? 4 : 0)
    }

    /// A use stays with the occasion, and from the third chain on with a value that was named; once enough is said about
    /// one thing, a second may follow.
    private func staysOnTopic(_ candidate: Candidate) -> Bool {
        guard !request.workflow.chains.isEmpty else { return true }
        if !staysWithOccasion(candidate) { return candidate.chain == nil && request.workflow.mayChangeTopic }
        return candidate.chain != nil || request.workflow.chains.count < 2 || sharesValue(with: candidate)
            || staysInField(candidate)
    }

    /// Tools without words have no occasions; those of one field go together, as in a request about one domain.
    private func staysInField(_ candidate: Candidate) -> Bool {
        candidate.calls.allSatisfy { call in
            call.tool.wording.hasNoWords && families.contains(call.tool.tool.family)
        }
    }

    /// Whether its tools have an occasion in common with the chain that feeds it, or with a chain of the workflow.
    private func staysWithOccasion(_ candidate: Candidate) -> Bool {
        let own = Occasions(of: candidate.calls.map(\.tool))
        return occasions.contains { id, occasions in
            (candidate.chain == nil || candidate.chain == id) && own.meet(occasions)
        }
    }

    /// A use should stay with the things that are talked about.
    private func affinity(of candidate: Candidate) -> Double {
        guard !request.workflow.chains.isEmpty, candidate.chain == nil else { return 0 }
        guard staysWithOccasion(candidate) else { return -4 }
        let cost = shares(with: candidate) ? 0.5 : 2.0
        return -cost * Double(request.workflow.chains.count)
    }

    /// Who asks about Oslo does not soon ask about Lima.
    private func newcomers(in candidate: Candidate) -> Double {
        let strange = candidate.calls.flatMap { call in
            call.literals.filter { literal in
                guard let meaning = call.tool.wording.inputMeanings[literal.name],
                    let kind = Name.Kind(meaning: meaning)
                else { return false }
                return kinds.contains(kind) && !taken.contains(literal.value)
            }
        }
        return 3 * Double(strange.count)
    }

    /// Whether a use is of a family that the workflow has, or takes a value that the workflow took.
    private func shares(with candidate: Candidate) -> Bool {
        candidate.calls.contains { families.contains($0.tool.tool.family) } || sharesValue(with: candidate)
    }

    private func sharesValue(with candidate: Candidate) -> Bool {
        candidate.calls.contains { call in
            call.literals.contains { taken.contains($0.value) && !$0.value.saysNothing }
        }
    }

    /// What failed lately is not proposed again soon, nor with values that took part in a failure; what was not chosen
    /// is proposed a little less.
    private func memory(of candidate: Candidate) -> Double {
        let spurned = judged.count { $0 == candidate.tools }
        return -6 * candidate.calls.reduce(0) { $0 + $1.suspicion } - Double(spurned)
            - 2 * Double(candidate.tools.count(where: failed.contains)) - risk(of: candidate)
    }

    /// What changes the world is for those who asked for it: of tools without words, reading comes first.
    private func risk(of candidate: Candidate) -> Double {
        3 * Double(candidate.calls.count { $0.tool.wording.hasNoWords && $0.tool.tool.effects > .read })
    }

    /// Words that a use shares with the curator's notes.
    private func agreement(of candidate: Candidate) -> Double {
        wanted.isEmpty ? 0 : 2 * Double(candidate.words.intersection(wanted).count)
    }

    private func isExcluded(_ candidate: Candidate) -> Bool {
        if !unwanted.isEmpty, !candidate.names.isDisjoint(with: unwanted) { return true }
        return !forbidden.isEmpty && candidate.tools.contains { forbidden.contains($0.text.lowercased()) }
    }

    private static func isProhibition(_ note: String) -> Bool {
        note.lowercased().hasPrefix("avoid ")
    }

    /// What stands between spaces, in lower case, without the punctuation around it.
    private static func bareWords(_ text: String) -> [String] {
        text.lowercased().split(whereSeparator: \.isWhitespace).map { word in
            func isAround(_ character: Character) -> Bool { character.isPunctuation && character != "_" }
            let start = word.drop(while: isAround)
            return String(start.reversed().drop(while: isAround).reversed())
        }
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
        names.union(calls.flatMap { Scoring.words($0.tool.tool.description) })
    }

    fileprivate var names: Set<String> {
        Set(calls.flatMap { Scoring.words($0.tool.name.text + " " + $0.tool.tool.family) })
    }
}
