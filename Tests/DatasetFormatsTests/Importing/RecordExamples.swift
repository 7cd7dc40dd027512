import DatasetFormats
import Engine
import Foundation
import Review
import TestSupport

/// A sample with everything that a careless coder loses, and its record.
enum RecordExamples {
    static let binary = Data([0xFF, 0x00, 0x0A])
    static let arguments = #"{"id":12345678901234567890,"é":1,"e\#u{301}":2,"price":2.50,"at":1E400}"#
    static let schema = #"{"type":"object","properties":{"price":{"minimum":1.0,"minimum":1}}}"#

    static let record = WorkflowRecord(
        sample: id, seed: .max, events: events,
        decisions: [
            Decision(
                sequence: 41, time: Timestamp(microseconds: 9), reviewer: "ada", sample: id,
                action: .edit(.query("Search for it?"))),
            Decision(
                sequence: 42, time: Timestamp(microseconds: 10), reviewer: "ada", sample: id,
                action: .comment(.argument(step: 1, path: JSONPath([.key("e\u{301}")])), text: "odd")),
            Decision(
                sequence: 43, time: Timestamp(microseconds: 11), reviewer: "ada", sample: id,
                action: .edit(.rerun(step: 2, of: [:], RecordedOutput("ran again"), .live))),
            Decision(
                sequence: 44, time: Timestamp(microseconds: 11), reviewer: "ada", sample: id,
                action: .edit(.splitChain(before: 1))),
            Decision(
                sequence: 45, time: Timestamp(microseconds: 12), reviewer: "bob", sample: id, action: .accept),
        ],
        tools: tools)

    static let id = SampleID(run: RunID(ContentHash(of: "run")), index: 2, branch: [1])

    static var events: [RecordedEvent] {
        SampleBuilder(query: "q", response: "Found.", index: 2, branch: [1], seed: .max)
            .step(
                "shop.search", (try? JSON(parsing: arguments)) ?? nil, gives: RecordedOutput(binary), chain: 1
            )
            .events.enumerated().map { place, event in
                RecordedEvent(
                    sample: id, number: place + 1, time: Timestamp(microseconds: Int64(place) * 1_000_003), event: event
                )
            }
    }

    static let tools = [
        Tool(
            name: "shop.search", description: "Searches.", inputSchema: (try? JSON(parsing: schema)) ?? nil,
            outputSchema: ["type": "array"], effects: .write, hint: .destructive, family: "shops",
            wording: Wording(values: ["price": [JSON.Number(text: "2.50").map(JSON.number) ?? nil]], asks: ["Find it."])
        )
    ]
}
