import DatasetStore
import Engine
import Review
import TestSupport
import Testing

@testable import toolgrad

@Suite("Undoing in a session", .timeLimit(.minutes(3)))
struct UndoingSessionTests {
    /// What a session says that undoes once after these decisions of its reviewer, and what is decided then.
    private func undoing(
        _ actions: [(sample: Int, action: (SampleID) -> Decision.Action)]
    ) async throws -> (text: String, standing: [Decision]) {
        let program = try Program()
        defer { program.clean() }
        let stored = try StoredSamples(in: program)
        let ids = try await stored.store(
            ["Oslo", "Rome"].enumerated().map { SampleBuilder.warmth(of: $1, index: $0 + 1) })
        for (place, order) in actions.enumerated() {
            try await stored.decide(ids[order.sample], order.action(ids[1]), by: "ben", at: Int64(place))
        }
        try stored.dataset.close()

        let ending = try await program.run(
            typing: ["u", "q"], "review", "--linear", program.file("a.toolgrad"), "--reviewer", "ben")

        #expect(ending.status == 0, "\(ending.errors)")
        let dataset = try Dataset.open(at: program.file("a.toolgrad"), mode: .readOnly)
        let all = try await dataset.decisions(after: 0)
        let undone = Set(all.compactMap(\.undone))
        return (ending.output, all.filter { $0.undone == nil && !undone.contains($0.sequence) })
    }

    @Test func `says what was taken back where no status tells`() async throws {
        let (text, standing) = try await undoing([(0, { .prefer(over: $0) })])

        #expect(text.contains("s-00001: the preference over s-00002 is taken back."))
        #expect(standing.isEmpty)
    }

    @Test func `leaves a judgement of a further pass alone`() async throws {
        let (text, standing) = try await undoing([(0, { _ in .accept }), (0, { _ in .judge(.accepted, pass: 2) })])

        #expect(text.contains("s-00001 is pending again."))
        #expect(standing.map(\.action) == [.judge(.accepted, pass: 2)])
    }
}
