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
    /// Whether what waits for growing samples was kept anew, or is kept no longer.
    package let changesSteering: Bool

    package init(grown: [SampleID], decisions: [Decision], hasNewRun: Bool, changesSteering: Bool = false) {
        self.grown = grown
        self.decisions = decisions
        self.hasNewRun = hasNewRun
        self.changesSteering = changesSteering
    }

    var isEmpty: Bool { grown.isEmpty && decisions.isEmpty && !hasNewRun && !changesSteering }
}

extension Dataset {
    /// What is committed from now on: by this process at once, by others within a second.
    ///
    /// A reader that is slow gets fewer and larger changes, never an older state. The stream ends when it is dropped
    /// or its task is cancelled; until then it keeps the dataset open.
    package func changes() async throws -> AsyncStream<DatasetChange> {
        changes(from: try await read { try ChangePlace(of: $0) })
    }

    /// How runs stand, each with the events of at most `limit` of its samples under way, and what is committed from that
    /// very moment on: what a standing counts is in no change, and nothing is in neither.
    ///
    /// - Throws: ``DatasetError/unknownRun(_:)``, and ``DatasetError/damaged(path:what:)``
    package func changes(
        afterStandingsOf runs: [RunID], following limit: Int
    ) async throws -> (standings: [RunStanding], changes: AsyncStream<DatasetChange>) {
        let (stored, place) = try await read { database in
            (try runs.map { try database.standing(of: $0, following: limit) }, try ChangePlace(of: database))
        }
        return (try stored.map { try $0.standing(in: path) }, changes(from: place))
    }

    private func changes(from place: ChangePlace) -> AsyncStream<DatasetChange> {
        let path = path
        let feed = ChangeFeed(from: place, bell: bell) { place in
            try await self.read { try place.look(in: $0, path: path) }
        }
        return AsyncStream { await feed.next() }
    }
}
