import Engine
import Foundation
import GRDB
import Review

extension Dataset {
    /// A sample as it counts: its events folded, and what reviewers made of it laid over them.
    ///
    /// - Throws: ``DatasetError/unknownSample(_:)``, and ``DatasetError/damaged(path:what:)`` when what is stored of it
    ///   is not what was written.
    package func reviewedSample(_ sample: SampleID) async throws -> ReviewedSample {
        try await reading(of: sample).sample
    }

    /// A sample with the decisions on it and the number of its last event, all as of one moment.
    package func reading(of sample: SampleID) async throws -> SampleReading {
        let path = path
        let (seed, record, decisions) = try await read { database in
            let row = try SampleRow.existing(sample, in: database)
            guard let run = try RunRow.find(sample.run, in: database) else { throw DatasetError.unknownRun(sample.run) }
            return (
                try JSONDecoder().decode(Plan.self, from: Data(run.plan.utf8)).seed,
                try SampleRecord(row, sample, in: database), try database.decisions(of: sample, row.id, in: path)
            )
        }
        let events = try record.events(in: path)
        return SampleReading(
            sample: ReviewedSample(
                id: sample, seed: seed, state: RunState(events.map(\.event)), review: ReviewState(decisions),
                library: try await library(of: sample.run)),
            decisions: decisions, lastEvent: events.last?.number ?? 0)
    }

    /// Samples one after the other, in the order of the labels, each read when its turn comes.
    package func reviewedSamples(_ filter: Filter = .everything) -> ReviewedSamples {
        ReviewedSamples(dataset: self, filter: filter)
    }
}

/// What is stored of a sample at one moment.
package struct SampleReading: Hashable, Sendable {
    package let sample: ReviewedSample
    /// Oldest first; undone ones and their undoing are among them.
    package let decisions: [Decision]
    /// The number of the newest event in the sample's state; 0 for none.
    package let lastEvent: Int
}

/// The samples that a filter lets through, read one at a time.
///
/// Each sample is consistent in itself; one that is decided meanwhile appears as it stands when its turn comes.
package struct ReviewedSamples: AsyncSequence, Sendable {
    package typealias Element = ReviewedSample

    fileprivate let dataset: Dataset
    fileprivate let filter: Filter

    package func makeAsyncIterator() -> Iterator {
        Iterator(dataset: dataset, filter: filter)
    }

    package struct Iterator: AsyncIteratorProtocol {
        fileprivate let dataset: Dataset
        fileprivate let filter: Filter
        private var page: ArraySlice<PageEntry> = []
        private var last = PageEntry(number: 0, branch: "", sample: nil)

        fileprivate init(dataset: Dataset, filter: Filter) {
            self.dataset = dataset
            self.filter = filter
        }

        package mutating func next() async throws -> ReviewedSample? {
            if page.isEmpty { page = try await dataset.page(after: last, filter)[...] }
            guard let entry = page.popFirst(), let sample = entry.sample else { return nil }
            last = entry
            return try await dataset.reviewedSample(sample)
        }
    }
}

/// A place in a list.
private struct PageEntry: Sendable {
    let number: Int
    let branch: String
    let sample: SampleID?
}

extension Dataset {
    fileprivate func page(after last: PageEntry, _ filter: Filter) async throws -> [PageEntry] {
        let query: SQL = """
            SELECT sample.number, sample.branch, sample.position, run.hash AS run
            FROM sample JOIN run ON run.id = sample.run
            WHERE (sample.number, sample.branch) > (\(last.number), \(last.branch)) AND \(filter.sql)
            ORDER BY sample.number, sample.branch LIMIT 100
            """
        return try await read { database in
            try SQLRequest<Row>(literal: query).fetchAll(database).map { row in
                PageEntry(number: row["number"], branch: row["branch"], sample: SampleID(row))
            }
        }
    }
}
