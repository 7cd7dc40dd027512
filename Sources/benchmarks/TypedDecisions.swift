import DatasetStore
import Review

/// A reviewer who types without looking: keys wait for the sample that they are meant for, so the samples are decided in
/// their order, each as it was meant.
struct TypedDecisions {
    /// What is typed about one sample after the other, and what it means.
    private static let turns: [(keys: String, deed: @Sendable (String) -> ScriptedReviewer.Deed)] = [
        ("a", { .accepted($0) }),
        ("r3", { .rejected($0, reason: "3") }),
        ("jjka", { .accepted($0) }),
        ("glgrs", { .skipped($0) }),
        ("[]r1", { .rejected($0, reason: "1") }),
    ]
    private static let patience = Duration.seconds(10)

    let count: Int

    /// What came of it.
    struct Result: Hashable {
        let typed: Int
        /// Decisions that were typed and are not in the dataset.
        let lost: Int
        /// Decisions in the dataset that are not those that were typed, in their order.
        let misdirected: Int
    }

    /// Types at ever other moments, and reads what the dataset has of it.
    func result(in window: ProgramWindow, storedIn dataset: Dataset) async throws -> Result {
        let last = try await dataset.decisions(after: 0).last?.sequence ?? 0
        for turn in 0..<count {
            for (place, key) in Self.turns[turn % Self.turns.count].keys.enumerated() {
                window.type(String(key))
                window.listen(for: .milliseconds(20 + (turn + place) * 7 % 43))
            }
        }
        let clock = ContinuousClock()
        let end = clock.now + Self.patience
        var stored: [Decision] = []
        repeat {
            window.listen(for: .milliseconds(100))
            stored = try await dataset.decisions(after: last)
        } while stored.count < count && clock.now < end
        return result(for: stored)
    }

    /// Compares what is stored with what was typed; the first decision says where the reviewer began.
    func result(for stored: [Decision]) -> Result {
        let first = stored.first?.sample.index ?? 1
        let wrong = stored.enumerated().count { turn, decision in
            let meant = Self.turns[turn % Self.turns.count].deed("\(first + turn)")
            return ScriptedReviewer.Deed(decision.action, "\(decision.sample.index)") != meant
        }
        return Result(typed: count, lost: max(0, count - stored.count), misdirected: wrong)
    }
}
