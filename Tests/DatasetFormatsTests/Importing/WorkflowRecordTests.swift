import DatasetFormats
import Engine
import Foundation
import Review
import Testing

@Suite("Records of samples in workflow files")
struct WorkflowRecordTests {
    @Test func `come back as they were, byte for byte`() throws {
        let record = RecordExamples.record

        let text = try record.json.compactText
        let back = try WorkflowRecord(try JSON(parsing: text))

        #expect(back == record)
        #expect(try back.json.compactText == text)
        #expect(
            back.events.map(\.event).compactMap(\.growth).first?.steps.map(\.output.bytes) == [RecordExamples.binary])
    }

    @Test func `keep numbers, keys and bytes that no other coder keeps`() throws {
        let back = try WorkflowRecord(try JSON(parsing: try RecordExamples.record.json.prettyText))

        let step = try #require(back.reviewed.state.workflow.step(1))
        #expect(step.call.arguments.compactText == RecordExamples.arguments)
        #expect(step.output.bytes == RecordExamples.binary)
        #expect(back.tools.first?.inputSchema.compactText == RecordExamples.schema)
        #expect(back.tools.first?.wording.values == ["price": [.number(try #require(JSON.Number(text: "2.50")))]])
        #expect(back.tools.first?.hint == .destructive)
        #expect(back.tools.first?.family == "shops")
        #expect(back.seed == .max)
        #expect(back.status == .accepted)
        #expect(back.planner == "offline")
    }

    @Test func `hold each output once, as text where it is one`() throws {
        let outputs = try #require(try RecordExamples.record.json["outputs"]?.array)

        #expect(outputs.count == 2)
        #expect(outputs[0]["base64"]?.string == RecordExamples.binary.base64EncodedString())
        #expect(outputs[1]["text"] == "ran again")
    }

    @Test func `count decisions from 1, whatever dataset they come from`() throws {
        let here = decisions(from: 1, bulk: 2)
        let there = decisions(from: 7_001, bulk: 6_990)

        let records = [here, there].map {
            WorkflowRecord(
                sample: RecordExamples.id, seed: .max, events: RecordExamples.events, decisions: $0,
                tools: RecordExamples.tools)
        }

        #expect(records[0].decisions.map(\.sequence) == [1, 2, 3, 4])
        #expect(records[0].decisions.map(\.action) == [.flag, .accept, .skip, .undo(3)])
        #expect(records[0].decisions.map(\.bulk) == [nil, 2, nil, nil])
        #expect(records[1] == records[0])
        #expect(records[1].status == .accepted)
    }

    @Test(
        "that are damaged are refused",
        arguments: [
            ("version", JSON.null, "Its toolgrad_record is damaged: it has no version."),
            ("version", 2, "Its toolgrad_record has version 2; this program reads up to 1."),
            ("run", "abc", "Its toolgrad_record is damaged: its run is no SHA-256."),
            ("index", 0, "Its toolgrad_record is damaged: its index is no positive number."),
            ("index", 3, "Its toolgrad_record is damaged: it has events or decisions of another sample."),
            ("branch", [0], "Its toolgrad_record is damaged: its branch is no list of positive numbers."),
            ("seed", 7, "Its toolgrad_record is damaged: its seed is no number."),
            ("seed", "7", "Its toolgrad_record is damaged: its events have no plan, or one of another seed."),
            (
                "events", [],
                "Its toolgrad_record is damaged: its planner or its status is not that of its events and decisions."
            ),
            ("events", [["sample": 1]], "Its toolgrad_record is damaged: its events cannot be read."),
            ("tools", .null, "Its toolgrad_record is damaged: its tools cannot be read."),
            (
                "status", "rejected",
                "Its toolgrad_record is damaged: its planner or its status is not that of its events and decisions."
            ),
            ("outputs", [], "Its toolgrad_record is damaged: its events cannot be read."),
            (
                "outputs", [["sha256": "00", "text": "x"]],
                "Its toolgrad_record is damaged: an output does not have its hash."
            ),
            ("outputs", [["sha256": "00"]], "Its toolgrad_record is damaged: an output cannot be read."),
        ] as [(String, JSON, String)])
    func refuseDamage(key: String, value: JSON, wrong: String) throws {
        var object = try #require(try RecordExamples.record.json.object)
        object.set(key, value)

        #expect { _ = try WorkflowRecord(.object(object)) } throws: { error in
            (error as? WorkflowRecordProblem)?.wrong == wrong
        }
    }

    @Test(arguments: [1 << 40, 1 << 50, 1 << 59])
    func `are refused with an index that nobody asks for`(index: Int) throws {
        #expect(try WorkflowRecord(record(index: (1 << 40) - 1).json).sample.index == (1 << 40) - 1)
        #expect { _ = try WorkflowRecord(record(index: index).json) } throws: { error in
            (error as? WorkflowRecordProblem)?.wrong
                == "Its toolgrad_record is damaged: a number in its events or decisions is out of range."
        }
    }

    private func record(index: Int) -> WorkflowRecord {
        let id = SampleID(run: RecordExamples.id.run, index: index)
        return WorkflowRecord(
            sample: id, seed: .max,
            events: RecordExamples.events.map {
                RecordedEvent(sample: id, number: $0.number, time: $0.time, event: $0.event)
            },
            decisions: [], tools: RecordExamples.tools)
    }

    @Test func `do not take an output's bytes for those of another hash`() throws {
        let hash = ContentHash(of: RecordExamples.binary).hex
        let text = try RecordExamples.record.json.compactText.replacing(
            #"{"hash":"\#(hash)"}"#, with: #"{"bytes":"AAAA","hash":"\#(hash)"}"#, maxReplacements: 1)

        #expect { _ = try WorkflowRecord(try JSON(parsing: text)) } throws: { error in
            (error as? WorkflowRecordProblem)?.wrong
                == "Its toolgrad_record is damaged: an output does not have its hash."
        }
    }

    @Test func `are handed on with the sample that the file says`() throws {
        let sample = try imported(try file(), as: .toolgrad)

        #expect(sample.record == RecordExamples.record)
        #expect(sample.seed == .max)
        #expect(sample.notes.isEmpty)
    }

    @Test func `are left out where the file was changed, and the notes say so`() throws {
        let sample = try imported(try file(query: "Is it cheap?"), as: .toolgrad)

        #expect(sample.record == nil)
        #expect(sample.seed == nil)
        #expect(sample.content.query == "Is it cheap?")
        #expect(sample.notes == ["It says something else than its toolgrad_record, which was left out."])
    }

    @Test func `that are damaged keep the file from being read`() throws {
        let text = try file().replacing(#""status":"accepted""#, with: #""status":"skipped""#)

        #expect(
            problem(text, as: .toolgrad) == "rows.jsonl, line 3: Its toolgrad_record is damaged: its planner or its "
                + "status is not that of its events and decisions. Remove the key to import the workflow alone.")
    }

    /// What an export writes of the record's sample, in the words of the reference.
    private func file(query: String = "Search for it?") throws -> String {
        let json: JSON = [
            "query": .string(query),
            "api_use_chains": [
                "api_use_chain_1": [
                    "chain_id": "api_use_chain_1",
                    "intermediate_steps": [
                        [
                            [
                                "tool": "shop.search", "tool_input": try JSON(parsing: RecordExamples.arguments),
                                "log": "",
                            ],
                            [
                                "error": "",
                                "response": .string(#"{"base64":"\#(RecordExamples.binary.base64EncodedString())"}"#),
                            ],
                        ]
                    ],
                ]
            ],
            "response": "Found.", "toolgrad_record": try RecordExamples.record.json,
        ]
        return json.compactText
    }

    private func decisions(from first: Int, bulk: Int) -> [Decision] {
        let actions: [Decision.Action] = [.flag, .accept, .skip, .undo(first + 2)]
        return actions.enumerated().map { place, action in
            Decision(
                sequence: first + place, time: Timestamp(microseconds: 5), reviewer: "ada", sample: RecordExamples.id,
                action: action, bulk: place == 1 ? bulk : nil)
        }
    }
}

extension RunEvent {
    fileprivate var growth: Growth? {
        guard case .iterationEnded(_, .grew(let growth)) = self else { return nil }
        return growth
    }
}
