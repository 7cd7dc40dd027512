import Review
import TestSupport
import Testing

@Suite("Long outputs")
struct LongOutputTests {
    /// More than is read closely, with one town at its end.
    private static let harbours =
        (0..<8000).map { "Harbour \($0) lies by the sea and is quiet." }.joined(separator: "\n")
        + "\nThe last one is Skudeneshavn, with 3317 people."

    private func findings(_ response: String) -> [Finding] {
        let sample = SampleBuilder(query: "Which harbour is the last?", response: response)
            .step("harbours", [:], gives: Self.harbours).sample
        return Ungrounded().findings(in: CheckSubject(sample))
    }

    @Test func `what is written at their end is a source`() {
        #expect(findings("It is Skudeneshavn, with 3317 people.").isEmpty)
    }

    @Test func `what was not found says how much was only searched, and is no more than a warning`() {
        let findings = findings("It is Haugesund, with 37444 people.")

        #expect(findings.map(\.severity) == [.warning, .warning])
        #expect(findings.first?.evidence.hasPrefix("no source says 37444 (but ") == true)
        #expect(findings.allSatisfy { $0.evidence.hasSuffix(" KB of outputs were only searched for these words)") })
    }

    @Test func `a short output is read whole, so what it lacks is an error`() {
        let sample = SampleBuilder(query: "Which harbour is the last?", response: "One with 37444 people.")
            .step("harbours", [:], gives: "Skudeneshavn has 3317 people.").sample

        let findings = Ungrounded().findings(in: CheckSubject(sample))

        #expect(findings.map(\.severity) == [.error])
        #expect(findings.map(\.evidence) == ["no source says 37444"])
    }

    @Test func `a step that returned too much to look through is not called unused`() {
        func targets(_ rows: Int) -> [Target] {
            let output = "[" + (0..<rows).map { "\(100_000 + $0)" }.joined(separator: ",") + "]"
            let sample = SampleBuilder(query: "How warm is Oslo?", response: "It is 9 °C.")
                .step("weather", ["city": "Oslo"], gives: #"{"max":9}"#)
                .step("ledger", ["branch": "b7"], gives: output, chain: 2).sample
            return RedundantStep().findings(in: CheckSubject(sample)).map(\.target)
        }

        #expect(targets(3000) == [.step(2)])
        #expect(targets(20_001).isEmpty)
    }
}
