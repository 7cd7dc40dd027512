/// What one judge made of answers.
///
/// A search without an answer is unsolved, and no judge is asked about it. Such verdicts are there even where a judge
/// never answered; so they are no rate by themselves while others are missing.
package struct JudgedFigures: Hashable, Sendable {
    /// Answers by their verdict.
    package struct Answers: Hashable, Sendable {
        package let solved: Int
        package let unsure: Int
        package let unsolved: Int

        package init(solved: Int, unsure: Int, unsolved: Int) {
            self.solved = solved
            self.unsure = unsure
            self.unsolved = unsolved
        }

        package var count: Int { solved + unsure + unsolved }
        /// Solved counts 1 and unsure a half; nil of nothing.
        package var rate: Double? {
            count > 0 ? (Double(solved) + 0.5 * Double(unsure)) / Double(count) : nil
        }
    }

    /// What is known of the queries.
    package struct Solvability: Hashable, Sendable {
        package let judge: JudgeIdentity
        package let solvable: Int
        package let unsure: Int
        package let unsolvable: Int
        /// Queries whose answer was judged, and they were not.
        package let unjudged: Int
        /// Those to solvable queries.
        package let answers: Answers
        /// ``JudgedFigures/passShare(of:to:at:)`` on average: to be compared with published numbers only.
        package let published: Double

        package var count: Int { solvable + unsure + unsolvable }
    }

    package let judge: JudgeIdentity
    /// All that have a verdict.
    package let answers: Answers
    /// How many of those verdicts the judge gave itself.
    package let asked: Int
    /// Answers that it was asked about, and gave no verdict on.
    package let missing: MissingVerdicts
    /// Searches that were never put before it.
    package let unasked: Int
    /// Nil where nobody judged queries, or only those are known whose answer solves them while others are not.
    package let solvability: Solvability?

    /// Answers that it was asked about in vain, for either reason.
    package var silent: Int { missing.count }

    /// Everything that lacks a verdict.
    package var unjudged: Int { silent + unasked }

    /// Whether the verdicts tell of the searches together: all have one, or the judge gave some of them itself.
    package var hasRate: Bool { unjudged == 0 || asked > 0 }

    /// StableToolBench's SoPR over the solvable queries, where they were judged; else over all that have a verdict.
    ///
    /// Nil of nothing.
    package var rate: Double? { counted.rate }

    /// The answers that the rate is of.
    package var counted: Answers {
        hasRate ? solvability?.answers ?? answers : Answers(solved: 0, unsure: 0, unsolved: 0)
    }

    /// ``Solvability/published``, where there is a rate.
    package var published: Double? { hasRate ? solvability?.published : nil }

    /// What the rate is of, for people.
    package var scope: String {
        guard hasRate else { return "no answer has a verdict" }
        guard let solvability else { return "over \(queries), solvability not judged" }
        return "SoPR, over the \(solvability.solvable) solvable \(solvability.solvable == 1 ? "query" : "queries")"
    }

    private var queries: String {
        let all = answers.count + unjudged
        guard unjudged == 0 else { return "the \(answers.count) of \(all) queries with a verdict" }
        return all == 1 ? "the 1 query" : "all \(all) queries"
    }

    /// What has no verdict, for people: `1 answer has no verdict`; nil where everything has one.
    package var gaps: String? {
        let rest = unasked == 1 ? "1 was not put before the judge" : "\(unasked) were not put before the judge"
        let parts = [missing.words(of: "answer")].compactMap(\.self) + (unasked > 0 ? [rest] : [])
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// What ToolEval lets pass, 0 to 1: an answer that does not solve an unsolvable query passes too.
    ///
    /// Where ToolEval tosses a coin it is a half, what the coin gives on average. A search that neither answers nor
    /// gives up has failed.
    ///
    /// Source: `is_passed` of OpenBMB/ToolBench's tooleval.
    package static func passShare(
        of answer: SolvedVerdict, to query: SolvableVerdict, at end: JudgedSample.End
    ) -> Double {
        switch (end, answer, query) {
        case (.unfinished, _, _), (_, .unsolved, .solvable): 0
        case (_, .solved, _), (_, .unsure, .unsolvable), (_, .unsolved, .unsolvable): 1
        case (_, .unsure, .solvable), (_, .unsure, .unsure), (_, .unsolved, .unsure): 0.5
        }
    }
}

extension JudgedFigures {
    /// One for each judge, the one of the most answers first; what two judges said is never counted together.
    ///
    /// `samples` are all of them, also those that nobody judged.
    package static func each(of samples: [JudgedSample]) -> [JudgedFigures] {
        Set(samples.flatMap(\.judges)).map { JudgedFigures($0, samples) }
            .sorted { ($1.answers.count, $0.judge.description) < ($0.answers.count, $1.judge.description) }
    }

    fileprivate struct Entry {
        let opinion: SolvedOpinion
        let end: JudgedSample.End
    }

    private init(_ judge: JudgeIdentity, _ samples: [JudgedSample]) {
        let entries = samples.compactMap { sample in
            sample.opinion(of: judge).map { Entry(opinion: $0, end: sample.end) }
        }
        let rest = samples.filter { $0.opinion(of: judge) == nil }
        self.judge = judge
        answers = Answers(entries.map(\.opinion.ruling.verdict))
        asked = entries.count { $0.end == .answered }
        let silent = rest.filter { $0.silent.contains(judge) }
        let inconclusive = silent.count { $0.inconclusive.contains(judge) }
        missing = MissingVerdicts(unanswered: silent.count - inconclusive, inconclusive: inconclusive)
        unasked = rest.count { !$0.silent.contains(judge) }
        solvability = Solvability(entries)
    }
}

extension JudgedFigures.Answers {
    fileprivate init(_ verdicts: [SolvedVerdict]) {
        func count(_ verdict: SolvedVerdict) -> Int { verdicts.count { $0 == verdict } }
        self.init(solved: count(.solved), unsure: count(.unsure), unsolved: count(.unsolved))
    }
}

extension JudgedFigures.Solvability {
    /// Of the judge of queries that judged the most of them; what another one said counts as not judged.
    ///
    /// That a query is solvable whose answer solves it is nobody's verdict. Where there is nothing else while queries
    /// are not judged, it is nil: a rate over those alone would be one over what is solved.
    fileprivate init?(_ entries: [JudgedFigures.Entry]) {
        guard let judge = entries.compactMap(\.opinion.solvability?.judge).commonest else { return nil }
        let judged = entries.compactMap { entry -> (entry: JudgedFigures.Entry, query: SolvableVerdict)? in
            guard let opinion = entry.opinion.solvability, opinion.judge == judge else { return nil }
            return (entry, opinion.ruling.verdict)
        }
        let isKnown = judged.count == entries.count || judged.contains { $0.entry.opinion.ruling.verdict != .solved }
        guard isKnown else { return nil }
        func count(_ verdict: SolvableVerdict) -> Int { judged.count { $0.query == verdict } }
        self.judge = judge
        solvable = count(.solvable)
        unsure = count(.unsure)
        unsolvable = count(.unsolvable)
        unjudged = entries.count - judged.count
        answers = JudgedFigures.Answers(
            judged.filter { $0.query == .solvable }.map(\.entry.opinion.ruling.verdict))
        published =
            judged.map { entry, query in
                JudgedFigures.passShare(of: entry.opinion.ruling.verdict, to: query, at: entry.end)
            }.mean
    }
}
