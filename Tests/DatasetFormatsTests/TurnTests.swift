import DatasetFormats
import Engine
import Review
import TestSupport
import Testing

@Suite("Turns")
struct TurnTests {
    @Test func `a call waits for everything it uses, over chains too`() throws {
        let sample = SampleBuilder(query: "What is the way?", response: "North.")
            .step("home", [:], gives: #"{"code":"HOME-17"}"#)
            .step("office", [:], gives: #"{"code":"DESK-42"}"#, chain: 2)
            .step("route", ["from": "HOME-17", "to": "DESK-42"], gives: #"{"way":"N"}"#, chain: 2)
            .sample

        #expect(try turns(of: sample) == ["01 home{} 02 office{}", #"03 route{"from":"HOME-17","to":"DESK-42"}"#])
    }

    @Test func `a value that the query says needs no earlier call`() throws {
        let sample = SampleBuilder(query: "How is the weather at NO-4711?", response: "Cold.")
            .step("geocode", [:], gives: #"{"place":"NO-4711"}"#)
            .step("weather", ["place": "NO-4711"], gives: "4")
            .sample

        #expect(try turns(of: sample) == [#"01 geocode{} 02 weather{"place":"NO-4711"}"#])
    }

    @Test func `a value without a source waits for its chain, since it may be worked out from it`() throws {
        let sample = SampleBuilder(query: "How much is it with tax?", response: "A lot.")
            .step("price", [:], gives: #"{"net":1000}"#)
            .step("clock", [:], gives: #"{"hour":9}"#, chain: 2)
            .step("pay", ["gross": 1190], gives: "{}")
            .sample

        #expect(try turns(of: sample) == ["01 price{} 02 clock{}", #"03 pay{"gross":1190}"#])
    }

    @Test(arguments: [Tool.Effects.write, .destructive])
    func `what changes the world keeps its place in its chain`(effects: Tool.Effects) throws {
        let sample = SampleBuilder(query: "Book it and tell me all.", response: "Done.")
            .tool(Tool(name: "book", description: "Books.", inputSchema: ["type": "object"], effects: effects))
            .step("list", [:], gives: "[]")
            .step("book", [:], gives: #"{"ok":true}"#)
            .step("list", [:], gives: "[1]")
            .step("clock", [:], gives: "9", chain: 2)
            .sample

        #expect(try turns(of: sample) == ["01 list{} 02 clock{}", "03 book{}", "04 list{}"])
    }

    @Test func `reading twice is parallel`() throws {
        let sample = SampleBuilder(query: "What is there?", response: "Things.")
            .step("list", [:], gives: "[]").step("count", [:], gives: "0").sample

        #expect(try turns(of: sample) == ["01 list{} 02 count{}"])
    }

    private func turns(of sample: ReviewedSample) throws -> [String] {
        try conversation(try trlLines(of: [sample])[0]).split(separator: "\n").filter { $0.hasPrefix("assistant: 0") }
            .map { String($0.dropFirst("assistant: ".count)) }
    }
}
