import DatasetStore
import Engine
import Explorer
import Review

extension EffectDesk {
    /// Reads what is judged in two ways; names stay behind.
    func loadDisagreements() async throws {
        var disputes: [Dispute] = []
        for reading in try await dataset.agreement().disagreements {
            disputes.append(Dispute(reading, of: try await dataset.reviewedSample(reading.id)))
        }
        inbox.post(.disagreementsLoaded(disputes))
    }
}
