import Engine
import Review
import TestSupport
import Testing

@Suite("Checks of texts and arguments")
struct TextCheckTests {
    private func found(_ check: some Check, _ sample: ReviewedSample) -> [Finding] {
        check.findings(in: CheckSubject(sample)).filter { $0.severity > .info }
    }

    private func asked(_ query: String) -> ReviewedSample { SampleBuilder(query: query, response: "r").sample }

    @Test func `a value that no text spells out is no finding, one from nowhere is`() {
        let sample = SampleBuilder(query: "q", response: "r")
            .step("t", ["verbose": true, "tags": [], "city": "Oslo"], gives: "1").sample

        #expect(found(ArgumentProvenance(), sample).map(\.target) == [.argument(step: 1, path: .init([.key("city")]))])
    }

    @Test func `a value of the documentation is a warning, unless the query hints at it`() {
        let tool = Tool(
            name: "t", description: "",
            inputSchema: ["type": "object", "properties": ["cabin": ["enum": ["economy", "business"]]]])
        func severities(_ query: String) -> [Finding.Severity] {
            let sample = SampleBuilder(query: query, response: "r").tool(tool)
                .step("t", ["cabin": "economy"], gives: "1").sample
            return found(ArgumentProvenance(), sample).map(\.severity)
        }

        #expect(severities("A flight?") == [.warning])
        #expect(severities("An economical flight?").isEmpty)
    }

    @Test(arguments: [
        ("What's on today?", true), ("What's on today, 3 May 2026?", false), ("Who sang 'Here Today'?", false),
    ])
    func `a day of asking is found, unless the sentence names it`(query: String, isFault: Bool) {
        #expect(found(TimeBound(), asked(query)).isEmpty != isFault)
    }

    @Test func `a call of a tool that is not there is found, and a schema that is none is not the sample's fault`() {
        let broken = Tool(name: "t", description: "", inputSchema: ["type": 7])
        let known = SampleBuilder(query: "q", response: "r").tool(broken).step("t", [:], gives: "1").sample
        let unknown = ReviewedSample(
            id: known.id, seed: known.seed, state: known.state, review: known.review, library: [])

        #expect(found(SchemaValidity(), known).isEmpty)
        #expect(found(SchemaValidity(), unknown).map(\.target) == [.step(1)])
    }

    @Test func `hidden characters say their number, smuggling is unsafe`() {
        let findings = found(HiddenCharacters(), asked("a\u{200B}b"))

        #expect(findings.map(\.evidence) == ["U+200B, an invisible character"])
        #expect(findings.map(\.reason) == [.unsafe])
        #expect(found(HiddenCharacters(), asked("👩🏽‍🚀 🏳️‍🌈 می‌خواهم")).isEmpty)
    }

    @Test func `evidence never repeats a secret or an address`() {
        let key = "ghp" + "_R7s2KdLq9ZxW4vTnB1mYc8HpJf3GtE6uAo5S"

        let secrets = found(Secrets(), asked("Use \(key) for it."))
        let addresses = found(PersonalData(), asked("Write to maria.lopez84@gmail.com."))

        #expect(secrets.count == 1)
        #expect(secrets.allSatisfy { !$0.evidence.contains(key.dropFirst(6)) })
        #expect(addresses.count == 1)
        #expect(addresses.allSatisfy { !$0.evidence.contains("lopez") })
    }

    @Test func `a change that was asked for is only told`() {
        let tool = Tool(name: "delete_file", description: "", inputSchema: ["type": "object"], effects: .destructive)
        func severities(_ query: String) -> [Finding.Severity] {
            let sample = SampleBuilder(query: query, response: "r").tool(tool).step("delete_file", [:], gives: "1")
                .sample
            return SideEffects().findings(in: CheckSubject(sample)).map(\.severity)
        }

        #expect(severities("Delete a.txt.") == [.info])
        #expect(severities("How big is a.txt?") == [.error])
    }
}
