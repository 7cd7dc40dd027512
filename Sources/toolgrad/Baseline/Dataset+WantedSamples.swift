import DatasetStore
import Engine

extension Dataset {
    /// Notes how many samples a baseline should have in the end; fewer than before change nothing.
    ///
    /// The count is no part of the plan, which says which baseline it is: a larger one goes on with a smaller one.
    func want(_ count: Int, of baseline: RunID) async throws {
        guard try await wantedSamples(of: baseline) ?? 0 < count else { return }
        try await saveArtefact(
            kind: ArtefactKind.baseline, name: baseline.hash.hex, json: ["wanted": .count(count)],
            at: Surroundings.now())
    }

    /// How many samples a baseline should have in the end; nil where an earlier version made it and did not note that.
    func wantedSamples(of baseline: RunID) async throws -> Int? {
        try await artefact(kind: ArtefactKind.baseline, name: baseline.hash.hex)?.json["wanted"]?.int
    }
}
