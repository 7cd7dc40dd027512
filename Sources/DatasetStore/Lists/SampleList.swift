import Engine
import GRDB
import Review

/// The samples that a filter lets through, in an order: what the statements about a list have in common.
struct SampleList: Sendable {
    private let filter: Filter
    private let sort: Sort

    init(_ filter: Filter, _ sort: Sort = .standard) {
        self.filter = filter
        self.sort = sort
    }

    private var order: ListOrder { ListOrder(sort) }

    /// The narrow index has what filters ask for; left alone, SQLite would sooner read the wide table.
    private var source: SQL { filter == .everything && sort.key == .id ? "sample" : "sample INDEXED BY sample_list" }

    /// A query for all row numbers, in any order.
    var rows: SQL { "SELECT sample.id FROM \(source) WHERE \(filter.sql)" }

    /// The row numbers of one page.
    func page(offset: Int, limit: Int, in database: Database) throws -> [Int64] {
        let query: SQL = """
            SELECT sample.id FROM \(source) WHERE \(filter.sql) ORDER BY \(order.terms())
            LIMIT \(limit) OFFSET \(offset)
            """
        return try SQLRequest<Int64>(literal: query).fetchAll(database)
    }

    func count(in database: Database) throws -> Int {
        try count(where: "1", in: database)
    }

    /// How many there are of each status; those that have none are left out.
    func statusCounts(in database: Database) throws -> [ReviewState.Status: Int] {
        // All of them are counted along the index of the statuses; several of a filter in one pass.
        let statuses = ReviewState.Status.allCases
        let counts: [SQL] = statuses.map { status in
            if filter == .everything { return "(SELECT count(*) FROM sample WHERE status = \(status.rawValue))" }
            return "count(*) FILTER (WHERE sample.status = \(status.rawValue))"
        }
        let rest: SQL = filter == .everything ? "" : " FROM \(source) WHERE \(filter.sql)"
        let query: SQL = "SELECT \(counts.joined(separator: ", "))\(rest)"
        guard let row = try SQLRequest<Row>(literal: query).fetchOne(database) else { return [:] }
        let pairs = statuses.enumerated().map { ($1, row[$0] as Int) }
        return Dictionary(uniqueKeysWithValues: pairs).filter { $0.value > 0 }
    }

    /// Which line a sample is, 0 for the first; nil when the filter leaves it out.
    func offset(of id: Int64, in database: Database) throws -> Int? {
        let own: SQL = "SELECT sample.id FROM sample WHERE sample.id = \(id) AND \(filter.sql)"
        guard try SQLRequest<Int64>(literal: own).fetchOne(database) != nil,
            let place = try order.place(of: id, in: database)
        else { return nil }
        return try count(where: order.isBeyond(place, .backward), in: database)
    }

    /// The first sample beyond another, which need not be in the list itself; nil starts at the end of the list that
    /// the direction leads away from.
    func first(
        beyond id: Int64?, _ direction: ListOrder.Direction, where wanted: Filter, in database: Database
    ) throws -> Int64? {
        let place = try id.flatMap { try order.place(of: $0, in: database) }
        let beyond: SQL = place.map { order.isBeyond($0, direction) } ?? "1"
        let query: SQL = """
            SELECT sample.id FROM sample INDEXED BY sample_list
            WHERE \(filter.sql) AND \(wanted.sql) AND \(beyond) ORDER BY \(order.terms(direction)) LIMIT 1
            """
        return try SQLRequest<Int64>(literal: query).fetchOne(database)
    }

    private func count(where condition: SQL, in database: Database) throws -> Int {
        let query: SQL = "SELECT count(*) FROM \(source) WHERE \(filter.sql) AND \(condition)"
        return try SQLRequest<Int>(literal: query).fetchOne(database) ?? 0
    }
}
