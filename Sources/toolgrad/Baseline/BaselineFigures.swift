import Engine
import Evaluation

/// What a baseline came to: counts over its samples, added one after the other, so that none has to stay in memory.
struct BaselineFigures {
    private(set) var samples = 0
    private(set) var answered = 0
    private(set) var queries = 0
    /// Calls that worked on the way to an answer.
    private(set) var steps = 0
    private(set) var spending = Spending()
    /// Of the samples whose time is known.
    private(set) var wallTime = Duration.zero
    private(set) var timed = 0
    private var judgedSamples: [JudgedSample] = []
    private var byEnding: [String: Int] = [:]
    private var byProblem: [String: Int] = [:]

    init() {}

    init(_ samples: some Sequence<BaselineSample>) {
        for sample in samples { add(sample) }
    }

    mutating func add(_ sample: BaselineSample) {
        let result = sample.result
        samples += 1
        byEnding[result.ending.title, default: 0] += 1
        queries += result.queries
        if result.isAnswered {
            answered += 1
            steps += result.groundTruthCalls.count
        }
        spending.add(sample.spending)
        if let time = sample.wallTime {
            wallTime += time
            timed += 1
        }
        judgedSamples.append(sample.judged)
        if let problem = result.ending.problem { byProblem[problem, default: 0] += 1 }
    }

    /// Searches by how they ended, in the order of ``SearchResult/Ending``.
    var endings: [(title: String, count: Int)] {
        SearchResult.Ending.titles.map { (title: $0, count: byEnding[$0] ?? 0) }
    }

    /// Searches in which a question had no answer.
    var unanswered: Int { byEnding[SearchResult.Ending.unanswered("").title] ?? 0 }

    /// Why searches failed or had no answer, the commonest first.
    var problems: [(text: String, count: Int)] {
        byProblem.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { (text: $0.key, count: $0.value) }
    }

    /// What each judge made of the answers; empty where nobody was asked.
    var judged: [JudgedFigures] { JudgedFigures.each(of: judgedSamples) }
}

extension SearchResult.Ending {
    /// In the order in which a summary lists them.
    static let titles = ["answered", "gave up", "exhausted", "out of questions", "no answer", "failed"]

    /// A word or two for lists.
    var title: String {
        switch self {
        case .answered: "answered"
        case .gaveUp: "gave up"
        case .exhausted: "exhausted"
        case .outOfQueries: "out of questions"
        case .unanswered: "no answer"
        case .failed: "failed"
        }
    }

    /// As machines read it.
    var key: String {
        switch self {
        case .outOfQueries: "out of queries"
        case .answered, .gaveUp, .exhausted, .unanswered, .failed: title
        }
    }

    /// What was answered, or why nothing was; empty where there is nothing more to say.
    var words: String {
        switch self {
        case .answered(let text), .unanswered(let text), .failed(let text): text
        case .gaveUp, .exhausted, .outOfQueries: ""
        }
    }

    /// Why a search could not go on to its end; nil where it did.
    var problem: String? {
        switch self {
        case .unanswered(let reason), .failed(let reason): reason
        case .answered, .gaveUp, .exhausted, .outOfQueries: nil
        }
    }
}
