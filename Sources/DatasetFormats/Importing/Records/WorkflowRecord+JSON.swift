import Engine
import Foundation
import Review

extension WorkflowRecord {
    /// The record as a workflow file carries it; equal records give equal bytes.
    ///
    /// Each output stands once, in `outputs`, and is mentioned by its hash elsewhere. Arguments and schemas stand as texts,
    /// so that no reader can change a number or a key in them.
    package var json: JSON {
        get throws(WorkflowRecordProblem) { try json(naming: nil) }
    }

    /// The same with the tools named by the hash of the ``library(of:)`` that lies beside the files.
    func json(naming library: ContentHash?) throws(WorkflowRecordProblem) -> JSON {
        let shelf = RecordShelf()
        let coding = RecordCoding(shelf)
        var record: JSON.Object = [
            "version": .number(.init(Self.version)), "run": .string(sample.run.hash.hex),
            "index": .number(.init(sample.index)), "branch": .array(sample.branch.map { .number(.init($0)) }),
            "seed": .string(String(seed)), "planner": .string(planner),
            "plan": try plan.map { plan throws(WorkflowRecordProblem) in try coding.json(plan) } ?? .null,
            "status": .string(status.rawValue),
            "events": try coding.json(events), "decisions": try coding.json(decisions),
        ]
        if let library {
            record.set("library", .string(library.hex))
        } else {
            record.set("tools", try coding.json(tools))
        }
        record.set("outputs", .array(shelf.outputs.map(\.recordJSON)))
        return .object(record)
    }

    /// The tools of a run as a file of their own, which many records can name.
    static func library(of tools: [Tool]) throws(WorkflowRecordProblem) -> JSON {
        try RecordCoding(RecordShelf()).json(tools)
    }

    /// Reads what ``library(of:)`` writes.
    static func tools(ofLibrary library: JSON) throws(WorkflowRecordProblem) -> [Tool] {
        try RecordCoding(RecordShelf()).value([Tool].self, library, called: "library")
    }

    /// Reads what ``json`` writes, and checks that its parts belong together.
    ///
    /// `libraries` has what records may name instead of tools of their own.
    package init(
        _ json: JSON, libraries: RecordLibraries = RecordLibraries()
    ) throws(WorkflowRecordProblem) {
        let record = try RecordReading(json)
        let coding = RecordCoding(try RecordShelf(record["outputs"] ?? []))
        var tools = try record.tools(of: libraries)
        if tools == nil { tools = try coding.value([Tool].self, of: record, "tools") }
        self.init(
            sample: try record.sample, seed: try record.seed,
            events: try coding.value([RecordedEvent].self, of: record, "events"),
            decisions: try coding.value([Decision].self, of: record, "decisions"),
            tools: tools ?? [])
        try coding.checkOutputs(of: events, decisions)
        try check(against: record)
    }

    private func check(against record: RecordReading) throws(WorkflowRecordProblem) {
        guard events.allSatisfy({ $0.sample == sample }), decisions.allSatisfy({ $0.sample == sample }) else {
            throw .damaged("it has events or decisions of another sample")
        }
        guard events.map(\.number) == Array(1..<(events.count + 1)) else {
            throw .damaged("its events are not numbered from 1 without gaps")
        }
        guard Set(tools.map(\.name)).count == tools.count else { throw .damaged("two of its tools have one name") }
        guard record["planner"]?.string == planner, record["status"]?.string == status.rawValue else {
            throw .damaged("its planner or its status is not that of its events and decisions")
        }
        guard let plan, plan.seed == seed else {
            throw .damaged("its events have no plan, or one of another seed")
        }
        guard hasBelievableNumbers else { throw .damaged("a number in its events or decisions is out of range") }
        guard hasDistinctSteps else { throw .damaged("two of its steps or chains have one number") }
    }
}

extension WorkflowRecord {
    /// Whether what counts things in the sample can be counted on without overflow.
    private var hasBelievableNumbers: Bool {
        let state = RunState(events.map(\.event))
        let times = events.map(\.time) + decisions.map(\.time)
        let numbers = state.iterations.map(\.number) + state.workflow.numbers + (state.plan?.numbers ?? [])
        return times.allSatisfy { $0.microseconds.magnitude < 1 << 60 }
            && numbers.allSatisfy { (0...1_000_000).contains($0) } && sample.index < 1 << 40
    }

    private var hasDistinctSteps: Bool {
        let workflow = RunState(events.map(\.event)).workflow
        let steps = workflow.chains.flatMap(\.steps).map(\.number)
        return Set(steps).count == steps.count && Set(workflow.chains.map(\.id)).count == workflow.chains.count
    }
}

extension Workflow {
    fileprivate var numbers: [Int] {
        chains.map(\.id.number) + chains.flatMap(\.steps).flatMap { [$0.number, $0.iteration, $0.proposal.number] }
    }
}

extension Plan {
    fileprivate var numbers: [Int] {
        [iterations, batch, proposals, toolsPerProposal, turns, chains, gradientMemory, targetSteps?.most ?? 0]
    }
}

/// The members of a record that are read by hand.
private struct RecordReading {
    private let object: JSON.Object

    init(_ json: JSON) throws(WorkflowRecordProblem) {
        guard let object = json.object, let version = object["version"]?.int, version > 0 else {
            throw .damaged("it has no version")
        }
        guard version <= WorkflowRecord.version else {
            throw WorkflowRecordProblem(
                wrong: "Its \(WorkflowRecord.key) has version \(version); this program reads up to "
                    + "\(WorkflowRecord.version).",
                advice: "Import it with a newer toolgrad, or remove the key to import the workflow alone.")
        }
        self.object = object
    }

    /// The tools of the library that it names; nil for a record with tools of its own.
    func tools(of libraries: RecordLibraries) throws(WorkflowRecordProblem) -> [Tool]? {
        guard object["tools"] == nil, let hash = object["library"]?.string else { return nil }
        guard let tools = try libraries.tools(hash) else {
            throw WorkflowRecordProblem(
                wrong: "The tools that its \(WorkflowRecord.key) names are not there.",
                advice: "Import the whole folder of the export, with manifest/libraries/\(hash.prefix(16)).json.")
        }
        return tools
    }

    subscript(key: String) -> JSON? { object[key] }

    var sample: SampleID {
        get throws(WorkflowRecordProblem) {
            guard let run = object["run"]?.string, run.isHash else { throw .damaged("its run is no SHA-256") }
            guard let index = object["index"]?.int, index > 0 else { throw .damaged("its index is no positive number") }
            let branch = object["branch"]?.array ?? [nil]
            let numbers = branch.compactMap(\.int).filter { $0 > 0 }
            guard numbers.count == branch.count else { throw .damaged("its branch is no list of positive numbers") }
            return SampleID(run: RunID(ContentHash(hex: run)), index: index, branch: numbers)
        }
    }

    var seed: UInt64 {
        get throws(WorkflowRecordProblem) {
            guard let seed = object["seed"]?.string.flatMap(UInt64.init) else {
                throw .damaged("its seed is no number")
            }
            return seed
        }
    }
}

extension String {
    /// Whether these are 64 lower-case hexadecimal digits.
    var isHash: Bool {
        utf8.count == 64 && utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}

/// Writes and reads values in their own coding.
private struct RecordCoding {
    let shelf: RecordShelf

    init(_ shelf: RecordShelf) {
        self.shelf = shelf
    }

    /// Numbers here are whole and no larger than 64 bits, and JSON values are strings, so nothing is rounded.
    func json(_ value: some Encodable) throws(WorkflowRecordProblem) -> JSON {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.userInfo[.outputShelf] = shelf
        do { return try JSON(parsing: encoder.encode(value)) } catch {
            throw WorkflowRecordProblem(
                wrong: "The record of a sample cannot be written: \(error).", advice: "Leave the sample out.")
        }
    }

    func value<Value: Decodable>(
        _ type: Value.Type, of record: RecordReading, _ key: String
    ) throws(WorkflowRecordProblem) -> Value {
        guard let json = record[key] else { throw .damaged("it has no \(key)") }
        return try value(type, json, called: key)
    }

    func value<Value: Decodable>(
        _ type: Value.Type, _ json: JSON, called key: String
    ) throws(WorkflowRecordProblem) -> Value {
        let decoder = JSONDecoder()
        decoder.userInfo[.outputShelf] = shelf
        do { return try decoder.decode(type, from: Data(json.compactText.utf8)) } catch {
            throw .damaged("its \(key) cannot be read")
        }
    }

    /// A value may bring an output's bytes itself; they must be what their hash says.
    func checkOutputs(of events: [RecordedEvent], _ decisions: [Decision]) throws(WorkflowRecordProblem) {
        let shelf = RecordShelf()
        let coding = RecordCoding(shelf)
        _ = try coding.json(events)
        _ = try coding.json(decisions)
        guard shelf.outputs.allSatisfy({ ContentHash(of: $0.bytes) == $0.hash }) else {
            throw .damaged("an output does not have its hash")
        }
    }
}
