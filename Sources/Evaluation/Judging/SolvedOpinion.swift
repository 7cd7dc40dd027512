/// What one judge said of an answer, and of its query where it was asked about that too.
package struct SolvedOpinion: Hashable, Codable, Sendable {
    package let judge: JudgeIdentity
    package let ruling: SolvedRuling
    /// Nil where nobody asked.
    package var solvability: SolvabilityOpinion?

    package init(_ judge: JudgeIdentity, _ ruling: SolvedRuling, solvability: SolvabilityOpinion? = nil) {
        self.judge = judge
        self.ruling = ruling
        self.solvability = solvability
    }
}

/// What a judge said of a query.
package struct SolvabilityOpinion: Hashable, Codable, Sendable {
    package let judge: JudgeIdentity
    package let ruling: SolvableRuling

    package init(_ judge: JudgeIdentity, _ ruling: SolvableRuling) {
        self.judge = judge
        self.ruling = ruling
    }
}

/// That a judge was asked about an answer and gave no verdict.
package struct JudgeSilence: Hashable, Sendable {
    package enum Kind: String, Hashable, Codable, Sendable {
        /// The judge did not answer; asked again it may.
        case unanswered
        /// It answered without a verdict, and nothing asks it again.
        case inconclusive
    }

    package let judge: JudgeIdentity
    /// Why there is none.
    package let reason: String
    package let kind: Kind

    package init(_ judge: JudgeIdentity, reason: String, kind: Kind = .unanswered) {
        self.judge = judge
        self.reason = reason
        self.kind = kind
    }
}

extension JudgeSilence: Codable {
    private enum CodingKeys: String, CodingKey {
        case judge, reason, kind
    }

    /// Earlier versions did not note the kind; then nobody knows of an answer.
    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            try members.decode(JudgeIdentity.self, forKey: .judge),
            reason: try members.decode(String.self, forKey: .reason),
            kind: try members.decodeIfPresent(Kind.self, forKey: .kind) ?? .unanswered)
    }
}
