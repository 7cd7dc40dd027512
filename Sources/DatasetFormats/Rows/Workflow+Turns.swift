import Engine

extension Workflow {
    /// The steps as turns of an assistant: each in the earliest turn after everything it uses.
    ///
    /// Steps of one turn are parallel calls, in the order in which the workflow has them.
    func turns(query: String, tools: [Tool]) -> [[Step]] {
        let library = Dictionary(tools.map { ($0.name, $0) }) { first, _ in first }
        let traces = traces(query: query, library: library)
        var turns: [[Step]] = []
        var places: [Int: Int] = [:]
        for step in steps {
            let sources = (traces[step.number] ?? []).map(\.source)
            let before = Set(sources.compactMap(\.step)).union(predecessors(of: step, sources, library))
            let place = (before.compactMap { places[$0] }.max() ?? -1) + 1
            if place == turns.count { turns.append([]) }
            turns[place].append(step)
            places[step.number] = place
        }
        return turns
    }

    /// Earlier steps of the chain that must come first although no value shows it: what a step changes may be what a
    /// later one sees, and a value without a source may have been worked out from any earlier output.
    private func predecessors(of step: Step, _ sources: [ArgumentSource], _ library: [ToolName: Tool]) -> [Int] {
        let earlier = chains.first { $0.steps.contains(step) }?.steps.prefix { $0.number != step.number } ?? []
        let isBound = sources.contains(.none) || step.changesSomething(library)
        return earlier.filter { isBound || $0.changesSomething(library) }.map(\.number)
    }
}

extension Step {
    fileprivate func changesSomething(_ library: [ToolName: Tool]) -> Bool {
        library[call.tool]?.effects != .read
    }
}
