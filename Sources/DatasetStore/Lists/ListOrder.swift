import Engine
import GRDB
import Review

/// The order of a list as SQL: by a number, then by the label.
struct ListOrder {
    /// Ascends and is never NULL; nil for the labels alone.
    private let key: SQL?
    private let isLabelReversed: Bool

    /// Which way to go through the list.
    enum Direction {
        case forward, backward
    }

    init(_ sort: Sort) {
        isLabelReversed = sort.key == .id && sort.isReversed
        key = Self.key(of: sort)
    }

    private static func key(of sort: Sort) -> SQL? {
        let sign: SQL = sort.isReversed ? "-" : ""
        let opposite: SQL = sort.isReversed ? "" : "-"
        // What is not known comes last either way.
        let last: SQL = "9e999"
        return switch sort.key {
        case .id: nil
        case .lint: "coalesce(\(opposite)sample.findings, \(last))"
        case .uncertainty: "coalesce(\(opposite)sample.doubts, \(last))"
        case .novelty: "coalesce(\(sign)sample.rarity, \(last))"
        case .length: "\(opposite)sample.steps"
        case .cost: "coalesce(\(opposite)sample.cost, \(last))"
        case .random(let seed): "\(sign)\(Shuffle(seed: seed).sql(of: "sample.number"))"
        }
    }

    /// What comes after `ORDER BY`.
    func terms(_ direction: Direction = .forward) -> SQL {
        let keyWay: SQL = direction == .forward ? "ASC" : "DESC"
        let labelWay: SQL = (direction == .forward) != isLabelReversed ? "ASC" : "DESC"
        let label: SQL = "sample.number \(labelWay), sample.branch \(labelWay)"
        return key.map { "\($0) \(keyWay), \(label)" } ?? label
    }

    /// That a sample comes after a place, or before it.
    func isBeyond(_ place: Place, _ direction: Direction) -> SQL {
        let isLater = (direction == .forward) != isLabelReversed
        let labelSign: SQL = isLater ? ">" : "<"
        let label: SQL = "(sample.number, sample.branch) \(labelSign) (\(place.number), \(place.branch))"
        guard let key else { return label }
        let sign: SQL = direction == .forward ? ">" : "<"
        return "(\(key) \(sign) \(place.key) OR \(key) = \(place.key) AND \(label))"
    }

    /// Where a sample stands in the order.
    struct Place {
        fileprivate let key: DatabaseValue
        fileprivate let number: Int
        fileprivate let branch: String
    }

    /// The place of the sample with a row number.
    func place(of id: Int64, in database: Database) throws -> Place? {
        let number: SQL = key ?? "0"
        let query: SQL = "SELECT number, branch, \(number) AS key FROM sample WHERE id = \(id)"
        return try SQLRequest<Row>(literal: query).fetchOne(database).map { row in
            Place(key: row["key"], number: row["number"], branch: row["branch"])
        }
    }
}

/// An order that a seed alone decides: numbers are mapped to others by a cube modulo a prime, which SQLite can compute
/// and which never maps two to one.
private struct Shuffle {
    /// The largest prime below 2^31 that leaves 2 when divided by 3; so every number has one cube root.
    private static let prime: Int64 = 2_147_483_579

    private let factor: Int64
    private let offset: Int64

    init(seed: UInt64) {
        var random = SeededGenerator(for: .sampling, seed: seed, sample: 0, iteration: 0)
        factor = Int64.random(in: Self.prime / 4..<Self.prime, using: &random)
        offset = Int64.random(in: 0..<Self.prime, using: &random)
    }

    func sql(of column: SQL) -> SQL {
        let line: SQL = "((\(column) * \(factor) + \(offset)) % \(Self.prime))"
        return "(\(line) * \(line) % \(Self.prime) * \(line) % \(Self.prime))"
    }
}
