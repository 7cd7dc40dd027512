/// What judges said of one answer, as their figures count it.
package struct JudgedSample: Hashable, Sendable {
    /// How the search ended that was judged.
    package enum End: Hashable, Sendable {
        /// With an answer, about which judges are asked.
        case answered
        /// It gave up, or its answer says nothing: unsolved, and no judge is asked.
        case withoutAnswer
        /// It did not end of itself; unsolved too, and no judge is asked.
        case unfinished
    }

    package let opinions: [SolvedOpinion]
    /// Those who were asked about the answer and gave no verdict.
    package let silent: [JudgeIdentity]
    /// Those of them who answered all the same.
    package let inconclusive: [JudgeIdentity]
    package let end: End

    package init(
        _ opinions: [SolvedOpinion], silent: [JudgeIdentity] = [], inconclusive: [JudgeIdentity] = [], end: End
    ) {
        self.opinions = opinions
        self.silent = silent
        self.inconclusive = inconclusive
        self.end = end
    }

    /// What a judge said; nil where it said nothing.
    func opinion(of judge: JudgeIdentity) -> SolvedOpinion? { opinions.first { $0.judge == judge } }

    /// Everybody who was asked, or would have been.
    var judges: [JudgeIdentity] { opinions.map(\.judge) + silent }
}
