import Engine
import Review

/// What was committed since the last look, by this process or another.
package struct DatasetChange: Hashable, Sendable {
    /// Samples that have new events, in the order of their first one.
    package let grown: [SampleID]
    /// New decisions, oldest first.
    package let decisions: [Decision]
    /// Whether a run was begun.
    package let hasNewRun: Bool

    package init(grown: [SampleID], decisions: [Decision], hasNewRun: Bool) {
        self.grown = grown
        self.decisions = decisions
        self.hasNewRun = hasNewRun
    }

    var isEmpty: Bool { grown.isEmpty && decisions.isEmpty && !hasNewRun }
}

extension Dataset {
    /// What is committed from now on: by this process at once, by others within a second.
    ///
    /// A reader that is slow gets fewer and larger changes, never an older state. The stream ends when it is dropped
    /// or its task is cancelled; until then it keeps the dataset open.
    package func changes() async throws -> AsyncStream<DatasetChange> {
        let path = path
        let place = try await read { try ChangePlace(of: $0) }
        let feed = ChangeFeed(from: place, bell: bell) { place in
            try await self.read { try place.look(in: $0, path: path) }
        }
        return AsyncStream { await feed.next() }
    }
}
