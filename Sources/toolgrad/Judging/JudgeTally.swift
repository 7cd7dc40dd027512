import DatasetStore
import DisplaySafety
import Engine

/// What judging came to.
struct JudgeTally: Sendable {
    private let judge: String
    private(set) var judged = 0
    private(set) var known = 0
    private(set) var nothingToJudge = 0
    /// The samples without a verdict.
    private(set) var unanswered = 0
    /// The first of them.
    private(set) var named: [(sample: SampleID, reason: String)] = []
    private(set) var spending = StoredJudgement.Spending()
    private(set) var ending = JudgeEnding.complete

    /// The most samples without a verdict that are named.
    static let mostNamed = 20

    init(judge: String) {
        self.judge = judge
    }

    /// Whether a verdict was asked for, and none came.
    var gotNothing: Bool { unanswered > 0 && judged + known == 0 }

    /// The samples that were looked at.
    var done: Int { judged + known + nothingToJudge + unanswered }

    mutating func add(_ entry: JudgeRun.Entry) {
        switch entry {
        case .judged(let spending):
            judged += 1
            add(spending)
        case .known: known += 1
        case .nothingToJudge: nothingToJudge += 1
        case .unanswered(let sample, let reason, let spending):
            unanswered += 1
            if named.count < Self.mostNamed { named.append((sample, reason)) }
            add(spending)
        case .stopped(let ending, let spending):
            // What came first is the cause of the rest.
            if self.ending == .complete { self.ending = ending }
            add(spending)
        }
    }

    private mutating func add(_ other: StoredJudgement.Spending) {
        spending.requests += other.requests
        spending.promptTokens += other.promptTokens
        spending.completionTokens += other.completionTokens
        // One request of unknown price makes the sum unknown.
        spending.cost =
            other.requests == 0 ? spending.cost : spending.cost.flatMap { sum in other.cost.map { sum + $0 } }
    }
}

extension JudgeTally {
    /// Lines for people; `label` says what a sample is called.
    func text(_ label: (SampleID) async throws -> String) async rethrows -> String {
        var lines = [summary, spent]
        for (sample, reason) in named {
            let words = SafeText(reason).plain.split(separator: "\n").joined(separator: " ")
            lines.append("  \(try await label(sample)) has no verdict: \(words)")
        }
        if unanswered > named.count { lines.append("  … and \(unanswered - named.count) more") }
        return lines.map { $0 + "\n" }.joined()
    }

    private var summary: String {
        let others: [(count: Int, words: String)] = [
            (known, "had been judged before"), (nothingToJudge, "had nothing to judge"),
            (unanswered, "got no verdict"),
        ]
        return "\(SafeText(judge).plain) judged \(judged.samples)"
            + others.filter { $0.count > 0 }.map { "; \($0.count.samples) \($0.words)" }.joined() + "."
    }

    private var spent: String {
        guard spending.requests > 0 else { return "Nothing was asked." }
        let cost = spending.cost.map { "\($0)" } ?? "a cost that is not known, since no price is set"
        return
            "Spent \(spending.requests) request\(spending.requests == 1 ? "" : "s"), \(spending.promptTokens) tokens in, "
            + "\(spending.completionTokens) out, \(cost)."
    }
}
