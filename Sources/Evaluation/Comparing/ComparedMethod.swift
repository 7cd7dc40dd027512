/// A way to make samples, as a comparison names it.
package enum ComparedMethod: String, Hashable, Codable, Sendable, CaseIterable {
    /// Answer first, by the offline planner: no model is asked.
    case offline
    /// Answer first, with few questions to the model.
    case lean
    /// Answer first, faithful to the paper.
    case paper
    /// Query first, with a depth-first search over decisions.
    case dfs
    /// Query first, one chain without backing up.
    case react

    /// Which comes first.
    package enum Order: String, Hashable, Codable, Sendable, CaseIterable {
        case answerFirst = "answer-first"
        case queryFirst = "query-first"

        /// What a sample has to do to pass; the two orders do not mean the same by it.
        package var pass: String {
            switch self {
            case .answerFirst: "the sample ends complete: its steps were executed, and a query was written for them"
            case .queryFirst:
                "the search ends with an answer within its limits; whether that solves the query is no part of it"
            }
        }

        /// Which steps count as ground truth.
        package var steps: String {
            switch self {
            case .answerFirst: "the executed steps of the workflow of a sample that passes"
            case .queryFirst: "the calls that worked on the way to the answer, of a sample that passes"
            }
        }
    }

    package var order: Order {
        switch self {
        case .offline, .lean, .paper: .answerFirst
        case .dfs, .react: .queryFirst
        }
    }

    package init(_ method: BaselineSample.Method) {
        switch method {
        case .dfs: self = .dfs
        case .react: self = .react
        }
    }
}
