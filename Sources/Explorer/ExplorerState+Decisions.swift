import Engine
import Review

extension ExplorerState {
    /// Decides without going on.
    func decide(_ action: (OpenSample) -> Decision.Action) -> [Effect] {
        open.map { [.decide($0.id, action($0))] } ?? []
    }

    /// Decides about the sample on the screen and goes on to the next undecided one.
    mutating func settle(_ action: Decision.Action) -> [Effect] {
        guard let open else { return [] }
        return [.decide(open.id, action)] + advance()
    }

    func edit() -> [Effect] {
        guard let open else { return [] }
        if focusedPane == .response, let response = open.sample.response {
            return [.edit(open.id, .response, text: response)]
        }
        return open.sample.query.map { [.edit(open.id, .query, text: $0)] } ?? []
    }

    mutating func pickReasons() {
        guard let open else { return }
        let findings = open.sample.findings()
        overlay = .reasons(ReasonPicker(of: open.id, targets: targets(of: open), findings: findings))
    }

    /// What a reason may be about: the focused item, what holds it, and the texts.
    private func targets(of open: OpenSample) -> [Target] {
        var targets: [Target] =
            switch (focusedPane, cursor(in: focusedPane)) {
            case (.chains, .argument(let step, let path)?): [.argument(step: step, path: path), .step(step)]
            case (.chains, .step(let step)?), (.chains, .output(let step)?): [.step(step)]
            case (.chains, .chain(let chain)?): [.chain(chain)]
            case (.gradient, .proposal(let id)?): [.proposal(iteration: open.viewed, id)]
            case (.gradient, _): [.iteration(open.viewed)]
            case (.query, _): [.query]
            case (.response, _): [.response]
            case (_, _): [.whole]
            }
        if case .step(let step) = targets.last, let chain = open.sample.workflow.chain(of: step) {
            targets.append(.chain(chain))
        }
        return targets + [.query, .response, .whole].filter { !targets.contains($0) }
    }

    /// Goes through the queue; going somewhere else ends the following.
    mutating func travel(by distance: Int) -> [Effect] {
        followsNewest = false
        return go(toPlace: queue.index.map { $0 + distance } ?? 0)
    }

    mutating func toggleFollowing() -> [Effect] {
        followsNewest.toggle()
        guard followsNewest, let newest = growing.last else { return [] }
        return go(to: newest)
    }

    mutating func goToUndecided(_ direction: Effect.Direction) -> [Effect] {
        followsNewest = false
        if let sample = queue.undecided(direction) { return go(to: sample) }
        if queue.goesOn(direction), let place = queue.index {
            return seek(direction, from: place)
        }
        tell(direction == .forward ? "No undecided sample after this one." : "No undecided sample before this one.")
        return []
    }

    /// The next undecided sample; the next one of the queue where everything after this is decided.
    private mutating func advance() -> [Effect] {
        followsNewest = false
        if let sample = queue.undecided(.forward) { return go(to: sample) }
        guard let place = queue.index, queue.goesOn(.forward) else {
            tell(queue.undecided(.backward) == nil ? "Every sample is decided." : "That was the last one; P goes back.")
            return []
        }
        return seek(.forward, from: place)
    }

    /// Looks beyond the rows at hand.
    private mutating func seek(_ direction: Effect.Direction, from place: Int) -> [Effect] {
        isSeeking = true
        return [.seek(direction, from: place, limit: Queue.pageLimit)]
    }
}
