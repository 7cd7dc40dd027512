import Engine
import GRDB

extension Dataset {
    /// A page of a study's saved items, in the order of their indices; empty where there are no more.
    ///
    /// It begins after the index `last`, or with the first item for nil, and has at most `limit` items. One that is not
    /// what was stored keeps no other away.
    package func studyPage(of study: RunID, after last: Int? = nil, limit: Int) async throws -> [StudyItem] {
        let path = path
        return try await read { database in
            try Row.fetchAll(
                database,
                sql: "\(Self.itemsQuery) AND study_item.position > ? ORDER BY study_item.position LIMIT ?",
                arguments: [study.hash.hex, last ?? Int.min, limit]
            ).map { StudyItem($0, in: path) }
        }
    }

    /// The saved items of a study one after the other, in the order of their indices, few of them in memory at once.
    package func studyItems(of study: RunID, after last: Int? = nil) -> StudyItems {
        StudyItems(dataset: self, study: study, start: last)
    }
}

/// A saved item of a study.
package struct StudyItem: Equatable, Sendable {
    /// 1 for the first item.
    package let index: Int
    /// What was saved, or that it is not what was stored.
    package let content: Result<JSON, DatasetError>

    fileprivate init(_ row: Row, in path: String) {
        index = row["position"]
        content = Result { () throws(DatasetError) in try savedItem(row, in: path) }
    }
}

/// The saved items of a study, read by page.
///
/// An item that is saved meanwhile appears where its turn is still to come. An item that is not what was stored ends
/// it with ``DatasetError/damaged(path:what:)``.
package struct StudyItems: AsyncSequence, Sendable {
    package typealias Element = (index: Int, json: JSON)

    fileprivate let dataset: Dataset
    fileprivate let study: RunID
    fileprivate let start: Int?

    package func makeAsyncIterator() -> Iterator { Iterator(items: self, last: start) }

    package struct Iterator: AsyncIteratorProtocol {
        private static let pageSize = 100

        fileprivate let items: StudyItems
        fileprivate var last: Int?
        private var page: ArraySlice<StudyItem> = []

        fileprivate init(items: StudyItems, last: Int?) {
            self.items = items
            self.last = last
        }

        package mutating func next() async throws -> StudyItems.Element? {
            if page.isEmpty {
                page = try await items.dataset.studyPage(of: items.study, after: last, limit: Self.pageSize)[...]
            }
            guard let item = page.popFirst() else { return nil }
            last = item.index
            return (item.index, try item.content.get())
        }
    }
}
