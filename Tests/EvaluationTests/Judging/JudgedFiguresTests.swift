import Engine
import Evaluation
import Testing

@Suite("What a judge made of answers")
struct JudgedFiguresTests {
    private static let strict = JudgeIdentity("strict at http://127.0.0.1:1/v1", prompt: ContentHash(of: "words"))
    private static let queries = JudgeIdentity("strict at http://127.0.0.1:1/v1", prompt: ContentHash(of: "others"))

    private static func sample(
        _ verdict: SolvedVerdict, _ query: SolvableVerdict? = nil, by judge: JudgeIdentity = strict,
        of queries: JudgeIdentity = queries, isFinished: Bool = true
    ) -> JudgedSample {
        let solvability = query.map { SolvabilityOpinion(queries, SolvableRuling($0, reason: "")) }
        return JudgedSample(
            [SolvedOpinion(judge, SolvedRuling(verdict, reason: ""), solvability: solvability)],
            isFinished: isFinished)
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
        #expect(JudgedFigures.passShare(of: answer, to: query, isFinished: true) == share)
        #expect(JudgedFigures.passShare(of: answer, to: query, isFinished: false) == 0)
    }

    @Test func `is one figure for each judge, never one for two`() {
        let both = JudgedSample(
            [
                SolvedOpinion("mild", SolvedRuling(.solved, reason: "")),
                SolvedOpinion(Self.strict, SolvedRuling(.unsolved, reason: "")),
            ], isFinished: true)

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
}
