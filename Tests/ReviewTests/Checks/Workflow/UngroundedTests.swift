import Engine
import Review
import TestSupport
import Testing

@Suite("Claims without a source")
struct UngroundedTests {
    private func evidence(_ response: String, from output: String = "{}", query: String = "q") -> [String] {
        let sample = SampleBuilder(query: query, response: response).step("t", [:], gives: output).sample
        return Ungrounded().findings(in: CheckSubject(sample)).map(\.evidence)
    }

    @Test(arguments: [
        ("It costs 1,234.50.", "1234.5"), ("Es kostet 1.234,50.", "1234.5"), ("About 9 degrees.", "9.3"),
        ("It is 48.7 °F.", "9.3"), ("That is 23%.", "0.23"), ("1.2 million people", "1203441"),
        ("It takes 2 hours and 35 minutes.", "155"), ("In all, 30.", "[10,20]"), ("On average 15.", "[10,20]"),
        ("It differs by 10.", "[10,20]"), ("There are 3.", #"["a","b","c"]"#),
    ])
    func `a number may be spelled, rounded, converted or worked out`(response: String, output: String) {
        #expect(evidence(response, from: output).isEmpty)
    }

    @Test(arguments: [
        ("On 17 May 2027.", #""2027-05-17""#), ("On May 17th.", #""2027-05-17T10:00:00Z""#),
        ("5月17日です", #""2027-05-17""#),
        ("On Monday, 17 May.", #""2027-05-17""#), ("At 3:30 PM.", #""2027-05-17T15:30:00""#),
        ("It starts at 9:05.", #""09:05""#),
    ])
    func `a day or a time may be written in any way`(response: String, output: String) {
        #expect(evidence(response, from: output).isEmpty)
    }

    @Test(arguments: [
        ("It costs 1,243.50.", "1234.5", "1,243.50"), ("On 18 May 2027.", #""2027-05-17""#, "18 May 2027"),
        ("On Tuesday, 17 May.", #""2027-05-17""#, "17 May"), ("At 3:30 AM.", #""15:30""#, "3:30 AM"),
        ("Take TP438.", #""TP436""#, "TP438"),
        ("See https://b.example/x.", #""https://a.example/x""#, "https://b.example/x"),
    ])
    func `what no source says is an error that quotes it`(response: String, output: String, claim: String) {
        #expect(evidence(response, from: output) == ["no source says \(claim)"])
    }

    @Test func `a name that no source has is a warning`() throws {
        let sample = SampleBuilder(query: "Who directed it?", response: "It was directed by Greta Gerwig.")
            .step("film", [:], gives: #"{"director":"Jane Campion"}"#).sample

        let findings = Ungrounded().findings(in: CheckSubject(sample))

        #expect(findings.map(\.evidence) == ["no source names Greta", "no source names Gerwig"])
        #expect(findings.allSatisfy { $0.severity == .warning && $0.target == .response && $0.reason == .ungrounded })
    }

    @Test func `what the query says may be said again`() {
        #expect(evidence("For 2 guests in Évora on 3 June, nothing.", query: "2 guests in Evora on 3 June?").isEmpty)
    }

    @Test func `a claim that grows with a hostile text is cut off`() {
        let response = (0..<500).map { "It costs \($0 * 7919 + 100_003)." }.joined(separator: " ")

        #expect(evidence(response).count == 12)
    }

    @Test func `the labelled cases are told apart`() throws {
        try expectTells(Ungrounded())
    }
}
