import TestSupport
import Testing

@testable import Engine

@Suite("Reading proposals")
struct ProposalReadingTests {
    @Test func `a planned proposal is read with its values and references`() throws {
        let proposals = try usable(
            #"""
            {"reason":"why","proposals":[{"instruction":"See the sun over Oslo.","calls":[
            {"tool":"city_lookup","arguments":{"name":"Oslo","country":null}},
            {"tool":"sun_times","arguments":{"latitude":{"from":"call 1","path":"$.latitude"},"day":"today"}},
            {"tool":"sun_times","arguments":{"latitude":{"from":"step 1","path":"latitude"},"day":"tomorrow"}}]}]}
            """#)

        let latitude = JSONPath([.key("latitude")])
        #expect(proposals.reason == "why")
        #expect(
            proposals.all == [
                Proposal(
                    id: Proposal.ID(1), instruction: "See the sun over Oslo.", tools: ["city_lookup", "sun_times"],
                    calls: [
                        PlannedCall(tool: "city_lookup", arguments: [.init(name: "name", binding: .literal("Oslo"))]),
                        PlannedCall(
                            tool: "sun_times",
                            arguments: [
                                .init(name: "latitude", binding: .call(1, path: latitude)),
                                .init(name: "day", binding: .literal("today")),
                            ]),
                        PlannedCall(
                            tool: "sun_times",
                            arguments: [
                                .init(name: "latitude", binding: .step(1, path: latitude)),
                                .init(name: "day", binding: .literal("tomorrow")),
                            ]),
                    ])
            ])
    }

    @Test func `numbers that the model gives to proposals do not count`() throws {
        let proposals = try usable(
            #"{"reason":"r","proposals":[{"id":1,"instruction":"a","calls":[\#(oslo)]},{"id":1,"instruction":"b","calls":[\#(oslo)]}]}"#
        )

        #expect(proposals.all.map(\.id.number) == [1, 2])
    }

    @Test func `of too many proposals the first are kept, and the reason says so`() throws {
        let many = (1...5).map { #"{"instruction":"number \#($0)","calls":[\#(oslo)]}"# }.joined(separator: ",")

        let proposals = try usable(#"{"reason":"r","proposals":[\#(many)]}"#)

        #expect(proposals.all.map(\.instruction) == ["number 1", "number 2", "number 3"])
        #expect(proposals.reason == "r [2 proposals above the number asked for left out.]")
    }

    @Test func `of too many calls the first are kept, and the reason says so`() throws {
        let calls = Array(repeating: oslo, count: 5).joined(separator: ",")

        let proposals = try usable(#"{"reason":"r","proposals":[{"instruction":"i","calls":[\#(calls)]}]}"#)

        #expect(proposals.all[0].calls.count == 3)
        #expect(proposals.reason == "r [Of proposal 1 the last 2 calls left out: at most 3 may be.]")
    }

    @Test(arguments: ["City_Lookup", "citylookup", "city-lookup", "demo.city_lookup", "mcp__demo__city_lookup"])
    func `a tool's name that is spelled a little differently is mended`(name: String) throws {
        let call = #"{"tool":"\#(name)","arguments":{"name":"Rome"}}"#

        let proposals = try usable(#"{"reason":"r","proposals":[{"instruction":"i","calls":[\#(call)]}]}"#)

        #expect(proposals.all[0].tools == ["city_lookup"])
    }

    @Test func `a name that may mean two tools is not guessed`() {
        #expect(Spelling.name(meantBy: "Sun-Times", among: ["sun_times", "suntimes"]) == nil)
        #expect(Spelling.name(meantBy: "lookup", among: ["a.lookup", "b.lookup"]) == nil)
        #expect(Spelling.name(meantBy: "lookup", among: ["a.lookup", "b.search"]) == "a.lookup")
        #expect(Spelling.name(meantBy: "", among: ["a"]) == nil)
    }

    @Test func `a proposal with an unknown tool is dropped where others remain, and the reason says so`() throws {
        let proposals = try usable(
            #"{"reason":"r","proposals":[{"instruction":"a","calls":[{"tool":"teleport","arguments":{}}]},{"instruction":"b","calls":[\#(oslo)]}]}"#
        )

        #expect(proposals.all.map(\.instruction) == ["b"])
        #expect(proposals.all.map(\.id.number) == [1])
        #expect(
            proposals.reason
                == #"r [Left out: Proposal 1 in your list: in call 1, "teleport" is no tool of this round.]"#)
    }

    @Test(arguments: [
        (#"{"tool":"teleport","arguments":{}}"#, #""teleport" is no tool of this round"#),
        (#"{"tool":"city_lookup","arguments":{}}"#, "in call 1, the argument name of city_lookup is missing"),
        (#"{"tool":"city_lookup","arguments":{"name":5}}"#, "in call 1, an argument of city_lookup is wrong: name "),
        (#"{"tool":"city_lookup","arguments":{"name":"a","height":5}}"#, "height"),
        (
            #"{"tool":"city_lookup","arguments":{"name":{"from":"step 9","path":"$.id"}}}"#,
            #"the argument name of city_lookup: "step 9" does not exist here; there are step 1"#
        ),
        (
            #"{"tool":"city_lookup","arguments":{"name":{"from":"call 1","path":"$.id"}}}"#,
            #""call 1" does not exist here; there are step 1"#
        ),
        (
            #"{"tool":"city_lookup","arguments":{"name":{"from":"step 1","path":"$.name"}}}"#,
            "step 1 has no value at $.name; it has $.id, $.latitude, $.tags[0]"
        ),
        (
            #"{"tool":"city_lookup","arguments":{"name":{"from":"step 1","path":"$.tags[*]"}}}"#,
            "cannot be read; write $.a.b[0]"
        ),
        (
            #"{"tool":"city_lookup","arguments":{"name":{"from":"step 1","path":"$.latitude"}}}"#,
            "an argument of city_lookup is wrong: name "
        ),
        (#"{"tool":"sun_times","arguments":{"latitude":100,"day":"today"}}"#, "latitude"),
        (#"{"tool":"city_lookup","arguments":"Oslo"}"#, "the arguments of city_lookup are no object"),
        (#"{"arguments":{}}"#, "a tool's name is missing"),
    ])
    func `where no proposal can be used, what is wrong is named`(call: String, problem: String) throws {
        let reading = try read(#"{"reason":"r","proposals":[{"instruction":"i","calls":[\#(call)]}]}"#)

        guard case .unusable(let said) = reading else {
            Issue.record("\(reading) is usable")
            return
        }
        #expect(said.contains(problem), "\(said)")
        #expect(said.hasPrefix("Proposal 1 in your list: "))
    }

    @Test func `what hangs on a call that is still to be made does not hide a wrong value beside it`() throws {
        let bad = #"{"tool":"sun_times","arguments":{"latitude":{"from":"call 1","path":"$.latitude"},"day":"never"}}"#

        let reading = try read(#"{"reason":"r","proposals":[{"instruction":"i","calls":[\#(oslo),\#(bad)]}]}"#)

        guard case .unusable(let problem) = reading else {
            Issue.record("\(reading) is usable")
            return
        }
        #expect(problem.contains("in call 2, an argument of sun_times is wrong: day "))
    }

    @Test(arguments: [
        (#"{"proposals":[]}"#, "reason"), (#"{"reason":"r"}"#, "proposals"),
        (#"{"reason":"r","proposals":{}}"#, "proposals"), ("[]", "value"),
        (#"{"reason":"r","proposals":["a"]}"#, "is no object"),
        (#"{"reason":"r","proposals":[{"calls":[]}]}"#, "has no instruction"),
        (#"{"reason":"r","proposals":[{"instruction":"i","calls":[]}]}"#, "has no calls"),
    ])
    func `an answer of another form is not usable`(answer: String, problem: String) throws {
        guard case .unusable(let said) = try read(answer) else {
            Issue.record("\(answer) is usable")
            return
        }
        #expect(said.contains(problem), "\(said)")
    }

    @Test func `an empty list is a poor answer`() throws {
        guard case .poor(let proposals, let problem) = try read(#"{"reason":"nothing fits","proposals":[]}"#) else {
            Issue.record("An empty list was not poor.")
            return
        }
        #expect(proposals == Proposals(reason: "nothing fits", all: []))
        #expect(problem.contains("Make at least one"))
    }

    @Test func `the paper's proposals name tools, each once, no more than are allowed`() throws {
        let form = ProposalForm(StageExamples.proposalRequest(most: 1), strategy: .paper)

        let reading = form.read(
            ["reason": "r", "proposals": [["instruction": "i", "tools": ["Sun Times", "sun_times", "city_lookup"]]]])

        #expect(
            reading
                == .usable(
                    Proposals(
                        reason: "r [Of proposal 1 the last 1 tool left out: at most 1 may be.]",
                        all: [Proposal(id: Proposal.ID(1), instruction: "i", tools: ["sun_times"])])))
    }

    @Test(
        arguments: [
            ("$", []), ("", []), ("$.a.b[0]", [.key("a"), .key("b"), .index(0)]), ("a-b.c", [.key("a-b"), .key("c")]),
            ("$['odd key'][\"x\"]", [.key("odd key"), .key("x")]), (".a", [.key("a")]),
            ("$[2].é", [.index(2), .key("é")]),
        ] as [(String, [JSONPath.Component])])
    func `paths are read as models write them`(text: String, components: [JSONPath.Component]) {
        #expect(JSONPath(written: text) == JSONPath(components))
    }

    @Test(arguments: ["$.a[", "$.a[x]", "$..a", "$.*", "$.a[-1]", "$[0]a", "a."])
    func `other texts are no paths`(text: String) {
        #expect(JSONPath(written: text) == nil)
    }

    private let oslo = #"{"tool":"city_lookup","arguments":{"name":"Oslo"}}"#

    private func read(_ text: String) throws -> FormReading<Proposals> {
        ProposalForm(StageExamples.proposalRequest(), strategy: .lean).read(try JSON(parsing: text))
    }

    private func usable(_ text: String) throws -> Proposals {
        switch try read(text) {
        case .usable(let proposals): return proposals
        case .poor, .unusable: throw StageFailure("\(try read(text))")
        }
    }
}
