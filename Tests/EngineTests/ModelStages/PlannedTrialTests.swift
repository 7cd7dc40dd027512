import TestSupport
import Testing

@testable import Engine

@Suite("Carrying out planned calls")
struct PlannedTrialTests {
    private let latitude = JSONPath([.key("latitude")])

    private func trial(_ calls: PlannedCall..., attempts: [Trial.Attempt] = []) -> Trial {
        Trial(
            proposal: Proposal(
                id: Proposal.ID(2), instruction: "See the sun.", tools: calls.map(\.tool), calls: calls),
            attempts: attempts)
    }

    private var lookUp: PlannedCall {
        PlannedCall(tool: "city_lookup", arguments: [.init(name: "name", binding: .literal("Bergen"))])
    }

    private func sun(_ latitude: PlannedCall.Binding) -> PlannedCall {
        PlannedCall(
            tool: "sun_times",
            arguments: [.init(name: "latitude", binding: latitude), .init(name: "day", binding: .literal("today"))])
    }

    private func turn(
        of trial: Trial, asking model: ScriptedModel = ScriptedModel(), turnsLeft: Int = 3
    ) async throws -> Turn {
        try await StageExamples.lean(model).executor.turn(
            of: trial, in: StageExamples.trialRequest(turnsLeft: turnsLeft))
    }

    @Test func `literals and outputs of steps are called without a model`() async throws {
        let turn = try await turn(of: trial(sun(.step(1, path: latitude))))

        #expect(turn == .call(ToolCall(tool: "sun_times", arguments: ["latitude": 59.91, "day": "today"])))
    }

    @Test func `outputs of the trial's own calls are called without a model`() async throws {
        let made = StageExamples.returned("city_lookup", ["name": "Bergen"], #"{"latitude":60.390}"#)

        let turn = try await turn(of: trial(lookUp, sun(.call(1, path: latitude)), attempts: [made]))

        let number = try #require(JSON.Number(text: "60.390"))
        #expect(turn == .call(ToolCall(tool: "sun_times", arguments: ["latitude": .number(number), "day": "today"])))
    }

    @Test func `once the last planned call succeeded the trial has, with a report of what was returned`() async throws {
        let made = StageExamples.returned("city_lookup", ["name": "Bergen"], #"{"id":"NO-BGO"}"#)

        let turn = try await turn(of: trial(lookUp, attempts: [made]), turnsLeft: 0)

        #expect(
            turn == .finish(.succeeded(report: #"city_lookup({"name":"Bergen"}) returned {"id":"NO-BGO"}"#)))
    }

    @Test func `a report of long outputs is cut`() async throws {
        let made = StageExamples.returned("city_lookup", ["name": "Bergen"], String(repeating: "x", count: 100_000))

        guard case .finish(.succeeded(let report)) = try await turn(of: trial(lookUp, attempts: [made])) else {
            Issue.record("The trial did not succeed.")
            return
        }
        #expect(report.count < 400)
    }

    @Test func `a failed call is mended by one question, and the mended call counts for the planned one`() async throws
    {
        let failed = StageExamples.failed("city_lookup", ["name": "Bergen"], "no such city")
        let model = ScriptedModel(.json(#"{"reason":"spelled so","arguments":{"name":"Bjørgvin","country":null}}"#))
        let trial = trial(lookUp, sun(.call(1, path: latitude)), attempts: [failed])

        let mended = try await turn(of: trial, asking: model, turnsLeft: 2)

        #expect(mended == .call(ToolCall(tool: "city_lookup", arguments: ["name": "Bjørgvin"])))
        #expect(model.asked[0].answer?.name == "call")
        var next = trial
        next.attempts.append(StageExamples.returned("city_lookup", ["name": "Bjørgvin"], #"{"latitude":60.4}"#))
        let after = try await turn(of: next, turnsLeft: 1)
        #expect(after == .call(ToolCall(tool: "sun_times", arguments: ["latitude": 60.4, "day": "today"])))
    }

    @Test func `a reference that leads nowhere is mended by one question that names it`() async throws {
        let made = StageExamples.returned("city_lookup", ["name": "Bergen"], #"{"lat":60.4}"#)
        let model = ScriptedModel(.json(#"{"reason":"r","arguments":{"latitude":60.4,"day":"today"}}"#))

        let turn = try await turn(
            of: trial(lookUp, sun(.call(1, path: latitude)), attempts: [made]), asking: model, turnsLeft: 2)

        #expect(turn == .call(ToolCall(tool: "sun_times", arguments: ["latitude": 60.4, "day": "today"])))
        let question = model.asked[0].messages[1].text
        #expect(
            question.contains("The argument latitude refers to call 1, which did not return a value at latitude."))
        #expect(question.contains(#"{"from":"call 1","path":"latitude"}"#))
    }

    @Test func `arguments that failed before, or break the schema, are sent back`() async throws {
        let failed = StageExamples.failed("city_lookup", ["name": "Bergen"], "no such city")
        let model = ScriptedModel(
            .json(#"{"reason":"r","arguments":{"name":"Bergen"}}"#), .json(#"{"reason":"r","arguments":{"name":7}}"#),
            .json(#"{"reason":"r","arguments":{"name":"Voss"}}"#))

        let turn = try await turn(of: trial(lookUp, attempts: [failed]), asking: model, turnsLeft: 2)

        #expect(turn == .call(ToolCall(tool: "city_lookup", arguments: ["name": "Voss"])))
        #expect(model.asked[1].messages[3].text.contains("These arguments have failed already."))
        #expect(model.asked[2].messages[5].text.contains("an argument of city_lookup is wrong: name "))
    }

    @Test func `a model may give up, and its reason is kept with the cause`() async throws {
        let failed = StageExamples.failed("city_lookup", ["name": "Bergen"], "no such city")
        let model = ScriptedModel(.json(#"{"reason":"No such place.","arguments":null}"#))

        let turn = try await turn(of: trial(lookUp, attempts: [failed]), asking: model, turnsLeft: 2)

        #expect(turn == .finish(.failed(reason: "city_lookup: no such city Given up: No such place.")))
    }

    @Test func `nobody is asked when too few calls are left, or the policy denies the call`() async throws {
        let failed = StageExamples.failed("city_lookup", ["name": "Bergen"], "no such city")
        let denied = Trial.Attempt(
            call: failed.call, result: ToolResult(.denied(reason: "Not allowed."), origin: .live))

        let late = try await turn(of: trial(lookUp, sun(.call(1, path: latitude)), attempts: [failed]), turnsLeft: 1)
        let last = try await turn(of: trial(lookUp, attempts: [failed]), turnsLeft: 0)
        let forbidden = try await turn(of: trial(lookUp, attempts: [denied]), turnsLeft: 2)

        let left = "Too few calls are left for city_lookup and what is planned after it."
        #expect(late == .finish(.failed(reason: "city_lookup: no such city \(left)")))
        #expect(last == .finish(.failed(reason: "city_lookup: no such city \(left)")))
        #expect(forbidden == .finish(.failed(reason: "city_lookup: Not allowed.")))
    }

    @Test func `an instruction without calls is carried out in a conversation`() async throws {
        let model = ScriptedModel(.calls(.to("city_lookup", #"{"name":"Voss"}"#)))
        let bare = Trial(
            proposal: Proposal(id: Proposal.ID(1), instruction: "Look Voss up.", tools: ["city_lookup"]))

        guard case .call(let call, _) = try await turn(of: bare, asking: model) else {
            Issue.record("No call was made.")
            return
        }
        #expect(call == ToolCall(tool: "city_lookup", arguments: ["name": "Voss"]))
    }
}
