import Engine
import Evaluation

/// An evaluation of the dataset, as a list names it.
package struct ListedEvaluation: Hashable, Sendable, Identifiable {
    package let study: ListedStudy
    /// How many of its items are right; nil while some have no score yet.
    package let right: Tally?

    package init(_ study: ListedStudy, right: Tally?) {
        self.study = study
        self.right = right
    }

    package var id: RunID { study.id }
}

/// An item of an evaluation, as the list shows it.
package enum EvaluationRow: Hashable, Sendable, StudyRow {
    case item(EvaluationSummary)
    /// What is stored is no item; the text says why.
    case unreadable(index: Int, String)

    /// 1 for the first item of its evaluation.
    var index: Int {
        switch self {
        case .item(let summary): summary.index
        case .unreadable(let index, _): index
        }
    }

    var summary: EvaluationSummary? {
        switch self {
        case .item(let summary): summary
        case .unreadable: nil
        }
    }
}

/// What a list tells of an item of an evaluation.
package struct EvaluationSummary: Hashable, Sendable {
    let index: Int
    let id: String
    let category: Truth.Category
    let isRight: Bool
    /// The kinds of mistakes that make it wrong, each once.
    let faults: [String]
    /// The beginning of the query.
    let query: String
    /// Changes with what is asked, offered or expected.
    let truth: ContentHash
    /// Changes with the calls of the prediction.
    let calls: ContentHash

    private static let queryLimit = 200

    package init(_ item: EvaluatedItem, index: Int) {
        self.index = index
        id = item.truth.id
        category = item.truth.category
        isRight = item.score.isRight
        faults = item.score.mistakes.filter(\.isFault).map(\.title).reduce(into: []) { faults, title in
            if !faults.contains(title) { faults.append(title) }
        }
        query = String(item.truth.query.prefix(Self.queryLimit))
        let expected = item.truth.calls.map(\.contentHash.hex)
        let asked = [item.truth.query, item.truth.response, item.truth.category.rawValue]
        truth = ContentHash(
            of: JSON.array((asked + item.truth.offered.map(\.text) + expected).map(JSON.string)).canonicalText)
        let calls = (item.prediction?.calls ?? []).map { call in
            (try? JSON(parsing: call.arguments)).map { JSON.array([.string(call.name), $0]) }
                ?? .array([.string(call.name), .string(call.arguments)])
        }
        self.calls = ContentHash(of: JSON.array(calls).canonicalText)
    }
}
