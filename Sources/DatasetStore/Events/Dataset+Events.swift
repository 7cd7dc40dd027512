import Engine
import Foundation
import GRDB

extension Dataset: EventRecorder {
    /// Stores an event, and returns once it is durable.
    ///
    /// Events that come together share a commit.
    ///
    /// - Throws: ``DatasetError/unknownRun(_:)`` before the run has begun, and
    ///   ``DatasetError/outOfOrder(_:expected:found:)`` for any but the next event of its sample.
    package func record(_ event: RecordedEvent) async throws {
        let payload = try StoredPayload(event.event)
        let path = path
        try await write(.shared) { try $0.add(event, payload, path: path) }
    }

    package func events(of sample: SampleID) async throws -> [RecordedEvent] {
        let record = try await read { database in
            try SampleRow.find(sample, in: database).map { try SampleRecord($0, sample, in: database) }
        }
        return try record?.events(in: path) ?? []
    }
}

extension SampleRow {
    /// The row after an event that is stored already.
    func following(_ event: RecordedEvent, in database: Database, path: String) throws -> SampleRow {
        if reworked || !counted {
            var row = try recounted(event.sample, in: database, path: path)
            row.forgetFindings()
            return row
        }
        var row = self
        row.apply(event.event)
        try database.addTools(event.event.addedTools, to: id)
        return row
    }
}

/// The stored events of one sample, read together with the outputs that they mention.
struct SampleRecord: Sendable {
    struct StoredEvent: Sendable {
        let number: Int
        let time: Int64
        let payload: ReadPayload
    }

    private let sample: SampleID
    let stored: [StoredEvent]
    let outputs: [OutputRow]

    /// The bytes of an output under their hash.
    struct OutputRow: Sendable {
        let hash: String
        let bytes: Data
    }

    init(_ row: SampleRow, _ sample: SampleID, in database: Database) throws {
        self.sample = sample
        stored = try Row.fetchAll(
            database, sql: "SELECT number, time, payload, hash FROM event WHERE sample = ? ORDER BY number",
            arguments: [row.id]
        ).map { event in
            StoredEvent(
                number: event["number"], time: event["time"],
                payload: ReadPayload(
                    text: event["payload"], hash: event["hash"],
                    place: "event \(event["number"] as Int) of \(sample)"))
        }
        outputs = try database.outputs(mentionedBy: row.id).map { OutputRow(hash: $0.hash, bytes: $0.bytes) }
    }

    /// - Throws: ``DatasetError/damaged(path:what:)`` when an event or an output is not what was stored.
    func events(in path: String) throws(DatasetError) -> [RecordedEvent] {
        let shelf = try FetchedOutputs(outputs.map { ($0.hash, $0.bytes) }, in: path)
        var events: [RecordedEvent] = []
        for event in stored {
            events.append(
                RecordedEvent(
                    sample: sample, number: event.number, time: Timestamp(microseconds: event.time),
                    event: try event.payload.value(RunEvent.self, outputs: shelf, in: path)))
        }
        return events
    }
}

extension Database {
    /// Adds the next event of a sample, and what follows from it.
    func add(_ event: RecordedEvent, _ payload: StoredPayload, path: String) throws {
        let row = try SampleRow.findOrBegin(event.sample, in: self)
        guard event.number == row.events + 1 else {
            throw DatasetError.outOfOrder(event.sample, expected: row.events + 1, found: event.number)
        }
        try keep(payload.outputs, mentionedBy: row.id)
        try insertEvent(payload, number: event.number, time: event.time, of: row.id)
        try row.following(event, in: self, path: path).save(after: row, in: self)
    }

    /// Adds the next event of a sample; what its row says is not changed.
    func insertEvent(_ payload: StoredPayload, number: Int, time: Timestamp, of sample: Int64) throws {
        try cachedStatement(sql: "INSERT INTO event (sample, number, time, payload, hash) VALUES (?, ?, ?, ?, ?)")
            .execute(arguments: [sample, number, time.microseconds, payload.text, payload.hash.hex])
    }
}
