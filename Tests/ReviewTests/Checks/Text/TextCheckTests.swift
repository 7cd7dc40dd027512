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

    @Test(arguments: [
        ("My password is Kx7!pqRt2z, log me in.", "a password (10 characters)"),
        ("Connect to postgres://ana:Kx7pqRt2z@db.host/main please.", "a password in an address (9 characters)"),
        ("Use ?api_key=q8Zr4Lm1Xw7Tn3Bv9Kd for it.", "a value under api_key (19 characters)"),
        ("Send the token q8Zr4Lm1Xw7Tn3Bv9Kd along.", "a token (19 characters)"),
        (#"Here: {"pem":"-----BEGIN RSA PRIVATE KEY-----\nMIIE"}"#, "a private key"),
        ("Use AKI" + "AR7S2KDLQ9ZXW4VTN.", "a key of AWS: AKIA… (20 characters)"),
    ])
    func `evidence shows how keys of known services begin, and nothing of other secrets`(query: String, told: String) {
        #expect(found(Secrets(), asked(query)).map(\.evidence) == [told])
    }

    @Test func `a secret deep in a long output is found, and told once a step`() {
        let filler = String(repeating: "Row of a harbour, seen in May; the key to it is lost. ", count: 4000)
        let text = filler + "token=q8Zr4Lm1Xw7Tn3Bv9Kd and password: Kx7!pqRt2z " + filler
        let sample = SampleBuilder(query: "q", response: "r").step("read", [:], gives: text).sample

        #expect(found(Secrets(), sample).map(\.evidence) == ["a value under token (19 characters)"])
        #expect(found(Secrets(), sample).map(\.target) == [.step(1)])
    }

    @Test func `a value under a key that names a password is found in the rows of an output`() {
        let rows = #"[{"id":1,"password":"none"},{"id":2,"password":"Kx7!pqRt2z"}]"#
        let sample = SampleBuilder(query: "q", response: "r").step("users", [:], gives: rows).sample

        #expect(found(Secrets(), sample).map(\.evidence) == ["a value under password (10 characters)"])
    }

    @Test func `what the response repeats of a business is only told, a person's address is a warning`() {
        let output = #"{"mail":"maria.lopez84@gmail.com","phone":"+49 30 901820"}"#
        func severities(_ response: String) -> [Finding.Severity] {
            let sample = SampleBuilder(query: "q", response: response).step("shop", [:], gives: output).sample
            return PersonalData().findings(in: CheckSubject(sample)).map(\.severity)
        }

        #expect(severities("Write to maria.lopez84@gmail.com.") == [.info])
        #expect(severities("Write to tom.berg17@gmail.com.") == [.warning])
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
