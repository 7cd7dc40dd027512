import Engine
import Foundation
import GRDB

/// How far the record of a question has come.
private enum Noted {
    /// It may have been sent, and has no ending.
    case pending(Int64)
    case ended
}

extension Database {
    /// Notes that a question is about to be sent, or says how it ended before.
    func begin(_ question: Question, by owner: RecordOwner, in path: String) throws -> RecordedExchange? {
        if let known = try ending(of: question, by: owner, in: path) { return known }
        _ = try note(question, by: owner)
        return nil
    }

    /// Stores how a question ended, unless it has ended before.
    func finish(
        _ question: Question, by owner: RecordOwner, with exchange: RecordedExchange, as ending: StoredPayload
    ) throws {
        guard case .pending(let id) = try note(question, by: owner) else { return }
        try end(id, of: owner, with: exchange, as: ending)
    }

    /// How a question ended; nil for one that was never asked, or has no ending.
    ///
    /// - Throws: ``DatasetError/damaged(path:what:)`` when the answer or its bytes are not what was stored.
    func ending(of question: Question, by owner: RecordOwner, in path: String) throws -> RecordedExchange? {
        let statement = try cachedStatement(
            sql: """
                SELECT record.result, record.resultHash, output.hash AS bodyHash, output.bytes AS body
                FROM \(owner.exchanges) AS record LEFT JOIN output ON output.id = record.output
                WHERE record.result IS NOT NULL AND \(owner.questionCondition)
                """)
        return try Row.fetchOne(statement, arguments: question.arguments(owner)).map { row in
            try RecordedExchange(row, at: question.slot.place, in: path)
        }
    }

    /// How a question ended each time that it was asked, the first time first; without an asking that has no ending.
    ///
    /// Answers are not read, however long they are: a row with bytes has one, and a failure has none.
    ///
    /// - Throws: ``DatasetError/damaged(path:what:)`` when a failure is not what was stored.
    func endings(of question: Question, by owner: RecordOwner, in path: String) throws -> [PastEnding] {
        let slot = question.slot
        let statement = try cachedStatement(
            sql: """
                SELECT output IS NOT NULL AS isAnswered, CASE WHEN output IS NULL THEN result END AS result, resultHash,
                    NULL AS bodyHash, NULL AS body
                FROM \(owner.exchanges)
                WHERE result IS NOT NULL AND \(owner.column) = ? AND stage = ? AND proposal = ? AND turn = ?
                    AND repair = ? AND request = ?
                ORDER BY iteration
                """)
        return try Row.fetchAll(
            statement,
            arguments: [
                owner.id, slot.stage.rawValue, slot.proposal?.number ?? 0, slot.turn, slot.repair, question.hash.hex,
            ]
        ).map { row in
            row["isAnswered"] ? .answered : .unanswered(try RecordedExchange(row, at: slot.place, in: path))
        }
    }

    /// Keeps a row for a question that is about to be sent, unless there is one.
    private func note(_ question: Question, by owner: RecordOwner) throws -> Noted {
        let arguments = question.arguments(owner)
        let known = try cachedStatement(
            sql: "SELECT id, result IS NULL FROM \(owner.exchanges) WHERE \(owner.questionCondition)")
        if let row = try Row.fetchOne(known, arguments: arguments) { return row[1] ? .pending(row[0]) : .ended }
        let parts = try question.parts.map { String(try keepPart($0.text, hash: $0.hash.hex)) }
        try cachedStatement(
            sql: """
                INSERT INTO \(owner.exchanges)
                    (\(owner.column), iteration, stage, proposal, turn, repair, request, model, parts)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: arguments + [question.request.model.withoutNul, "[\(parts.joined(separator: ","))]"])
        return .pending(lastInsertedRowID)
    }

    /// Notes how a pending question ended.
    private func end(
        _ id: Int64, of owner: RecordOwner, with exchange: RecordedExchange, as ending: StoredPayload
    ) throws {
        let output = try ending.outputs.first.map { try keep($0) }
        try cachedStatement(
            sql: """
                UPDATE \(owner.exchanges) SET output = ?, tries = ?, prompt = ?, completion = ?, cached = ?, reasoning = ?,
                    estimated = ?, cost = ?, resultHash = ?, result = ? WHERE id = ?
                """
        ).execute(arguments: [output] + exchange.figures + [ending.hash.hex, ending.text, id])
    }

    /// Keeps a piece of requests once, whoever sends it, and says under which number.
    func keepPart(_ text: String, hash: String) throws -> Int64 {
        let known = try cachedStatement(sql: "SELECT id FROM part WHERE hash = ?")
        if let id = try Int64.fetchOne(known, arguments: [hash]) { return id }
        try cachedStatement(sql: "INSERT INTO part (hash, text) VALUES (?, ?)").execute(arguments: [hash, text])
        return lastInsertedRowID
    }
}

extension RecordOwner {
    fileprivate var questionCondition: String {
        """
        \(column) = ? AND iteration = ? AND stage = ? AND proposal = ? AND turn = ? AND repair = ? AND request = ?
        """
    }
}

extension RecordedExchange {
    /// Reads the ending back from a row with `result`, `resultHash`, `bodyHash` and `body`.
    init(_ row: Row, at place: String, in path: String) throws(DatasetError) {
        let place = "the answer at \(place)"
        let bytes = Data.fromDatabaseValue(row["body"] as DatabaseValue)
        let outputs = try FetchedOutputs(
            bytes.map { [(hash: row.text("bodyHash"), bytes: $0)] } ?? [], of: place, in: path)
        let result = ReadPayload(text: row.text("result"), hash: row.text("resultHash"), place: place)
        self = try result.value(RecordedExchange.self, outputs: outputs, in: path)
    }

    /// What the row says beside the texts, so that a run can be summed up: tries, tokens, whether they are guesses, and
    /// billionths of a dollar.
    ///
    /// Absurd figures are cut down, lest a sum of them overflow; ``RecordedExchange`` itself keeps them.
    fileprivate var figures: StatementArguments {
        let tokens = [usage.prompt, usage.completion, usage.cached, usage.reasoning].map { $0.clamped(to: 1 << 40) }
        let numbers: [Int?] = [tries.clamped(to: 1 << 20)] + tokens + [usage.isEstimated ? 1 : 0]
        return StatementArguments(numbers + [cost.map { Int($0.nanodollars).clamped(to: 1 << 50) }])
    }
}

extension Row {
    /// A column that holds a text; empty where a damaged file has something else.
    func text(_ column: String) -> String { String.fromDatabaseValue(self[column] as DatabaseValue) ?? "" }

    /// A column that holds a number; 0 where a damaged file has something else.
    func number(_ column: String) -> Int { Int.fromDatabaseValue(self[column] as DatabaseValue) ?? 0 }
}

extension Int {
    /// The nearest number from 0 to a limit.
    fileprivate func clamped(to limit: Int) -> Int { Swift.min(Swift.max(0, self), limit) }
}
