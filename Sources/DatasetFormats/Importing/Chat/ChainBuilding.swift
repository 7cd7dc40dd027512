import Engine

/// Builds chains from calls that are only in order, by where their argument values come from.
///
/// A call that uses an earlier output goes to that output's chain. One in a later turn that has a value from nowhere may
/// have it from anything before, so it goes to the chain of the call before its turn. Any other call opens a chain.
/// Where there are too many values to look up, all of them count as from nowhere.
struct ChainBuilding {
    private(set) var workflow = Workflow()
    private(set) var notes = ImportNotes()
    private var chains: [Int: Chain.ID] = [:]

    /// Numbers of steps are their places, from 1; `turns` has one for each.
    init(_ steps: [Step], turns: [Int], query: String, tools: [Tool]) {
        let isSearched = query.utf8.count <= ImportLimits.searchedQuery
        if !isSearched { notes.add("The query is too long to look values up in; chains follow from outputs alone.") }
        let values = steps.reduce(0) { $0 + $1.call.arguments.valueCount }
        let isTraced = steps.count * values <= ImportLimits.lookups
        if !isTraced { notes.add("Its calls have too many values to look up; each goes on with the chain before it.") }
        let traces = isTraced ? Self.traces(of: steps, query: isSearched ? query : nil, tools) : [:]
        for (step, turn) in zip(steps, turns) {
            let sources = isTraced ? (traces[step.number] ?? []).map(\.source) : [.none]
            let used = sources.compactMap(\.step).filter { turns[$0 - 1] < turn }
            let isBound = turn > 1 && sources.contains { $0.comesFromNowhere(in: turns, before: turn) }
            let last = isBound ? turns.lastIndex { $0 < turn }.map { $0 + 1 } : nil
            add(step, after: used.max() ?? last)
            if used.isEmpty, !isBound, turn > 1 {
                notes.add("Calls of later turns that use no earlier output opened chains of their own.")
            }
        }
    }

    private static func traces(of steps: [Step], query: String?, _ tools: [Tool]) -> [Int: [ArgumentTrace]] {
        let library = Dictionary(tools.map { ($0.name, $0) }) { first, _ in first }
        return Workflow(chains: [Chain(id: Chain.ID(1), steps: steps)]).traces(query: query, library: library)
    }

    private mutating func add(_ step: Step, after earlier: Int?) {
        let id = earlier.flatMap { chains[$0] } ?? newChain()
        chains[step.number] = id
        if let index = workflow.chains.firstIndex(where: { $0.id == id }) {
            workflow.chains[index].steps.append(step)
        } else {
            workflow.chains.append(Chain(id: id, steps: [step]))
        }
    }

    private mutating func newChain() -> Chain.ID {
        guard workflow.chains.count == ImportLimits.chains else { return Chain.ID(workflow.chains.count + 1) }
        notes.add("More than \(ImportLimits.chains) calls depend on no other; the rest are in the last chain.")
        return Chain.ID(ImportLimits.chains)
    }
}

extension ArgumentSource {
    fileprivate var step: Int? {
        guard case .output(let step, _) = self else { return nil }
        return step
    }

    /// Calls of one turn are made at once, so what only such a call has answered is from nowhere.
    fileprivate func comesFromNowhere(in turns: [Int], before turn: Int) -> Bool {
        switch self {
        case .none: true
        case .output(let step, _): turns[step - 1] >= turn
        case .query, .schemaDefault, .documentation, .open, .unknown: false
        }
    }
}
