import Engine
import GRDB

extension Database {
    /// Takes over what is new of a sample; nothing of one that is here with other events.
    func adopt(_ sample: PackedSample, path: String) throws -> Adoption {
        let known = try SampleRow.find(sample.id, in: self)
        let stored = try known.map { try storedEvents(of: $0, sample.id) } ?? []
        if let difference = try difference(of: sample, from: stored, path: path) {
            return Adoption(growth: .refused(difference))
        }
        let row = try known ?? SampleRow.findOrBegin(sample.id, in: self)
        let news = sample.events.dropFirst(stored.count)
        var adoption = Adoption(growth: known == nil ? .new : news.isEmpty ? .same : .extended)
        adoption.number = row.number
        try append(news, mentioning: sample.outputs, to: row, path: path)
        if !news.isEmpty {
            adoption.bytes += news.reduce(0) { $0 + $1.payload.text.utf8.count }
            adoption.bytes += sample.outputs.reduce(0) { $0 + $1.bytes.count }
        }
        for call in sample.calls where try adopt(call, of: row.id) { adoption.bytes += call.bytes }
        for exchange in sample.exchanges where try adopt(exchange, of: row.id) { adoption.bytes += exchange.bytes }
        let judged = try sample.judgements.filter { try insert($0, of: row.id) }
        if !judged.isEmpty { try lookAgain(at: SampleRow.existing(sample.id, in: self)) }
        return adoption
    }

    private func append(
        _ events: ArraySlice<PackedEvent>, mentioning outputs: [RecordedOutput], to old: SampleRow, path: String
    ) throws {
        guard !events.isEmpty else { return }
        try keep(outputs, mentionedBy: old.id)
        var row = old
        for packed in events {
            try insertEvent(packed.payload, number: packed.event.number, time: packed.event.time, of: old.id)
            // One that must be counted anew is counted once, below.
            if old.isPlain { row = try row.following(packed.event, in: self, path: path) }
        }
        if !old.isPlain, let last = events.last { row = try row.following(last.event, in: self, path: path) }
        try row.save(after: old, in: self)
    }

    private struct StoredHash {
        let number: Int
        let hash: String
    }

    private func storedEvents(of row: SampleRow, _ sample: SampleID) throws -> [StoredHash] {
        let statement = try cachedStatement(sql: "SELECT number, hash FROM event WHERE sample = ? ORDER BY number")
        return try Row.fetchAll(statement, arguments: [row.id]).map {
            StoredHash(number: $0["number"], hash: $0["hash"])
        }
    }

    /// Why a sample cannot be the one that is here, in words; nil when one begins as the other does.
    private func difference(of sample: PackedSample, from stored: [StoredHash], path: String) throws -> String? {
        for (place, packed) in sample.events.enumerated() where packed.event.number != place + 1 {
            return "its event \(place + 1) is missing"
        }
        let odd = zip(stored, sample.events).filter { $0.hash != $1.payload.hash.hex }
        guard !odd.isEmpty else { return nil }
        // Another version may have written the same in other letters.
        let own = try SampleRecord(try SampleRow.existing(sample.id, in: self), sample.id, in: self).events(in: path)
        let other = zip(own, sample.events).first { $0.event != $1.event.event }
        return other.map { "its event \($0.0.number) is another one here" }
    }
}

extension SampleRow {
    /// Whether an event alone says what changes.
    fileprivate var isPlain: Bool { !reworked && counted }
}

extension Database {
    /// Takes over a call, or its ending where that is missing here; the first ending stays.
    private func adopt(_ call: PackedCall, of sample: Int64) throws -> Bool {
        try execute(
            sql: """
                INSERT OR IGNORE INTO call (sample, \(PackedCall.questionColumns.joined(separator: ", ")))
                VALUES (?, ?, ?, ?, ?, ?)
                """, arguments: [sample] + StatementArguments(call.question))
        let isNew = changesCount > 0
        guard !call.ending[0].isNull else { return isNew }
        let slot = [sample] + StatementArguments(call.question.prefix(4))
        let pending = try cachedStatement(
            sql: """
                SELECT id FROM call WHERE result IS NULL AND sample = ? AND iteration = ? AND proposal = ?
                    AND attempt = ? AND hash = ?
                """)
        guard let id = try Int64.fetchOne(pending, arguments: slot) else { return isNew }
        let output = try call.output.map { try keep($0) }
        try cachedStatement(sql: "UPDATE call SET result = ?, resultHash = ?, output = ? WHERE id = ?")
            .execute(arguments: StatementArguments(call.ending) + [output, id])
        return true
    }

    /// Takes over a question, or its ending where that is missing here; the first ending stays.
    private func adopt(_ exchange: PackedExchange, of sample: Int64) throws -> Bool {
        let slot = [sample] + StatementArguments(exchange.question.prefix(6))
        let known = try cachedStatement(
            sql: """
                SELECT id, result IS NULL FROM exchange WHERE sample = ? AND iteration = ? AND stage = ?
                    AND proposal = ? AND turn = ? AND repair = ? AND request = ?
                """)
        let row = try Row.fetchOne(known, arguments: slot)
        if let row, exchange.ending.last?.isNull != false || !(row[1] as Bool) { return false }
        let id = try row?[0] ?? insert(exchange, of: sample)
        guard exchange.ending.last?.isNull == false else { return true }
        let output = try exchange.output.map { try keep($0) }
        let columns = PackedExchange.endingColumns.map { "\($0) = ?" }.joined(separator: ", ")
        try cachedStatement(sql: "UPDATE exchange SET output = ?, \(columns) WHERE id = ?")
            .execute(arguments: [output] + StatementArguments(exchange.ending) + [id])
        return true
    }

    private func insert(_ exchange: PackedExchange, of sample: Int64) throws -> Int64 {
        let parts = try exchange.parts.map { String(try keepPart($0.text, hash: $0.hash.hex)) }
        try cachedStatement(
            sql: """
                INSERT INTO exchange (sample, \(PackedExchange.questionColumns.joined(separator: ", ")), parts)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(
            arguments: [sample] + StatementArguments(exchange.question) + ["[\(parts.joined(separator: ","))]"])
        return lastInsertedRowID
    }
}
