import Engine
import Evaluation

/// What an evaluation has come to.
struct EvaluationTally: Sendable {
    /// How many items there are in all.
    let count: Int
    private(set) var ending = EvaluationEnding.complete
    private var byIndex: [Int: EvaluatedItem] = [:]
    private(set) var wrong = 0
    /// Items that an earlier session answered.
    private(set) var takenOver = 0

    init(count: Int) {
        self.count = count
    }

    mutating func add(_ item: EvaluatedItem, at index: Int) {
        byIndex[index] = item
        if !item.score.isRight { wrong += 1 }
    }

    mutating func takeOver(_ item: EvaluatedItem, at index: Int) {
        add(item, at: index)
        takenOver += 1
    }

    /// What came first is the cause of the rest.
    mutating func end(_ ending: EvaluationEnding) {
        if self.ending == .complete { self.ending = ending }
    }

    var done: Int { byIndex.count }

    /// In the order of the items.
    var items: [EvaluatedItem] { byIndex.sorted { $0.key < $1.key }.map(\.value) }
}

/// Why an evaluation ended.
enum EvaluationEnding: Hashable, Sendable {
    /// Every item has its score.
    case complete
    case cancelled
    case limitMet(String)
    /// Every further question would fare the same; the text says why.
    case failed(String)

    init(_ error: any Error) {
        switch error {
        case is CancellationError: self = .cancelled
        case let spent as BudgetSpent: self = .limitMet(spent.limit.title)
        case let error: self = .failed("\(error)")
        }
    }

    var isLimit: Bool {
        guard case .limitMet = self else { return false }
        return true
    }
}
