import Engine
import TestSupport
import Testing

@testable import Evaluation

@Suite struct `A sample that is compared` {
    private func recorded(_ events: [RunEvent]) -> [RecordedEvent] {
        let id = SampleBuilder(query: "?", response: "!").id
        return events.enumerated().map { place, event in
            RecordedEvent(
                sample: id, number: place + 1, time: Timestamp(microseconds: Int64(place) * 500_000), event: event)
        }
    }

    private let grown = SampleBuilder(query: "How warm is it?", response: "9 degrees.")
        .step("geocode", ["name": "Oslo"], gives: "{}").step("forecast", ["latitude": 59.91], gives: "{}")

    @Test func `has the steps of the workflow when it ends complete`() throws {
        let sample = try #require(ComparedSample(recorded(grown.events)))

        #expect(sample.steps == 2 && sample.hasPassed)
        #expect(sample.spending.toolCalls == 2 && sample.spending.modelCalls == 0)
        #expect(sample.spending.cost == .zero)
        // Half a second from each event to the next.
        #expect(sample.wallTime == .milliseconds(500 * (grown.events.count - 1)))
    }

    @Test(arguments: [SampleOutcome.synthesisFailed(reason: "no"), .nothingGrown])
    func `has none when it ends otherwise`(outcome: SampleOutcome) throws {
        let sample = try #require(ComparedSample(recorded(grown.ended(outcome).events)))

        #expect(sample.steps == nil)
        #expect(sample.spending.toolCalls == 2)
    }

    @Test func `is not there while it grows`() {
        #expect(ComparedSample(recorded(grown.unfinished.events)) == nil)
        #expect(ComparedSample([RecordedEvent]()) == nil)
    }

    @Test func `has no wall time when nobody knows how long it lay still`() throws {
        var events = grown.events
        events.insert(.interrupted(.time), at: 3)

        let sample = try #require(ComparedSample(recorded(events)))

        #expect(sample.wallTime == nil)
    }

    @Test func `counts requests, retries too, and the calls that left`() throws {
        let call = ToolCall(tool: "geocode", arguments: [:])
        let attempts: [ToolOutcome] = [
            .rejected(reason: "no name"), .denied(reason: "nobody asked"), .failed(RecordedOutput("no")),
            .timedOut(after: .seconds(1)),
        ]
        var events = grown.events
        events.insert(
            contentsOf: [.asked(.stage(tries: 3, cost: Money(nanodollars: 5))), .asked(.stage(tries: 1, cost: nil))]
                + attempts.map {
                    .attempted(Proposal.ID(1), Trial.Attempt(call: call, result: ToolResult($0, origin: .live)))
                },
            at: 5)

        let spending = try #require(ComparedSample(recorded(events))).spending

        // Two of the four calls left, beside the two that became steps.
        #expect(spending.toolCalls == 4)
        #expect(spending.modelCalls == 4)
        #expect(spending.promptTokens == 200 && spending.completionTokens == 20)
        #expect(spending.cost == nil)
    }

    @Test func `of the baseline has the calls that worked on the way to its answer`() {
        let steps = [CallStatus.worked, .unknownFunction, .worked].map {
            SearchedCall(call: ToolCall(tool: "find", arguments: [:]), status: $0, observation: "")
        }

        let answered = ComparedSample(.testing(.answered("9 degrees"), steps))
        let unanswered = ComparedSample(.testing(.gaveUp, []))

        #expect(answered.steps == 2 && answered.spending.modelCalls == 7)
        #expect(answered.judged?.opinions.first?.ruling.verdict == .unsure)
        #expect(unanswered.steps == nil)
    }
}

extension Exchange {
    fileprivate static func stage(tries: Int, cost: Money?) -> Exchange {
        let slot = ExchangeSlot(sample: SampleBuilder(query: "?", response: "!").id, iteration: 1, stage: .proposing)
        let completion = Completion.words("yes")
        return Exchange(
            Question(ModelRequest(model: "m", messages: [], maxTokens: 9), in: slot),
            RecordedExchange(.answered(completion), tries: tries, cost: cost))
    }
}

extension BaselineSample {
    fileprivate static func testing(_ ending: SearchResult.Ending, _ steps: [SearchedCall]) -> BaselineSample {
        BaselineSample(
            index: 1, method: .dfs, instruction: Instruction(query: "?", related: []), offered: [],
            result: SearchResult(
                ending: ending, tree: AnswerNode(.root, depth: 0, number: 0), queries: 7, steps: steps, messages: [],
                spending: .of(calls: 7)), spending: .of(calls: 7),
            opinions: [SolvedOpinion("strict", SolvedRuling(.unsure, reason: ""))], wallTime: nil)
    }
}
