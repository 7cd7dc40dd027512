import DatasetFormats
import Engine
import Testing

@Suite("Chains of imported calls")
struct ImportedChainTests {
    @Test func `follow from whose output a call uses`() throws {
        let workflow = try chains(
            query: "Weather in Oslo and Rome?",
            [
                [
                    ("find", #"{"name":"Oslo"}"#, #"{"id":"NO-4711"}"#),
                    ("find", #"{"name":"Rome"}"#, #"{"id":"IT-0815"}"#),
                ],
                [("weather", #"{"id":"IT-0815"}"#, "24"), ("weather", #"{"id":"NO-4711"}"#, "4")],
            ]
        ).content.workflow

        #expect(
            workflow.picture == """
                c1: 1 find{"name":"Oslo"} → {"id":"NO-4711"}, 4 weather{"id":"NO-4711"} → 4
                c2: 2 find{"name":"Rome"} → {"id":"IT-0815"}, 3 weather{"id":"IT-0815"} → 24
                """)
    }

    @Test func `are one where a call uses the outputs of several`() throws {
        let workflow = try chains(
            query: "How far is Oslo from Rome?",
            [
                [
                    ("find", #"{"name":"Oslo"}"#, #"{"id":"NO-4711"}"#),
                    ("find", #"{"name":"Rome"}"#, #"{"id":"IT-0815"}"#),
                ],
                [("route", #"{"from_id":"NO-4711","to_id":"IT-0815"}"#, "2000")],
            ]
        ).content.workflow

        #expect(workflow.chains.map { $0.steps.map(\.number) } == [[1, 2, 3]])
    }

    @Test func `take a value from nowhere for one that was worked out from what came before`() throws {
        let sample = try chains(
            query: "How much is it with tax?",
            [[("price", "{}", #"{"net":1000}"#)], [("pay", #"{"gross":1190}"#, "ok")]])

        #expect(sample.content.workflow.chains.map { $0.steps.map(\.number) } == [[1, 2]])
        #expect(sample.notes.count == 1)
    }

    @Test func `are opened by later calls that use nothing, and the notes say so`() throws {
        let sample = try chains(
            query: "Weather in Oslo and news of Rome?",
            [[("weather", #"{"city":"Oslo"}"#, "4")], [("news", #"{"city":"Rome"}"#, "none")]])

        #expect(sample.content.workflow.chains.map { $0.steps.map(\.number) } == [[1], [2]])
        #expect(sample.notes.contains("Calls of later turns that use no earlier output opened chains of their own."))
    }

    @Test func `never tie a call to one of the same turn`() throws {
        let workflow = try chains(
            query: "Find Oslo.",
            [[("find", #"{"name":"Oslo"}"#, #"{"id":"NO-4711"}"#), ("weather", #"{"id":"NO-4711"}"#, "4")]]
        ).content.workflow

        #expect(workflow.chains.map { $0.steps.map(\.number) } == [[1], [2]])
    }

    @Test func `are at most ten, and the last one holds the rest`() throws {
        let cities = (1...12).map { "city number \($0)x" }
        let sample = try chains(
            query: "Weather in \(cities.joined(separator: ", "))?",
            [cities.map { ("weather", #"{"city":"\#($0)"}"#, "4") }])

        #expect(sample.content.workflow.chains.map(\.steps.count) == [1, 1, 1, 1, 1, 1, 1, 1, 1, 3])
        #expect(sample.notes.contains("More than 10 calls depend on no other; the rest are in the last chain."))
    }

    @Test func `follow from outputs alone where the query is very long`() throws {
        let sample = try chains(
            query: String(repeating: "Oslo and Rome ", count: 2000) + "?", [[("weather", #"{"city":"Oslo"}"#, "4")]])

        #expect(sample.content.workflow.chains.map { $0.steps.map(\.number) } == [[1]])
        #expect(
            sample.notes.contains("The query is too long to look values up in; chains follow from outputs alone."))
    }

    @Test func `go on call by call where there are too many values to look up`() throws {
        let members = (1...20).map { #""k\#($0)":\#($0).5"# }.joined(separator: ",")
        let sample = try chains(
            query: "Weather in Oslo?",
            [[("a", "{\(members)}", "1"), ("b", "{}", "2")]] + (1...80).map { _ in [("a", "{\(members)}", "1")] })

        #expect(sample.content.workflow.chains.map(\.steps.count) == [1, 81])
        #expect(
            sample.notes.contains("Its calls have too many values to look up; each goes on with the chain before it."))
    }

    /// A row with these turns of calls, each with arguments and result.
    private func chains(query: String, _ turns: [[(String, String, String)]]) throws -> ImportedSample {
        var messages = [#"{"role":"user","content":\#(JSON.string(query).compactText)}"#]
        for turn in turns {
            let calls = turn.map { call($0.0, $0.1) }.joined(separator: ",")
            messages.append(#"{"role":"assistant","content":"","tool_calls":[\#(calls)]}"#)
            messages += turn.map { result($0.2) }
        }
        messages.append(answersCold)
        return try imported(row(messages.joined(separator: ",")))
    }
}
