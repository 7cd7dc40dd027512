import Engine

/// Builds chains from calls that are only in order, by where their argument values come from.
///
/// What depends on each other is one chain: a call is in the chain of every earlier output that it uses. One in a later
/// turn that uses none but has a value from nowhere may have it from anything before, so it goes to the chain of the call
/// before its turn. Any other call opens a chain.
/// Where there are too many values to look up, all of them count as from nowhere.
struct ChainBuilding {
    private(set) var workflow = Workflow()
    private(set) var notes = ImportNotes()

    /// Numbers of steps are their places, from 1; `turns` has one for each.
    init(_ steps: [Step], turns: [Int], query: String, tools: [Tool]) {
        let isSearched = query.utf8.count <= ImportLimits.searchedQuery
        if !isSearched { notes.add("The query is too long to look values up in; chains follow from outputs alone.") }
        let values = steps.reduce(0) { $0 + $1.call.arguments.valueCount }
        let isTraced = steps.count * values <= ImportLimits.lookups
        if !isTraced { notes.add("Its calls have too many values to look up; each goes on with the chain before it.") }
        let traces = isTraced ? Self.traces(of: steps, query: isSearched ? query : nil, tools) : [:]
        var groups = StepGroups(count: steps.count)
        for (step, turn) in zip(steps, turns) {
            let sources = isTraced ? (traces[step.number] ?? []).map(\.source) : [.none]
            let used = sources.compactMap(\.step).filter { turns[$0 - 1] < turn }
            let isBound = turn > 1 && sources.contains { $0.comesFromNowhere(in: turns, before: turn) }
            let last = isBound ? turns.lastIndex { $0 < turn }.map { $0 + 1 } : nil
            for earlier in used.isEmpty ? [last].compactMap(\.self) : used { groups.unite(earlier, step.number) }
            if used.isEmpty, !isBound, turn > 1 {
                notes.add("Calls of later turns that use no earlier output opened chains of their own.")
            }
        }
        add(groups.chains(of: steps))
    }

    private static func traces(of steps: [Step], query: String?, _ tools: [Tool]) -> [Int: [ArgumentTrace]] {
        let library = Dictionary(tools.map { ($0.name, $0) }) { first, _ in first }
        return Workflow(chains: [Chain(id: Chain.ID(1), steps: steps)]).traces(query: query, library: library)
    }

    private mutating func add(_ chains: [[Step]]) {
        var kept = Array(chains.prefix(ImportLimits.chains))
        if chains.count > kept.count {
            notes.add("More than \(ImportLimits.chains) calls depend on no other; the rest are in the last chain.")
            let rest = chains[(kept.count - 1)...].flatMap(\.self)
            kept[kept.count - 1] = rest.sorted { $0.number < $1.number }
        }
        workflow.chains = kept.enumerated().map { Chain(id: Chain.ID($0 + 1), steps: $1) }
    }
}

/// Which steps belong together, by their numbers from 1.
private struct StepGroups {
    /// For each step an earlier one of its group; the first of a group is its own.
    private var earlier: [Int]

    init(count: Int) {
        earlier = Array(0..<count)
    }

    mutating func unite(_ one: Int, _ other: Int) {
        let (first, second) = (first(of: one - 1), first(of: other - 1))
        earlier[max(first, second)] = min(first, second)
    }

    private func first(of place: Int) -> Int {
        var place = place
        while earlier[place] != place { place = earlier[place] }
        return place
    }

    /// The groups in the order of their first steps.
    func chains(of steps: [Step]) -> [[Step]] {
        let groups = Dictionary(grouping: steps.indices) { first(of: $0) }
        return groups.sorted { $0.key < $1.key }.map { $0.value.map { steps[$0] } }
    }
}

extension ArgumentSource {
    /// Calls of one turn are made at once, so what only such a call has answered is from nowhere.
    fileprivate func comesFromNowhere(in turns: [Int], before turn: Int) -> Bool {
        switch self {
        case .none: true
        case .output(let step, _): turns[step - 1] >= turn
        case .query, .schemaDefault, .documentation, .open, .unknown: false
        }
    }
}
