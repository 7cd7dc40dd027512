import Engine

/// Edits of what is there and in which order; each leaves the workflow as it was when it throws.
extension Workflow {
    func existing(_ number: Int) throws(EditObstacle) -> Step {
        guard let step = step(number) else { throw .unknownStep(number) }
        return step
    }

    func existing(_ id: Chain.ID) throws(EditObstacle) -> Chain {
        guard let chain = chains.first(where: { $0.id == id }) else { throw .unknownChain(id) }
        return chain
    }

    mutating func replace(_ step: Step, with other: Step) {
        change(chain(of: step.number)) { steps in steps = steps.map { $0.number == step.number ? other : $0 } }
    }

    mutating func delete(_ number: Int) throws(EditObstacle) {
        _ = try existing(number)
        guard chains.map(\.steps.count).reduce(0, +) > 1 else { throw .onlyStep(number) }
        change(chain(of: number)) { $0.removeAll { $0.number == number } }
    }

    mutating func move(_ number: Int, to place: StepPlace) throws(EditObstacle) {
        let step = try existing(number)
        let chain = try existing(place.chain)
        let others = chain.steps.filter { $0.number != number }
        guard (0...others.count).contains(place.position) else {
            throw .placeOutOfChain(chain.id, places: others.count + 1)
        }
        let isThere = chain.steps.firstIndex(of: step) == place.position
        guard !isThere else { throw .alreadyThere(number) }
        change(self.chain(of: number)) { $0.removeAll { $0.number == number } }
        change(chain.id) { $0.insert(step, at: place.position) }
    }

    mutating func split(before number: Int, into new: Chain.ID) throws(EditObstacle) {
        let step = try existing(number)
        guard let chain = chains.first(where: { $0.steps.contains(step) }), chain.steps.first != step else {
            throw .alreadyFirst(number)
        }
        let first = chain.steps.prefix { $0 != step }
        change(chain.id) { $0 = Array(first) }
        chains.append(Chain(id: new, steps: Array(chain.steps.dropFirst(first.count))))
    }

    mutating func merge(_ id: Chain.ID, into other: Chain.ID) throws(EditObstacle) {
        let joining = Set(try existing(id).steps.map(\.number) + existing(other).steps.map(\.number))
        guard id != other else { throw .mergedWithItself(id) }
        let joined = steps.filter { joining.contains($0.number) }
        change(id) { $0 = [] }
        change(other) { $0 = joined }
    }

    /// Changes the steps of a chain; a chain without steps is none.
    private mutating func change(_ id: Chain.ID?, _ change: (inout [Step]) -> Void) {
        guard let index = chains.firstIndex(where: { $0.id == id }) else { return }
        change(&chains[index].steps)
        if chains[index].steps.isEmpty { chains.remove(at: index) }
    }
}
