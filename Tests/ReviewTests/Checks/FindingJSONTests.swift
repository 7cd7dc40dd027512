import Engine
import Review
import Testing

@Suite("A finding for machines")
struct FindingJSONTests {
    private func finding(_ origin: Finding.Origin) -> Finding {
        Finding(
            check: "empty_output", version: 2, target: .step(2), evidence: "returned 9", reason: .emptyOutput,
            severity: .warning, origin: origin)
    }

    @Test func `has everything of it in a fixed order, and of a model's that it is one`() {
        let told =
            #"{"check":"empty_output","version":2,"target":"step 2","severity":"warning","reason":"empty_output","#
            + #""evidence":"returned 9""#

        #expect(finding(.lint).json.compactText == told + "}")
        #expect(finding(.llm).json.compactText == told + #","by":"llm"}"#)
    }
}
