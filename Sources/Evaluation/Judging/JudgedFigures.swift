/// What judges said of one answer, as their figures count it.
package struct JudgedSample: Hashable, Sendable {
    package let opinions: [SolvedOpinion]
    /// Whether the search ended of itself, with an answer or by giving up.
    package let isFinished: Bool

    package init(_ opinions: [SolvedOpinion], isFinished: Bool) {
        self.opinions = opinions
        self.isFinished = isFinished
    }
}

/// What one judge made of the answers that it was asked about.
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
        /// ``JudgedFigures/passShare(of:to:isFinished:)`` on average: to be compared with published numbers only.
        package let published: Double

        package var count: Int { solvable + unsure + unsolvable }
    }

    package let judge: JudgeIdentity
    /// All that it judged.
    package let answers: Answers
    /// Nil where nobody judged queries.
    package let solvability: Solvability?

    /// StableToolBench's SoPR over the solvable queries, where they were judged; else over all of them.
    ///
    /// Nil of nothing.
    package var rate: Double? { counted.rate }

    /// The answers that the rate is of.
    package var counted: Answers { solvability?.answers ?? answers }

    /// What the rate is of, for people.
    package var scope: String {
        let all = answers.count == 1 ? "the 1 query" : "all \(answers.count) queries"
        guard let solvability else { return "over \(all), solvability not judged" }
        let queries = solvability.solvable == 1 ? "query" : "queries"
        return "SoPR, over the \(solvability.solvable) solvable \(queries)"
    }

    /// What ToolEval lets pass, 0 to 1: an answer that does not solve an unsolvable query passes too.
    ///
    /// Where ToolEval tosses a coin it is a half, what the coin gives on average. A search that neither answers nor
    /// gives up has failed.
    ///
    /// Source: `is_passed` of OpenBMB/ToolBench's tooleval.
    package static func passShare(
        of answer: SolvedVerdict, to query: SolvableVerdict, isFinished: Bool
    ) -> Double {
        guard isFinished else { return 0 }
        return switch (answer, query) {
        case (.solved, _), (.unsure, .unsolvable), (.unsolved, .unsolvable): 1
        case (.unsure, .solvable), (.unsure, .unsure), (.unsolved, .unsure): 0.5
        case (.unsolved, .solvable): 0
        }
    }
}

extension JudgedFigures {
    /// One for each judge, the one of the most answers first; what two judges said is never counted together.
    package static func each(of samples: [JudgedSample]) -> [JudgedFigures] {
        let entries = samples.flatMap { sample in
            sample.opinions.map { Entry(opinion: $0, isFinished: sample.isFinished) }
        }
        return Dictionary(grouping: entries, by: \.opinion.judge).map { JudgedFigures($0.key, $0.value) }
            .sorted { ($1.answers.count, $0.judge.description) < ($0.answers.count, $1.judge.description) }
    }

    fileprivate struct Entry {
        let opinion: SolvedOpinion
        let isFinished: Bool
    }

    private init(_ judge: JudgeIdentity, _ entries: [Entry]) {
        self.judge = judge
        answers = Answers(entries.map(\.opinion.ruling.verdict))
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
    fileprivate init?(_ entries: [JudgedFigures.Entry]) {
        let judges = Dictionary(grouping: entries.compactMap(\.opinion.solvability?.judge)) { $0 }
        let first = judges.min { ($1.value.count, $0.key.description) < ($0.value.count, $1.key.description) }
        guard let judge = first?.key else { return nil }
        let judged = entries.compactMap { entry -> (entry: JudgedFigures.Entry, query: SolvableVerdict)? in
            guard let opinion = entry.opinion.solvability, opinion.judge == judge else { return nil }
            return (entry, opinion.ruling.verdict)
        }
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
                JudgedFigures.passShare(of: entry.opinion.ruling.verdict, to: query, isFinished: entry.isFinished)
            }.mean
    }
}
