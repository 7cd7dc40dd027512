import Engine
import Foundation
import GRDB

extension Dataset {
    /// Everything a sample's stages asked models, in the order of the loop: by iteration, stage, proposal, turn and
    /// repair, the final synthesis last.
    ///
    /// - Throws: ``DatasetError/damaged(path:what:)`` when a part or an answer is not what was stored.
    package func exchanges(of sample: SampleID) async throws -> [StoredExchange] {
        let path = path
        return try await read { database in
            guard let row = try SampleRow.find(sample, in: database) else { return [] }
            return try database.exchanges(of: row.recordOwner, named: sample, in: path)
        }
    }
}

extension Database {
    /// What was asked for a sample or an item, in the order of the loop.
    func exchanges(of owner: RecordOwner, named sample: SampleID, in path: String) throws -> [StoredExchange] {
        let rows = try Row.fetchAll(
            self,
            sql: """
                SELECT record.*, output.hash AS bodyHash, output.bytes AS body
                FROM \(owner.exchanges) AS record LEFT JOIN output ON output.id = record.output
                WHERE record.\(owner.column) = ? ORDER BY record.id
                """, arguments: [owner.id])
        let parts = try parts(of: rows.flatMap(partNumbers))
        return try rows.map { try StoredExchange($0, of: sample, parts, in: path) }.sorted(by: \.place)
    }
}

/// The numbers of an exchange's parts, in their order; those that cannot be read are left out, which the request's hash
/// then tells.
func partNumbers(_ row: Row) -> [Int64] {
    row.text("parts").dropFirst().dropLast().split(separator: ",").compactMap { Int64($0) }
}

extension Database {
    fileprivate func parts(of numbers: [Int64]) throws -> [Int64: String] {
        var parts: [Int64: String] = [:]
        let statement = try cachedStatement(sql: "SELECT text FROM part WHERE id = ?")
        for number in Set(numbers) {
            parts[number] = try Row.fetchOne(statement, arguments: [number])?.text("text")
        }
        return parts
    }
}

extension StoredExchange {
    fileprivate init(
        _ row: Row, of sample: SampleID, _ parts: [Int64: String], in path: String
    ) throws(DatasetError) {
        slot = try ExchangeSlot(row, of: sample, in: path)
        let place = slot.place
        model = row.text("model")
        request = ContentHash(hex: row.text("request"))
        self.parts = partNumbers(row).compactMap { parts[$0] }.map(RequestPart.init)
        guard ContentHash(ofRequest: self.parts.map { ContentHash(of: $0.json) }) == request else {
            throw .damaged(path: path, what: "the question at \(place) is not what was stored")
        }
        let isPending = (row["result"] as DatabaseValue).isNull
        ending = isPending ? nil : try RecordedExchange(row, at: place, in: path)
    }
}

extension ExchangeSlot {
    fileprivate init(_ row: Row, of sample: SampleID, in path: String) throws(DatasetError) {
        let proposal = row.number("proposal")
        guard let stage = Stage(rawValue: row.text("stage")) else {
            throw .damaged(path: path, what: "an exchange of \(sample) belongs to no stage")
        }
        self.init(
            sample: sample, iteration: row.number("iteration"), stage: stage,
            proposal: proposal == 0 ? nil : Proposal.ID(proposal), turn: row.number("turn"),
            repair: row.number("repair"))
    }
}

extension StoredExchange {
    /// By which exchanges are put in the order of the loop.
    fileprivate var place: [Int] {
        [
            slot.stage.isOfStudy || slot.iteration == 0 ? .max : slot.iteration,
            ExchangeSlot.Stage.allCases.firstIndex(of: slot.stage) ?? 0, slot.proposal?.number ?? 0, slot.turn,
            slot.repair, slot.iteration,
        ]
    }
}

extension [StoredExchange] {
    /// Stable, so that two questions of one slot stay in the order in which they were asked.
    fileprivate func sorted(by place: (StoredExchange) -> [Int]) -> [StoredExchange] {
        enumerated().sorted { left, right in
            let (first, second) = (place(left.element), place(right.element))
            return first == second ? left.offset < right.offset : first.lexicographicallyPrecedes(second)
        }.map(\.element)
    }
}
