import Engine

/// Where a reviewer left off: what the list showed, and what was on the screen.
package struct Place: Hashable, Codable, Sendable {
    let view: QueueView
    let sample: SampleID?
    /// The iteration that was walked back to; nil at the newest.
    let iteration: Int?
    let pane: Pane
}

extension ExplorerState {
    /// Where the reviewer is now.
    package var place: Place {
        Place(
            view: queue.view, sample: open?.id ?? queue.selection,
            iteration: open.flatMap { $0.showsNewest ? nil : $0.viewed }, pane: focus)
    }

    /// Goes back to where a reviewer left off, as far as it is still there; to be called before ``start()``.
    package mutating func resume(at place: Place) {
        queue = Queue(at: place.view, place.sample)
        focus = place.pane
        returning = place.iteration
    }

    /// What to ask for first.
    package mutating func start() -> [Effect] { queue.begin() + [.loadQueues] }
}
