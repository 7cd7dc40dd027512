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

/// That a judge was asked about an answer and gave no verdict; asked again it may give one.
package struct JudgeSilence: Hashable, Codable, Sendable {
    package let judge: JudgeIdentity
    /// Why there is none.
    package let reason: String

    package init(_ judge: JudgeIdentity, reason: String) {
        self.judge = judge
        self.reason = reason
    }
}
