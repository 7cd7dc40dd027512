import Engine
import Evaluation

/// What a baseline came to: counts over its samples.
struct BaselineFigures {
    let samples: Int
    /// Searches by how they ended, in the order of ``SearchResult/Ending``.
    let endings: [(title: String, count: Int)]
    let answered: Int
    let queries: Int
    /// Calls that worked on the way to an answer.
    let steps: Int
    let spending: Spending
    /// Of the samples whose time is known.
    let wallTime: Duration
    let timed: Int
    let verdicts: [SolvedVerdict: Int]
    /// Why searches failed, the commonest first.
    let problems: [(text: String, count: Int)]

    init(_ samples: [BaselineSample]) {
        self.samples = samples.count
        let titles = samples.map(\.result.ending.title)
        endings = SearchResult.Ending.titles.map { title in (title, titles.count { $0 == title }) }
        answered = samples.count(where: \.result.isAnswered)
        queries = samples.reduce(0) { $0 + $1.result.queries }
        steps = samples.filter(\.result.isAnswered).reduce(0) { $0 + $1.result.groundTruthCalls.count }
        spending = samples.reduce(into: Spending()) { $0.add($1.spending) }
        let times = samples.compactMap(\.wallTime)
        wallTime = times.reduce(.zero, +)
        timed = times.count
        verdicts = Dictionary(samples.compactMap(\.verdict).map { ($0, 1) }, uniquingKeysWith: +)
        let failures = samples.compactMap { sample -> String? in
            guard case .failed(let reason) = sample.result.ending else { return nil }
            return reason
        }
        problems = Dictionary(failures.map { ($0, 1) }, uniquingKeysWith: +)
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { (text: $0.key, count: $0.value) }
    }

    var judged: Int { verdicts.values.reduce(0, +) }

    /// StableToolBench's SoPR: solved counts 1 and unsure a half; nil where nobody judged.
    var solvedRate: Double? {
        guard judged > 0 else { return nil }
        return (Double(verdicts[.solved] ?? 0) + 0.5 * Double(verdicts[.unsure] ?? 0)) / Double(judged)
    }
}

extension SearchResult.Ending {
    /// In the order in which a summary lists them.
    static let titles = ["answered", "gave up", "exhausted", "out of questions", "failed"]

    /// A word or two for lists.
    var title: String {
        switch self {
        case .answered: "answered"
        case .gaveUp: "gave up"
        case .exhausted: "exhausted"
        case .outOfQueries: "out of questions"
        case .failed: "failed"
        }
    }

    /// As machines read it.
    var key: String {
        switch self {
        case .outOfQueries: "out of queries"
        case .answered, .gaveUp, .exhausted, .failed: title
        }
    }

    /// What was answered, or why nothing was; empty where there is nothing more to say.
    var words: String {
        switch self {
        case .answered(let text), .failed(let text): text
        case .gaveUp, .exhausted, .outOfQueries: ""
        }
    }
}
