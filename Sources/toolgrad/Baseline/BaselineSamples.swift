import DatasetStore
import Engine
import Evaluation

/// The samples of a baseline in their order, read by page, so that few of their trees are in memory at once.
struct BaselineSamples: AsyncSequence, Sendable {
    typealias Element = BaselineSample

    private let items: StudyItems
    private let model: String?
    private let last: Int

    fileprivate init(_ items: StudyItems, by model: String?, upTo last: Int) {
        self.items = items
        self.model = model
        self.last = last
    }

    func makeAsyncIterator() -> Iterator { Iterator(items: items.makeAsyncIterator(), model: model, last: last) }

    struct Iterator: AsyncIteratorProtocol {
        /// Nil at the end, so that nothing is read beyond it.
        fileprivate var items: StudyItems.Iterator?
        fileprivate let model: String?
        fileprivate let last: Int

        mutating func next() async throws -> BaselineSample? {
            guard let item = try await items?.next(), item.index <= last else {
                items = nil
                return nil
            }
            return try BaselineSample(stored: item.json, index: item.index, by: model)
        }
    }
}

extension Dataset {
    /// The samples of a baseline after an index, up to another one.
    ///
    /// `model` is who made it, by its identity; where it is nil, what they took is told as it was stored. They end with
    /// ``CommandFailure`` at one that this version cannot read.
    func baselineSamples(
        of study: RunID, by model: String? = nil, after first: Int? = nil, upTo last: Int = .max
    ) -> BaselineSamples {
        BaselineSamples(studyItems(of: study, after: first), by: model, upTo: last)
    }

    /// The samples of a baseline in whose search a question had no answer, by index.
    ///
    /// - Throws: ``CommandFailure`` for a sample that this version cannot read.
    func unansweredSamples(of study: RunID, upTo last: Int) async throws -> Set<Int> {
        var found: Set<Int> = []
        for try await sample in baselineSamples(of: study, upTo: last) {
            if case .unanswered = sample.result.ending { found.insert(sample.index) }
        }
        return found
    }
}

extension BaselineSample {
    /// Reads a sample as a dataset keeps it, with what counts where `model` was asked.
    ///
    /// - Throws: ``CommandFailure`` for one that this version cannot read.
    init(stored json: JSON, index: Int, by model: String? = nil) throws {
        guard let sample = json.decoded(as: BaselineSample.self) else {
            throw CommandFailure(
                "The baseline's sample \(index) is stored in a way that this version does not read. Use the version "
                    + "that made it.")
        }
        self = sample.taking(sample.spending.asking(model))
    }
}
