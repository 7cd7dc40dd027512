import Engine
import Foundation
import Testing

/// What every ledger must do; the sample's run has begun.
package func expectKeepsLedgerContract(_ ledger: some CallLedger, for sample: SampleID) async throws {
    let slot = CallSlot(sample: sample, iteration: 2, proposal: Proposal.ID(3), attempt: 1)
    let call = ToolCall(tool: "find", arguments: ["name": "Oslo", "year": 2027])
    let sameCall = ToolCall(tool: "find", arguments: ["year": 2027, "name": "Oslo"])
    let otherCall = ToolCall(tool: "find", arguments: ["name": "Bergen", "year": 2027])
    let nextSlot = CallSlot(sample: sample, iteration: 2, proposal: Proposal.ID(3), attempt: 2)
    let result = ToolResult(.returned(RecordedOutput(#"{"id":1}"#)), origin: .demo)

    #expect(try await ledger.begin(call, in: slot) == nil, "A call is new at first.")
    #expect(try await ledger.begin(call, in: slot) == nil, "A call that was only begun is sent again.")
    try await ledger.finish(call, in: slot, with: result)

    #expect(try await ledger.begin(call, in: slot) == result, "A call that finished is not sent again.")
    #expect(try await ledger.begin(call, in: nextSlot) == nil, "Another slot has its own calls.")
    #expect(try await ledger.begin(otherCall, in: slot) == nil, "Another call in the slot is sent.")
    let again = try await ledger.begin(sameCall, in: slot)
    #expect(again == nil || again == result, "The order of arguments never gives another call's result.")
}

/// What every recorder must do; the sample's run has begun.
package func expectKeepsRecorderContract(_ recorder: some EventRecorder, for sample: SampleID) async throws {
    let stranger = SampleID(run: sample.run, index: sample.index + 1)
    let events = [RunEvent.iterationBegan(1), .sampled(["find"]), .draftFailed(reason: "no")].enumerated().map {
        RecordedEvent(
            sample: sample, number: $0 + 1, time: Timestamp(microseconds: Int64(5 - $0)), event: $1)
    }

    #expect(try await recorder.events(of: sample).isEmpty, "A sample that never began has no events.")
    for event in events { try await recorder.record(event) }

    #expect(try await recorder.events(of: sample) == events, "Events come back in their order, with their times.")
    #expect(try await recorder.events(of: stranger).isEmpty, "Each sample has its own events.")
}

/// What every ledger must do with exchanges; the sample's run has begun.
package func expectKeepsExchangeContract(_ ledger: some ExchangeLedger, for sample: SampleID) async throws {
    let slot = ExchangeSlot(sample: sample, iteration: 2, stage: .executing, proposal: Proposal.ID(1), turn: 1)
    let request = ModelRequest.ofEverything("How warm is it?")

    #expect(try await ledger.begin(Question(request, in: slot)) == nil, "A question is new at first.")
    #expect(try await ledger.begin(Question(request, in: slot)) == nil, "A question without an ending is asked again.")
    try await ledger.finish(Question(request, in: slot), with: .oddAnswer)
    try await ledger.finish(Question(request, in: slot), with: .unanswered)

    try await expectKnows(.oddAnswer, of: request, in: slot, ledger)
    for other in slot.neighbours {
        #expect(
            try await ledger.begin(Question(request, in: other)) == nil, "Another slot has its own questions: \(other)")
    }
    for other in request.variations {
        #expect(
            try await ledger.begin(Question(other, in: slot)) == nil, "Another question in the slot is asked: \(other)")
    }
    let failed = slot.neighbours[0]
    try await ledger.finish(Question(request, in: failed), with: .unanswered)
    try await expectKnows(.unanswered, of: request, in: failed, ledger)
    try await expectKnows(.oddAnswer, of: request, in: slot, ledger)
}

/// That a ledger gives back what was recorded of a question, to the last byte.
package func expectKnows(
    _ exchange: RecordedExchange, of request: ModelRequest, in slot: ExchangeSlot, _ ledger: some ExchangeLedger
) async throws {
    let known = try #require(
        try await ledger.begin(Question(request, in: slot)), "A question that ended is not asked again.")

    #expect(known == exchange, "The first ending stays.")
    guard case (.answered(let one), .answered(let other)) = (known.result, exchange.result) else { return }
    #expect(one.body.bytes == other.body.bytes)
    // Texts are equal in Swift when they look alike; what was recorded is the bytes.
    for text in [\Completion.text, \.reasoning, \.model] {
        #expect(one[keyPath: text].utf8.elementsEqual(other[keyPath: text].utf8))
    }
    #expect(one.answer.map { Array($0.utf8) } == other.answer.map { Array($0.utf8) })
    #expect(one.calls.map { Array($0.arguments.utf8) } == other.calls.map { Array($0.arguments.utf8) })
}

extension ModelRequest {
    /// A question with something of everything that a request may have.
    package static func ofEverything(_ words: String) -> ModelRequest {
        let parameters: JSON = ["type": "object", "properties": ["name": ["type": "string"]]]
        return ModelRequest(
            model: "lab/small",
            messages: [
                .system("Plan."), .user(words),
                .assistant("", calls: [RequestedCall(id: "c1", name: "find", arguments: "{}", extra: ["sign": "x"])]),
                .tool(callID: "c1", content: "[1]"),
            ],
            tools: [OfferedTool(name: "find", description: "Finds.", parameters: parameters)], toolChoice: .auto,
            answer: AnswerForm(name: "turn", schema: ["type": "object"]), maxTokens: 128, temperature: 0.5, seed: 9)
    }

    /// Requests that differ from this one in one thing each.
    fileprivate var variations: [ModelRequest] {
        let changes: [(inout ModelRequest) -> Void] = [
            { $0.model += "2" }, { $0.messages[1] = .user("How cold is it?") }, { $0.messages.swapAt(0, 1) },
            { $0.messages[0] = .user("Plan.") }, { $0.tools = [] }, { $0.toolChoice = .required }, { $0.answer = nil },
            { $0.maxTokens = 129 }, { $0.temperature = nil }, { $0.seed = 10 },
        ]
        return changes.map { change in
            var other = self
            change(&other)
            return other
        }
    }
}

extension RecordedExchange {
    /// An answer with texts that are easily spoilt, and a body that is no text.
    package static let oddAnswer = RecordedExchange(
        .answered(
            Completion(
                text: "e\u{301} \u{0} \u{FEFF}\u{202E}\"\\\n\u{1F469}\u{200D}\u{1F680}", reasoning: "\u{E9}?\r\n",
                calls: [RequestedCall(id: "c1", name: "find", arguments: #"{"a":1e400,"a":2}"#, extra: ["big": 1])],
                answer: #"{ "year" : 12345678901234567890 }"#, ending: .calls,
                usage: TokenUsage(prompt: 900, completion: 40, cached: 300, reasoning: 7), model: "small-2\u{301}",
                body: RecordedOutput(Data([0x00, 0xFF, 0x7B, 0x0A])))), tries: 2, cost: Money(nanodollars: 41_000_001))

    /// A question that no model answered.
    package static let unanswered = RecordedExchange(
        .failed(.timedOut(endpoint: "lab:80", waitedFor: "the first byte", limit: .milliseconds(1_500))), tries: 5,
        cost: nil)
}

extension ExchangeSlot {
    /// Slots that differ from this one in one thing each.
    fileprivate var neighbours: [ExchangeSlot] {
        let stranger = SampleID(run: sample.run, index: sample.index, branch: [1])
        return [
            ExchangeSlot(sample: sample, iteration: 2, stage: stage, proposal: proposal, turn: 1, repair: 1),
            ExchangeSlot(sample: sample, iteration: 2, stage: stage, proposal: proposal, turn: 2),
            ExchangeSlot(sample: sample, iteration: 2, stage: stage, proposal: Proposal.ID(2), turn: 1),
            ExchangeSlot(sample: sample, iteration: 2, stage: stage, turn: 1),
            ExchangeSlot(sample: sample, iteration: 2, stage: .selecting, proposal: proposal, turn: 1),
            ExchangeSlot(sample: sample, iteration: 0, stage: stage, proposal: proposal, turn: 1),
            ExchangeSlot(sample: stranger, iteration: 2, stage: stage, proposal: proposal, turn: 1),
        ]
    }
}
