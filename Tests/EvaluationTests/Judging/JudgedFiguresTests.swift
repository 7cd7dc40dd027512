import Engine
import Evaluation
import Testing

@Suite("What a judge made of answers")
struct JudgedFiguresTests {
    private static let strict = JudgeIdentity("strict at http://127.0.0.1:1/v1", prompt: ContentHash(of: "words"))
    private static let queries = JudgeIdentity("strict at http://127.0.0.1:1/v1", prompt: ContentHash(of: "others"))

    private static func sample(
        _ verdict: SolvedVerdict, _ query: SolvableVerdict? = nil, by judge: JudgeIdentity = strict,
        of queries: JudgeIdentity = queries, end: JudgedSample.End = .answered
    ) -> JudgedSample {
        let solvability = query.map { SolvabilityOpinion(queries, SolvableRuling($0, reason: "")) }
        return JudgedSample(
            [SolvedOpinion(judge, SolvedRuling(verdict, reason: ""), solvability: solvability)], end: end)
    }

    @Test func `is over all queries where nobody judged those`() throws {
        let figures = try #require(
            JudgedFigures.each(of: [.solved, .unsure, .unsolved, .unsolved].map { Self.sample($0) }).first)

        // (1 + 0.5) / 4.
        #expect(figures.rate == 0.375)
        #expect(figures.scope == "over all 4 queries, solvability not judged")
        #expect(figures.solvability == nil)
    }

    @Test func `is over the solvable queries where they were judged`() throws {
        let figures = try #require(
            JudgedFigures.each(of: [
                Self.sample(.solved, .solvable), Self.sample(.unsure, .solvable), Self.sample(.unsolved, .solvable),
                Self.sample(.unsolved, .unsure), Self.sample(.unsolved, .unsolvable), Self.sample(.unsure),
            ]).first)

        // Of the three solvable ones 1, 0.5 and 0.
        #expect(figures.rate == 0.5 && figures.counted == .init(solved: 1, unsure: 1, unsolved: 1))
        #expect(figures.scope == "SoPR, over the 3 solvable queries")
        #expect(figures.answers == .init(solved: 1, unsure: 2, unsolved: 3))
        let known = try #require(figures.solvability)
        #expect([known.solvable, known.unsure, known.unsolvable, known.unjudged] == [3, 1, 1, 1])
        // 1, 0.5, 0, 0.5 and 1 of five; the query that nobody judged is left out.
        #expect(abs(known.published - 0.6) < 1e-12)
    }

    @Test func `has no rate where no query is solvable`() throws {
        let figures = try #require(JudgedFigures.each(of: [Self.sample(.unsolved, .unsolvable)]).first)

        #expect(figures.rate == nil && figures.solvability?.published == 1)
        #expect(figures.scope == "SoPR, over the 0 solvable queries")
    }

    @Test(arguments: [
        (SolvedVerdict.solved, SolvableVerdict.solvable, 1.0), (.solved, .unsure, 1), (.solved, .unsolvable, 1),
        (.unsure, .solvable, 0.5), (.unsure, .unsure, 0.5), (.unsure, .unsolvable, 1), (.unsolved, .solvable, 0),
        (.unsolved, .unsure, 0.5), (.unsolved, .unsolvable, 1),
    ])
    func `lets pass what ToolEval does, with a half for its coin`(
        answer: SolvedVerdict, query: SolvableVerdict, share: Double
    ) {
        #expect(JudgedFigures.passShare(of: answer, to: query, at: .answered) == share)
        #expect(JudgedFigures.passShare(of: answer, to: query, at: .withoutAnswer) == share)
        #expect(JudgedFigures.passShare(of: answer, to: query, at: .unfinished) == 0)
    }

    @Test func `is one figure for each judge, never one for two`() {
        let both = JudgedSample(
            [
                SolvedOpinion("mild", SolvedRuling(.solved, reason: "")),
                SolvedOpinion(Self.strict, SolvedRuling(.unsolved, reason: "")),
            ], end: .answered)

        let figures = JudgedFigures.each(of: [both, Self.sample(.unsolved), Self.sample(.solved, by: "bare")])

        #expect(figures.map(\.judge) == [Self.strict, "bare", "mild"])
        #expect(figures.map(\.rate) == [0, 1, 1])
        #expect(figures.map(\.answers.count) == [2, 1, 1])
        #expect(JudgedFigures.each(of: []).isEmpty)
    }

    @Test func `takes what an earlier judge of queries said for not judged`() {
        let figures = JudgedFigures.each(of: [
            Self.sample(.unsolved, .unsolvable, of: "earlier"), Self.sample(.unsolved, .solvable),
            Self.sample(.solved, .solvable),
        ])

        #expect(figures.map(\.rate) == [0.5])
        #expect(figures.first?.solvability?.judge == Self.queries)
        #expect(figures.first?.solvability?.unjudged == 1)
    }

    /// One search gave up, which is unsolved without a question; of two answers the judge said nothing.
    @Test func `has no rate where the judge never answered, whatever is unsolved without it`() throws {
        let lost = JudgedSample([], silent: [Self.strict], end: .answered)
        let gaveUp = Self.sample(.unsolved, .unsolvable, end: .withoutAnswer)

        let figures = try #require(JudgedFigures.each(of: [gaveUp, lost, lost]).first)

        #expect(!figures.hasRate && figures.rate == nil && figures.counted.count == 0 && figures.published == nil)
        #expect(figures.scope == "no answer has a verdict")
        #expect(figures.silent == 2 && figures.gaps == "2 answers have no verdict")
        #expect(figures.answers == .init(solved: 0, unsure: 0, unsolved: 1), "The verdict is there all the same.")
    }

    @Test func `has no rate where the others were not put before the judge yet`() throws {
        let gaveUp = Self.sample(.unsolved, end: .unfinished)

        let figures = try #require(JudgedFigures.each(of: [gaveUp, JudgedSample([], end: .answered)]).first)

        #expect(figures.rate == nil && figures.unasked == 1)
        #expect(figures.gaps == "1 was not put before the judge")
    }

    @Test func `is over what has a verdict where the judge gave some, and counts the rest`() throws {
        let lost = JudgedSample([], silent: [Self.strict], end: .answered)

        let figures = try #require(
            JudgedFigures.each(of: [Self.sample(.solved), Self.sample(.unsolved, end: .withoutAnswer), lost]).first)

        #expect(figures.rate == 0.5)
        #expect(figures.scope == "over the 2 of 3 queries with a verdict, solvability not judged")
        #expect(figures.gaps == "1 answer has no verdict")
    }

    @Test func `tells what the judge answered without a verdict from what it did not answer`() throws {
        let lost = JudgedSample([], silent: [Self.strict], end: .answered)
        let declined = JudgedSample([], silent: [Self.strict], inconclusive: [Self.strict], end: .answered)
        func missing(_ samples: [JudgedSample]) throws -> JudgedFigures {
            try #require(JudgedFigures.each(of: samples).first)
        }

        let one = try missing([declined])
        let both = try missing([declined, lost, declined])

        #expect(one.missing == MissingVerdicts(inconclusive: 1) && one.silent == 1)
        #expect(one.gaps == "1 answer has no verdict since the judge's answer has none")
        #expect(one.missing.advice("--again") == nil, "The record has the answer.")
        #expect(both.gaps == "3 answers have no verdict, 2 of them since the judge's answers have none")
        #expect(both.missing.advice("--again") == "--again asks the judge again about the other 1")
        #expect(try missing([lost]).missing.advice("--again") == "--again asks the judge again")
    }

    @Test func `is 0 where all gave up and nothing lacks a verdict`() {
        let figures = JudgedFigures.each(of: [Self.sample(.unsolved, end: .withoutAnswer)])

        #expect(figures.map(\.rate) == [0] && figures.map(\.gaps) == [nil])
    }

    @Test func `names a judge that gave no verdict at all`() {
        let figures = JudgedFigures.each(of: [JudgedSample([], silent: [Self.strict], end: .answered)])

        #expect(figures.map(\.judge) == [Self.strict] && figures.map(\.silent) == [1] && figures.map(\.rate) == [nil])
    }

    /// That a solved query is solvable is nobody's verdict: over it alone the rate would be 100 %.
    @Test func `is over all queries where the judge of queries never answered`() throws {
        let samples = [Self.sample(.solved, .solvable), Self.sample(.unsolved), Self.sample(.unsolved)]

        let figures = try #require(JudgedFigures.each(of: samples).first)
        let whole = try #require(JudgedFigures.each(of: [Self.sample(.solved, .solvable)]).first)

        #expect(figures.solvability == nil && figures.answers.count == 3)
        #expect(abs((figures.rate ?? 0) - 1.0 / 3) < 1e-12)
        #expect(whole.solvability?.solvable == 1 && whole.rate == 1, "Nothing is missing.")
    }
}
