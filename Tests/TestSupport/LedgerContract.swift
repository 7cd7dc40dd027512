import Engine
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
