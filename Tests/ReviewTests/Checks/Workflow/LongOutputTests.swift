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

    /// More than is read closely, without a number, and a text behind it.
    private func findings(_ response: String, behind end: String) -> [Finding] {
        let harbours = String(repeating: "A harbour lies by the sea and is quiet.\n", count: 8000)
        let sample = SampleBuilder(query: "Which harbour is the last?", response: response)
            .step("harbours", [:], gives: harbours + end).sample
        return Ungrounded().findings(in: CheckSubject(sample))
    }

    @Test(arguments: ["It has 42877 people.", "It has 91428 people.", "The last one is Skudenes."])
    func `a part of a longer word or number at their end is no source`(response: String) {
        #expect(findings(response, behind: "Skudeneshavn has 9142877 people.").count == 1)
    }

    @Test func `a number beside marks at their end is a source, also behind one that is longer`() {
        #expect(findings("It has 42877 people.", behind: "9142877,428770,(42877)").isEmpty)
    }

    @Test func `when too much would have to be looked for at their end, that is said`() {
        let numbers = (1...250).map { "\(7_000_000 + $0 * 1013)" }.joined(separator: ", ")

        let findings = findings("They are \(numbers).", behind: numbers)

        #expect(findings.count == 12)
        #expect(findings.allSatisfy { $0.severity == .warning })
        #expect(findings.allSatisfy { $0.evidence.hasSuffix(" were not looked at for it, after 200 searches)") })
    }

    @Test func `a word that a response says often is looked for once`() {
        let response = String(repeating: "It has 42877 people. ", count: 250)

        #expect(findings(response, behind: "It has 42877 people.").isEmpty)
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
