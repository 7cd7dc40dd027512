import Engine
import Foundation
import GRDB

/// A sample on its way from one file to another, with every byte as it was stored.
struct PackedSample: Sendable {
    let id: SampleID
    let events: [PackedEvent]
    /// What the events mention.
    let outputs: [RecordedOutput]
    var calls: [PackedCall] = []
    var exchanges: [PackedExchange] = []
    /// What models said of it.
    var judgements: [PackedJudgement] = []

    /// About how much memory it takes.
    var bytes: Int {
        events.reduce(0) { $0 + $1.payload.text.utf8.count } + outputs.reduce(0) { $0 + $1.bytes.count }
            + calls.reduce(0) { $0 + $1.bytes } + exchanges.reduce(0) { $0 + $1.bytes }
    }
}

/// An event and what a row has of it.
struct PackedEvent: Sendable {
    let event: RecordedEvent
    let payload: StoredPayload
}

/// A call of a sample's stages; its columns as they were stored.
struct PackedCall: Sendable {
    /// Iteration, proposal, attempt, hash and payload.
    let question: [DatabaseValue]
    /// Result and its hash; NULL while there is none.
    let ending: [DatabaseValue]
    let output: RecordedOutput?

    var bytes: Int { (question + ending).textBytes + (output?.bytes.count ?? 0) }
}

/// A question to a model; its columns as they were stored.
struct PackedExchange: Sendable {
    /// Iteration, stage, proposal, turn, repair, request and model.
    let question: [DatabaseValue]
    let parts: [(hash: ContentHash, text: String)]
    /// Tries, tokens, whether they are guesses, cost, hash and text of the result; NULL while there is none.
    let ending: [DatabaseValue]
    let output: RecordedOutput?

    var bytes: Int {
        (question + ending).textBytes + parts.reduce(0) { $0 + $1.text.utf8.count } + (output?.bytes.count ?? 0)
    }
}

extension [DatabaseValue] {
    fileprivate var textBytes: Int { reduce(0) { $0 + (String.fromDatabaseValue($1)?.utf8.count ?? 0) } }
}

extension PackedSample {
    /// Packs events that are at hand.
    init(_ id: SampleID, _ events: [RecordedEvent]) throws {
        self.id = id
        self.events = try events.map { PackedEvent(event: $0, payload: try StoredPayload($0.event)) }
        outputs = self.events.flatMap(\.payload.outputs)
    }

    /// Packs what a dataset has of a sample, if all of it is still what was stored.
    ///
    /// - Throws: ``DatasetError/damaged(path:what:)`` otherwise.
    init(_ id: SampleID, in database: Database, path: String) throws {
        let rows = try SampleRows(id, in: database)
        self.id = id
        events = try zip(rows.record.events(in: path), rows.record.stored).map { event, stored in
            PackedEvent(
                event: event,
                payload: StoredPayload(
                    text: stored.payload.text, hash: ContentHash(hex: stored.payload.hash), outputs: []))
        }
        outputs = rows.record.outputs.map { RecordedOutput($0.bytes) }
        calls = try rows.calls.map { try PackedCall($0, of: id, in: path) }
        exchanges = try rows.exchanges.map { try PackedExchange($0, of: id, rows.parts, in: path) }
        judgements = rows.judgements
        for judgement in judgements { try judgement.check(of: id, in: path) }
    }
}

/// What a dataset has of a sample, not looked into yet.
private struct SampleRows {
    let record: SampleRecord
    let calls: [Row]
    let exchanges: [Row]
    let judgements: [PackedJudgement]
    let parts: [Int64: String]

    init(_ id: SampleID, in database: Database) throws {
        let row = try SampleRow.existing(id, in: database)
        record = try SampleRecord(row, id, in: database)
        calls = try Row.fetchAll(database, sql: Self.callsQuery, arguments: [row.id])
        exchanges = try Row.fetchAll(database, sql: Self.exchangesQuery, arguments: [row.id])
        judgements = try database.packedJudgements(of: row.id)
        let statement = try database.cachedStatement(sql: "SELECT text FROM part WHERE id = ?")
        var parts: [Int64: String] = [:]
        for number in Set(exchanges.flatMap(partNumbers)) {
            parts[number] = try Row.fetchOne(statement, arguments: [number]).map { $0.text("text") }
        }
        self.parts = parts
    }

    private static let callsQuery = """
        SELECT call.*, output.hash AS bodyHash, output.bytes AS body FROM call
        LEFT JOIN output ON output.id = call.output WHERE call.sample = ? ORDER BY call.id
        """
    private static let exchangesQuery = """
        SELECT exchange.*, output.hash AS bodyHash, output.bytes AS body FROM exchange
        LEFT JOIN output ON output.id = exchange.output WHERE exchange.sample = ? ORDER BY exchange.id
        """
}

extension PackedCall {
    static let questionColumns = ["iteration", "proposal", "attempt", "hash", "payload"]
    static let endingColumns = ["result", "resultHash"]

    fileprivate init(_ row: Row, of sample: SampleID, in path: String) throws(DatasetError) {
        question = row.values(of: Self.questionColumns)
        ending = row.values(of: Self.endingColumns)
        output = try row.checkedOutput(of: "a call of \(sample)", in: path)
        try row.check("result", against: "resultHash", of: "the result of a call of \(sample)", in: path)
    }
}

extension PackedExchange {
    static let questionColumns = ["iteration", "stage", "proposal", "turn", "repair", "request", "model"]
    static let endingColumns = [
        "tries", "prompt", "completion", "cached", "reasoning", "estimated", "cost", "resultHash", "result",
    ]

    fileprivate init(
        _ row: Row, of sample: SampleID, _ known: [Int64: String], in path: String
    ) throws(DatasetError) {
        let place = "the question at \(sample)"
        question = row.values(of: Self.questionColumns)
        ending = row.values(of: Self.endingColumns)
        output = try row.checkedOutput(of: place, in: path)
        parts = partNumbers(row).compactMap { known[$0] }.map { (ContentHash(of: $0), $0) }
        guard ContentHash(ofRequest: parts.map(\.hash)).hex == row.text("request") else {
            throw .damaged(path: path, what: "\(place) is not what was stored")
        }
        try row.check("result", against: "resultHash", of: place, in: path)
    }
}

extension Row {
    fileprivate func values(of columns: [String]) -> [DatabaseValue] { columns.map { self[$0] } }

    /// The bytes that a row refers to; nil where it refers to none.
    func checkedOutput(of place: String, in path: String) throws(DatasetError) -> RecordedOutput? {
        guard let bytes = Data.fromDatabaseValue(self["body"] as DatabaseValue) else { return nil }
        let output = RecordedOutput(bytes)
        guard output.hash.hex == text("bodyHash") else {
            throw .damaged(path: path, what: "the output of \(place) is not what was stored")
        }
        return output
    }

    /// Refuses a text that does not have the hash it was stored with; NULL has none.
    func check(
        _ column: String, against hash: String, of place: String, in path: String
    ) throws(DatasetError) {
        guard !(self[column] as DatabaseValue).isNull else { return }
        guard ContentHash(of: text(column)).hex == text(hash) else {
            throw .damaged(path: path, what: "\(place) does not have the hash it was stored with")
        }
    }
}
