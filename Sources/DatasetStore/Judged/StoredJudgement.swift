import Engine
import Review

/// What a model said of a sample, and what it cost.
package struct StoredJudgement: Hashable, Sendable {
    /// As its endpoint knows it.
    package let model: String
    /// Of the prompt and the checks' versions; see ``JudgePrompt/contentHash``.
    package let prompt: ContentHash
    /// Of the sample as it was judged; see ``JudgedSubject/contentHash``.
    package let subject: ContentHash
    package let judgement: Judgement
    package let time: Timestamp
    package let spending: Spending

    package init(
        model: String, prompt: ContentHash, subject: ContentHash, judgement: Judgement, time: Timestamp,
        spending: Spending
    ) {
        self.model = model
        self.prompt = prompt
        self.subject = subject
        self.judgement = judgement
        self.time = time
        self.spending = spending
    }

    /// What was paid for it.
    package struct Spending: Hashable, Sendable {
        /// Requests that were sent, retries too.
        package var requests: Int
        package var promptTokens: Int
        package var completionTokens: Int
        /// Nil where the price is unknown.
        package var cost: Money?

        package init(requests: Int = 0, promptTokens: Int = 0, completionTokens: Int = 0, cost: Money? = .zero) {
            self.requests = requests
            self.promptTokens = promptTokens
            self.completionTokens = completionTokens
            self.cost = cost
        }
    }
}

/// What is known of a sample from models that judged it.
package enum JudgedState: Hashable, Sendable {
    /// No model has judged it.
    case never
    /// It was edited since: what was said of it counts no more.
    case stale
    /// The newest judgement of the sample as it stands.
    case judged(StoredJudgement)

    /// Those of the sample as it stands; nil where there is no verdict.
    package var findings: [Finding]? {
        switch self {
        case .never, .stale: nil
        case .judged(let stored): stored.judgement.findings
        }
    }
}
