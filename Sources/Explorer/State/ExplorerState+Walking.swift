import Canvas
import Engine
import Review

/// A place of the Review screen.
struct Stop: Hashable {
    let pane: Pane
    let item: PaneItem?
}

extension ExplorerState {
    /// Goes to another iteration; its own step and proposals are then under the cursors.
    mutating func walk(by distance: Int) {
        open?.walk(by: distance)
        cursors[.chains] = nil
        cursors[.gradient] = nil
        scrolls = [:]
    }

    /// Goes through what an iteration did, in the order in which it was done, and on to the next iteration.
    mutating func walkPhases(by distance: Int) {
        let stops = phases
        let here = stops.firstIndex { $0.pane == focusedPane && $0.item == cursor(in: $0.pane) }
        let target = here.map { $0 + distance } ?? (distance > 0 ? 0 : stops.count - 1)
        if stops.indices.contains(target) { return go(to: stops[target]) }
        let viewed = open?.viewed
        walk(by: distance)
        guard open?.viewed != viewed, let stop = distance > 0 ? phases.first : phases.last else { return }
        go(to: stop)
    }

    mutating func go(to stop: Stop) {
        focus = stop.pane
        cursors[stop.pane] = stop.item
    }

    /// Proposals and their reports, the selection, the new steps, the query.
    private var phases: [Stop] {
        guard let open, let iteration = open.iteration else { return [] }
        var stops = iteration.trials.map { Stop(pane: .gradient, item: .proposal($0.id)) }
        stops += open.view.workflow.steps.filter { $0.iteration == iteration.number }.map {
            Stop(pane: .chains, item: .step($0.number))
        }
        return stops + [Stop(pane: .query, item: nil)]
    }

    /// Goes to the next place where a check found something; to the next change where a comparison is in focus.
    mutating func goToFinding(by distance: Int) {
        if [.query, .response].contains(focusedPane), scrollToChange(by: distance) { return }
        guard let open, !open.findings.isEmpty else { return tell("No check found anything in this sample.") }
        let targets = open.findings.map(\.target)
        let next = problem.map { $0 + distance } ?? (distance > 0 ? 0 : targets.count - 1)
        let place = (next + targets.count) % targets.count
        problem = place
        go(to: stop(at: targets[place]))
        let finding = open.findings[place]
        tell("\(place + 1)/\(targets.count) \(finding.told)")
    }

    /// Where a target is on the screen.
    func stop(at target: Target) -> Stop {
        switch target {
        case .whole: Stop(pane: .facts, item: nil)
        case .query: Stop(pane: .query, item: nil)
        case .response: Stop(pane: .response, item: nil)
        case .chain(let chain): Stop(pane: .chains, item: .chain(chain))
        case .step(let number): Stop(pane: .chains, item: .step(number))
        case .argument(let step, let path): Stop(pane: .chains, item: .argument(step: step, path))
        case .iteration: Stop(pane: .gradient, item: nil)
        case .proposal(_, let id): Stop(pane: .gradient, item: .proposal(id))
        }
    }
}

extension ExplorerState {
    /// Shows how the sample grew, iteration by iteration, or stops doing so.
    mutating func toggleReplay() -> [Effect] {
        guard replay == nil else {
            replay = nil
            return []
        }
        if open?.showsNewest == true { walk(by: -Self.furthest) }
        let number = session.nextWake()
        replay = number
        return [.wake(number, after: Self.replayPause)]
    }

    /// How long the replay stays at one iteration.
    private static let replayPause = Duration.milliseconds(900)

    mutating func replayOn(_ number: Int) -> [Effect] {
        walk(by: 1)
        guard open?.showsNewest == false else {
            replay = nil
            return []
        }
        return [.wake(number, after: Self.replayPause)]
    }
}
