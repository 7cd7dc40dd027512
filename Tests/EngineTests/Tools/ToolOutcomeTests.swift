import Engine
import TestSupport
import Testing

@Suite("How a call ended")
struct ToolOutcomeTests {
    @Test func `tells whether it left, and whether the tool may have run`() {
        let examples = ToolOutcome.examples

        #expect(examples.filter { !$0.hasLeft }.map(\.verdict) == ["rejected", "denied"])
        #expect(examples.filter { !$0.mayHaveRun }.map(\.verdict) == ["refused", "rejected", "denied"])
    }

    @Test func `is one of eight`() {
        #expect(
            Set(ToolOutcome.examples.map(\.verdict)) == [
                "empty", "failed", "malformed", "refused", "rejected", "denied", "timed out", "unreachable",
            ])
    }
}
