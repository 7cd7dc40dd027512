import Engine
import GRDB
import Review

/// A sample and where it is in a list.
package struct ListPlace: Hashable, Sendable {
    package let sample: SampleID
    /// 0 for the first line.
    package let offset: Int
}

extension Dataset {
    /// The next sample after another in a list that is `wanted` too, such as ``Filter/undecided``; nil for none.
    ///
    /// The other sample need not be in the list; nil starts before the first one.
    package func next(
        _ wanted: Filter = .everything, after sample: SampleID?, in filter: Filter = .everything, sort: Sort = .standard
    ) async throws -> ListPlace? {
        try await walk(.forward, to: wanted, from: .sample(sample), SampleList(filter, sort))
    }

    /// The last sample before another in a list that is `wanted` too; nil for none.
    ///
    /// The other sample need not be in the list; nil starts after the last one.
    package func previous(
        _ wanted: Filter = .everything, before sample: SampleID?, in filter: Filter = .everything,
        sort: Sort = .standard
    ) async throws -> ListPlace? {
        try await walk(.backward, to: wanted, from: .sample(sample), SampleList(filter, sort))
    }

    /// The next sample after a line of a list that is `wanted` too; -1 is before the first line.
    package func next(
        _ wanted: Filter, afterLine line: Int, in filter: Filter = .everything, sort: Sort = .standard
    ) async throws -> ListPlace? {
        try await walk(.forward, to: wanted, from: .line(line), SampleList(filter, sort))
    }

    /// The last sample before a line of a list that is `wanted` too; a line beyond the end is after the last one.
    package func previous(
        _ wanted: Filter, beforeLine line: Int, in filter: Filter = .everything, sort: Sort = .standard
    ) async throws -> ListPlace? {
        try await walk(.backward, to: wanted, from: .line(line), SampleList(filter, sort))
    }

    private enum Start {
        case sample(SampleID?)
        case line(Int)
    }

    private func walk(
        _ direction: ListOrder.Direction, to wanted: Filter, from start: Start, _ list: SampleList
    ) async throws -> ListPlace? {
        try await read { database in
            let origin: Int64?
            switch start {
            case .sample(let sample): origin = try sample.map { try SampleRow.existing($0, in: database).id }
            case .line(let line):
                origin = line < 0 ? nil : try list.page(offset: line, limit: 1, in: database).first
                // Beyond an end of the list there is nothing further that way.
                if origin == nil, (line < 0) != (direction == .forward) { return nil }
            }
            guard let row = try list.first(beyond: origin, direction, where: wanted, in: database),
                let sample = try database.sample(row), let offset = try list.offset(of: row, in: database)
            else { return nil }
            return ListPlace(sample: sample, offset: offset)
        }
    }
}
