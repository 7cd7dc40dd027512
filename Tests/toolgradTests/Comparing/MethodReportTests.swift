import Engine
import Evaluation
import Testing

@testable import toolgrad

@Suite struct `A comparison for people and machines` {
    /// Two samples a method, so that every interval goes from the one to the other.
    private static let table = ComparisonTable([
        column(
            .lean,
            [
                ComparedSample(steps: 6, spending: .of(12, 8, 3_000, dollars: "0.02"), wallTime: .seconds(4)),
                ComparedSample(steps: 8, spending: .of(14, 10, 5_000, dollars: "0.04"), wallTime: .seconds(6)),
            ]),
        column(
            .dfs,
            [
                ComparedSample(steps: 3, spending: .of(40, 20, 90_000, dollars: nil), wallTime: .seconds(30)),
                ComparedSample(steps: nil, spending: .of(60, 30, 110_000, dollars: nil), wallTime: .seconds(50)),
            ]),
    ])

    private static func column(_ method: ComparedMethod, _ samples: [ComparedSample]) -> ComparisonTable.Column {
        ComparisonTable.Column(
            method: method, model: "small|\u{202E}4", seed: 7, tools: ContentHash(of: "tools"), toolCount: 77,
            wanted: 2, figures: MethodFigures(samples, seed: 7, resamples: 400))
    }

    @Test func `has an interval below each figure, and unknown where nobody knows`() {
        let text = MethodReport(Self.table).text

        // Wilson: 2 of 2 gives 34.2 to 100, 1 of 2 gives 9.5 to 90.5. What passed once of two samples took 40 + 60
        // calls, so 100 for each that passed; a draw may have none that passed.
        #expect(
            text.hasPrefix(
                """
                                      answer-first   query-first
                                      lean           dfs
                model                 small|‹U+202E… small|‹U+202E…
                samples               2              2
                passed                100.0 %        50.0 %
                                      34.2–100.0     9.5–90.5
                ground-truth steps
                  per sample          7.00           1.50
                                      6.00–8.00      0.00–3.00
                  per passed sample   7.00           3.00
                                      6.00–8.00      –
                model calls
                  per sample          13.00          50.00
                                      12.00–14.00    40.00–60.00
                  per passed sample   13.00          100.0
                                      12.00–14.00    –
                tool calls
                  per sample          9.00           25.00
                                      8.00–10.00     20.00–30.00
                  per passed sample   9.00           50.00
                                      8.00–10.00     –
                tokens
                  per sample          4000           100000
                                      3000–5000      90000–110000
                  per passed sample   4000           200000
                                      3000–5000      –
                cost in dollars
                  per sample          0.0300         unknown
                                      0.0200–0.0400
                  per passed sample   0.0300         unknown
                                      0.0200–0.0400
                seconds
                  per sample          5.00           40.00
                                      4.00–6.00      30.00–50.00
                  per passed sample   5.00           80.00
                                      4.00–6.00      –
                Notes
                  - Passed, answer-first: the sample ends complete
                """), "\(text)")
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 && !$0.hasSuffix(" ") })
        #expect(text.contains("dfs: cost in dollars known of 0 of 2 samples."))
        #expect(!text.contains("\u{202E}"))
    }

    @Test func `shows what others published in columns of their own, with the source`() {
        let text = MethodReport(Self.table, beside: PublishedFigures.paper).text
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)

        #expect(lines[0].hasSuffix("answer-first   query-first    published"))
        #expect(lines[1].hasSuffix("lean           dfs            ToolGrad       ToolBench DFS"))
        #expect(lines[4].hasSuffix("100.0 %        50.0 %         100.0 %        63.8 %"))
        #expect(text.contains("25.00          < 30.00        34.30"))
        #expect(text.contains("arXiv 2508.04086v1"))
    }

    @Test func `has a row for each figure in Markdown`() {
        let lines = MethodReport(Self.table).markdown.split(separator: "\n").map(String.init)

        #expect(lines[0] == "|  | lean (answer-first) | dfs (query-first) |")
        #expect(lines[1] == "| --- | ---: | ---: |")
        #expect(lines[2] == #"| model | small\|‹U+202E›4 | small\|‹U+202E›4 |"#)
        #expect(lines[4] == "| passed | 100.0 % (34.2–100.0) | 50.0 % (9.5–90.5) |")
        #expect(lines.contains("| model calls, per passed sample | 13.00 (12.00–14.00) | 100.0 (–) |"))
        #expect(lines.contains("| cost in dollars, per sample | 0.0300 (0.0200–0.0400) | unknown |"))
        #expect(lines.contains { $0.hasPrefix("- Passed, query-first: ") })
    }

    @Test func `is unrounded as JSON, and null where nobody knows`() throws {
        let json = Self.table.json(beside: PublishedFigures.paper)
        let dfs = try #require(json["columns"]?[1])

        #expect(dfs["method"] == "dfs" && dfs["order"] == "query-first" && dfs["seed"] == 7)
        #expect(dfs["passed"]?["count"] == 1 && dfs["passed"]?["share"]?.double == 0.5)
        #expect(dfs["per_sample"]?["model_calls"]?["value"]?.double == 50)
        #expect(dfs["per_sample"]?["model_calls"]?["interval"]?.array?.map(\.double) == [40, 60])
        #expect(dfs["per_passed_sample"]?["tokens"]?["value"]?.double == 200_000)
        #expect(dfs["per_sample"]?["cost_usd"]?.compactText == #"{"value":null,"interval":null,"known":0}"#)
        #expect(dfs["judged"] == [])
        #expect(json["published"]?[1]?["per_sample"]?["ground_truth_steps"]?["value"]?.double == 3.3)
        #expect(json["notes"]?.array?.isEmpty == false)
    }

    @Test func `has a row for each judge, who is named below with what its figures are of`() throws {
        func sample(_ opinions: SolvedOpinion...) -> ComparedSample {
            ComparedSample(
                steps: 1, spending: .of(1, 1, 1, dollars: nil), judged: JudgedSample(opinions, end: .answered))
        }
        let strict = JudgeIdentity("strict at http://a/v1", prompt: ContentHash(of: "words"))
        func opinion(_ answer: SolvedVerdict, _ query: SolvableVerdict? = nil, by judge: JudgeIdentity) -> SolvedOpinion
        {
            let known = query.map { SolvabilityOpinion(judge, SolvableRuling($0, reason: "")) }
            return SolvedOpinion(judge, SolvedRuling(answer, reason: ""), solvability: known)
        }
        let table = ComparisonTable([
            Self.column(.lean, [ComparedSample(steps: 1, spending: .of(1, 1, 1, dollars: nil))]),
            Self.column(
                .dfs,
                [
                    sample(opinion(.solved, .solvable, by: strict), opinion(.unsure, by: "mild")),
                    sample(opinion(.unsolved, .unsolvable, by: strict)),
                ]),
            Self.column(.react, [sample(opinion(.unsure, by: "mild"))]),
        ])

        let text = MethodReport(table).text
        let report = MethodReport(table).markdown
        let json = table.json()

        #expect(
            text.contains(
                """
                judged solved 1       –              100.0 % of 1   –
                  unsolvable as pass  –              100.0 % of 2   –
                judged solved 2       –              50.0 % of 1    50.0 % of 1

                """), "\(text)")
        #expect(
            report.contains(
                "- Judged solved 1, by strict at http://a/v1, prompt \(ContentHash(of: "words").short): solved counts 1, "
                    + "unsure 0.5, unsolved 0. dfs: SoPR, over the 1 solvable query.\n"), "\(report)")
        #expect(
            report.contains(
                "0. dfs: over the 1 of 2 queries with a verdict, solvability not judged (1 was not put before the judge); "
                    + "react: over the 1 query, solvability not judged."), "\(report)")
        #expect(report.contains("| unsolvable as pass | – | 100.0 % of 2 | – |"))
        #expect(report.contains("- Unsolvable as pass: ToolEval's habit, only to be compared with published numbers."))
        #expect(json["columns"]?[0]?["judged"] == [])
        #expect(json["columns"]?[1]?["judged"]?[0]?["solvability"]?["unsolvable_counted_as_pass"]?.double == 1)
        #expect(json["columns"]?[1]?["judged"]?[1]?["judge"]?["model"] == "mild")
    }

    @Test func `has no figure of a judge that never answered, and says so`() {
        func sample(_ opinions: [SolvedOpinion], silent: [JudgeIdentity], _ end: JudgedSample.End) -> ComparedSample {
            ComparedSample(
                steps: nil, spending: .of(1, 1, 1, dollars: nil),
                judged: JudgedSample(opinions, silent: silent, end: end))
        }
        let gaveUp = SolvedOpinion("strict", SolvedRuling(.unsolved, reason: "There is no answer."))
        let table = ComparisonTable([
            Self.column(
                .dfs, [sample([gaveUp], silent: [], .withoutAnswer), sample([], silent: ["strict"], .answered)])
        ])

        let text = MethodReport(table).text
        let judged = table.json()["columns"]?[0]?["judged"]?[0]

        #expect(text.contains("judged solved         – of 0\n"), "\(text)")
        let words = text.replacing("\n    ", with: " ")
        #expect(
            words.contains("unsolved 0. dfs: no answer has a verdict (1 answer has no verdict)."), "\(text)")
        #expect(
            words.contains(
                "What has no verdict is in no rate. toolgrad baseline with the same --judge-model and --retry-failed asks "
                    + "the judge again."), "\(text)")
        #expect(judged?["rate"] == .null && judged?["without_verdict"] == 1 && judged?["not_asked"] == 0)
    }

    @Test func `has no model calls where the rules were asked, also of earlier versions`() {
        let spending = Spending.of(12, 8, 0, dollars: "0")

        #expect(spending.asking(RuleBasedSolver.identity) == .of(0, 8, 0, dollars: "0"))
        #expect(spending.asking("rules at http://127.0.0.1:1/v1") == spending, "That is a model of that name.")
        #expect(spending.asking(nil) == spending)
    }

    @Test(arguments: [("lean,dfs", [ComparedMethod.lean, .dfs]), ("offline", [.offline])])
    func `takes methods with commas between`(text: String, methods: [ComparedMethod]) {
        #expect(MethodList(argument: text)?.methods == methods)
    }

    @Test(arguments: ["", "lean,", "lean,lean", "dfsdt"])
    func `takes no other words for methods`(text: String) {
        #expect(MethodList(argument: text) == nil)
    }
}

extension Spending {
    fileprivate static func of(_ calls: Int, _ tools: Int, _ tokens: Int, dollars: String?) -> Spending {
        var spending = Spending()
        spending.modelCalls = calls
        spending.toolCalls = tools
        spending.promptTokens = tokens
        spending.cost = dollars.flatMap(Money.init(dollars:))
        return spending
    }
}
