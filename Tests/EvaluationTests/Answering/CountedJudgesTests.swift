import Engine
import Evaluation
import Testing

@Suite("Whose verdicts an evaluation counts")
struct CountedJudgesTests {
    private static func item(
        _ id: String, quality: (JudgeIdentity, Double)? = nil, solved: (JudgeIdentity, SolvedVerdict)? = nil
    ) -> EvaluatedItem {
        let truth = Truth(
            id: id, query: "?", offered: ["a"], calls: [ToolCall(tool: "a", arguments: [:])], response: "7",
            category: .single)
        let verdict = quality.map { QualityVerdict([.init(request: "r", score: $0.1, reason: "")]) }
        return EvaluatedItem(
            truth: truth, prediction: nil,
            score: ItemScore(nil, against: truth, tools: [:], quality: verdict, solved: solved?.1),
            judged: quality.flatMap { judge, _ in verdict.map { .init(judge, outcome: .judged($0)) } },
            solved: solved.map { .init($0, outcome: .judged(SolvedRuling($1, reason: ""))) })
    }

    @Test func `are those of the judge of the most items, and the others' are left out with their reason`() {
        let items = [
            Self.item("a", quality: ("mild", 100)), Self.item("b", quality: ("strict", 10)),
            Self.item("c", quality: ("strict", 20), solved: ("mild", .solved)),
        ]

        let judges = CountedJudges(of: items)
        let scores = items.map(judges.score)

        #expect(judges.quality == "strict" && judges.solved == "mild")
        #expect(scores.map { $0.figures[.quality] } == [nil, 10, 20])
        #expect(scores[0].omissions[.quality] == .otherJudge)
        #expect(scores.map { $0.figures[.solved] } == [nil, nil, 1])
        #expect(scores[0].omissions[.solved] == .notJudged)
        #expect(EvaluationFigures(scores, seed: 1).overall[.quality]?.mean == 15)
    }

    @Test func `name the judges that are left out, with how many items each judged`() {
        let items =
            ["a", "b", "c"].map { Self.item($0, quality: ("strict", 50), solved: ("strict", .unsure)) }
            + [Self.item("d", quality: ("mild", 50), solved: ("kind", .solved)), Self.item("e", quality: ("mild", 1))]

        #expect(CountedJudges(of: items).others == ["mild": 2, "kind": 1])
    }

    @Test func `are the same whatever the order of the items, and nobody's where nobody judged`() {
        let items = [Self.item("a", quality: ("b", 1)), Self.item("b", quality: ("a", 2))]

        #expect(CountedJudges(of: items) == CountedJudges(of: items.reversed()))
        #expect(CountedJudges(of: items).quality == "a")
        let none = CountedJudges(of: [Self.item("a")])
        #expect(none.quality == nil && none.solved == nil && none.others.isEmpty)
        #expect(none.score(of: Self.item("a")) == Self.item("a").score)
    }

    /// An item with a response or without one, and what became of asking the judge about it.
    private static func asked(
        _ id: String, _ response: String, quality: JudgeOutcome<QualityVerdict>, solved: JudgeOutcome<SolvedRuling>
    ) -> EvaluatedItem {
        let truth = Truth(
            id: id, query: "?", offered: ["a"], calls: [ToolCall(tool: "a", arguments: [:])], response: "7",
            category: .single)
        let prediction = Prediction(id: id, calls: [], response: response)
        return EvaluatedItem(
            truth: truth, prediction: prediction,
            score: ItemScore(
                prediction, against: truth, tools: [:], quality: quality.verdict, solved: solved.verdict?.verdict),
            judged: .init("strict", outcome: quality), solved: .init("strict", outcome: solved))
    }

    private static let empty = asked(
        "a", " ", quality: .judged(QualityVerdict([])), solved: .judged(SolvedRuling(.unsolved, reason: "No answer.")))
    private static let lost = asked("b", "9", quality: .unjudged("HTTP 503."), solved: .unjudged("HTTP 503."))
    private static let good = asked(
        "c", "7", quality: .judged(QualityVerdict([.init(request: "r", score: 80, reason: "")])),
        solved: .judged(SolvedRuling(.solved, reason: "")))

    @Test func `have no figure where the judge never answered, though what says nothing is unsolved without it`() {
        let items = [Self.empty, Self.lost]

        let judges = CountedJudges(of: items)
        let figures = EvaluationFigures(items.map(judges.score), seed: 1)

        #expect(judges.mute == [.quality, .solved] && judges.ungraded == 1 && judges.undecided == 1)
        #expect(figures.overall[.quality]?.mean == nil && figures.overall[.solved]?.mean == nil)
        #expect(figures.overall[.solved]?.omissions == [.noVerdict: 2])
    }

    @Test func `count what says nothing where the judge answered, and leave out what it did not`() {
        let items = [Self.empty, Self.lost, Self.good]

        let judges = CountedJudges(of: items)
        let figures = EvaluationFigures(items.map(judges.score), seed: 1)

        #expect(judges.mute.isEmpty && judges.ungraded == 1)
        // 0 and 80, and 0 and 1; the lost one is in neither.
        #expect(figures.overall[.quality]?.mean == 40 && figures.overall[.solved]?.mean == 0.5)
        #expect(figures.overall[.quality]?.omissions == [.noVerdict: 1])
        #expect(CountedJudges(of: [Self.empty]).mute.isEmpty, "Nothing lacks a verdict.")
    }
}
