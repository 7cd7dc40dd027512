import Engine
import Evaluation

/// An item of a baseline, as the list shows it.
package enum BaselineRow: Hashable, Sendable, StudyRow {
    case item(ListedBaselineItem)
    /// What is stored is no item; the text says why.
    case unreadable(index: Int, String)

    /// 1 for the first item of its baseline.
    var index: Int {
        switch self {
        case .item(let summary): summary.index
        case .unreadable(let index, _): index
        }
    }
}

/// What a list tells of an item of a baseline.
package struct ListedBaselineItem: Hashable, Sendable {
    /// How its search ended.
    enum Ending: Hashable, Sendable, CaseIterable {
        case answered, gaveUp, exhausted, outOfQueries, unanswered, failed
    }

    let index: Int
    let method: BaselineSample.Method
    let ending: Ending
    let queries: Int
    let steps: Int
    let verdict: SolvedVerdict?
    /// The beginning of the instruction's query.
    let query: String

    private static let queryLimit = 400

    package init(_ sample: BaselineSample) {
        index = sample.index
        method = sample.method
        ending = Ending(sample.result.ending)
        queries = sample.result.queries
        steps = sample.result.steps.count
        verdict = sample.verdict
        query = String(sample.instruction.query.prefix(Self.queryLimit))
    }
}

extension ListedBaselineItem.Ending {
    init(_ ending: SearchResult.Ending) {
        self =
            switch ending {
            case .answered: .answered
            case .gaveUp: .gaveUp
            case .exhausted: .exhausted
            case .outOfQueries: .outOfQueries
            case .unanswered: .unanswered
            case .failed: .failed
            }
    }

    /// As a row of the list says it.
    var word: String {
        switch self {
        case .answered: "answered"
        case .gaveUp: "gave up"
        case .exhausted: "exhausted"
        case .outOfQueries: "question limit"
        case .unanswered: "no answer"
        case .failed: "failed"
        }
    }
}
