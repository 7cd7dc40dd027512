import Engine
import Evaluation
import Testing

@testable import toolgrad

/// A search made up by hand: one call, a thought, then a fork of which the second way ends in an answer.
private func sample(
    _ index: Int = 3, ending: SearchResult.Ending = .answered("It is 7 °C."), observation: String = #"{"id":"oslo"}"#,
    verdict: SolvedVerdict? = nil, by judge: JudgeIdentity = "strict", silences: [JudgeSilence] = []
) -> BaselineSample {
    func input(_ arguments: String, _ observation: String, _ status: CallStatus) -> AnswerNode.Kind {
        .input(arguments: arguments, observation: observation, status: status)
    }
    let answer = AnswerNode(
        input("{}", "done", .answered), depth: 7, number: 8, isTerminal: true, isFinished: true)
    let failed = AnswerNode(
        .action("warmth"), depth: 4, number: 4, isPruned: true,
        children: [AnswerNode(input("{}", "no id", .badInput), depth: 5, number: 5, isPruned: true)])
    let finish = AnswerNode(.action("Finish"), depth: 4, number: 6, children: [answer])
    let thought = AnswerNode(.thought("Now the\nwarmth."), depth: 3, number: 3, children: [failed, finish])
    let first = AnswerNode(
        input(#"{"name":"Oslo"}"#, observation, .worked), depth: 2, number: 2, isFinished: true, children: [thought])
    let tree = AnswerNode(
        .root, depth: 0, number: 0, children: [AnswerNode(.action("city"), depth: 1, number: 1, children: [first])])
    var spending = Spending()
    spending.modelCalls = 4
    spending.toolCalls = 2
    spending.promptTokens = 300
    spending.completionTokens = 60
    spending.cost = Money(nanodollars: 2_000_000)
    let call = ToolCall(tool: "city", arguments: ["name": "Oslo"])
    return BaselineSample(
        index: index, method: .dfs, instruction: Instruction(query: "How warm is\nOslo?", related: ["city"]),
        offered: ["city", "warmth"],
        result: SearchResult(
            ending: ending, tree: tree, queries: 4,
            steps: [SearchedCall(call: call, status: .worked, observation: observation)], messages: [],
            spending: spending),
        spending: spending,
        opinions: verdict.map { [SolvedOpinion(judge, SolvedRuling($0, reason: "It says so."))] } ?? [],
        silences: silences, wallTime: .milliseconds(1500))
}

@Suite("A baseline's sample as text")
struct AnswerTreeTextTests {
    @Test func `shows the tree with its forks, and how every call ended`() {
        #expect(
            AnswerTreeText(sample: sample()).text == """
                Sample 3  dfs  answered
                Query     How warm is Oslo?
                About     city
                Offered   city, warmth
                Answer    It is 7 °C.
                Tree      8 nodes, 4 questions, depth 7
                call     city
                         {"name":"Oslo"} → worked: {"id":"oslo"}  [finished]
                thought  Now the warmth.
                ├─ call     warmth  [pruned]
                │           {} → bad input: no id  [pruned]
                └─ call     Finish
                            {} → answered: done  [finished, end]

                """)
    }

    @Test func `says why a search failed, and what a judge said`() {
        let text = AnswerTreeText(sample: sample(ending: .failed("the endpoint is gone"), verdict: .unsolved)).text

        #expect(text.hasPrefix("Sample 3  dfs  failed, judged unsolved\n"))
        #expect(text.contains("\nProblem   the endpoint is gone\n"))
        #expect(text.contains("\nJudged    unsolved, by strict: It says so.\nTree "), "\(text)")
    }

    @Test func `names each judge, and what was said of the query`() {
        var sample = sample(verdict: .solved, by: "mild\u{1B}")
        let query = SolvabilityOpinion("strict", SolvableRuling(.unsolvable, reason: "No tool\nknows."))
        sample.keep(SolvedOpinion("strict", SolvedRuling(.unsure, reason: ""), solvability: query))

        let text = AnswerTreeText(sample: sample).text

        sample.keep(JudgeSilence("late", reason: "HTTP 503."))

        #expect(text.hasPrefix("Sample 3  dfs  answered, judged unsure\n"))
        #expect(AnswerTreeText(sample: sample).text.contains("\nJudged    no verdict, by late: HTTP 503.\n"))
        #expect(
            text.contains(
                "\nJudged    solved, by mild‹U+001B›: It says so.\nJudged    unsure, by strict\n"
                    + "Query is  unsolvable, by strict: No tool knows.\n"), "\(text)")
    }

    @Test func `shows what a terminal would obey as what it is`() {
        let text = AnswerTreeText(sample: sample(observation: "\u{1B}[2J")).text

        #expect(!text.contains("\u{1B}"))
        #expect(text.contains("‹U+001B›[2J"))
    }
}

@Suite("What a baseline came to")
struct BaselineReportTests {
    private func lines(
        _ samples: [BaselineSample], writing: WritingReport = WritingReport(), judging: BaselineJudging.Report? = nil
    ) -> [String] {
        BaselineReport(
            run: "Baseline", figures: BaselineFigures(samples), requested: 6, writing: writing, judging: judging
        ).text.split(separator: "\n").map(String.init)
    }

    @Test func `counts the endings, and tells each figure by sample and by answered sample`() {
        let samples = [
            sample(1), sample(2), sample(3, ending: .gaveUp), sample(4, ending: .failed("no route")),
        ]

        #expect(
            lines(samples) == [
                "Baseline", "  samples              4 of 6",
                // Wilson's interval of 2 of 4.
                "  answered             2 of 4, 50.0 % (95 %: 15.0 to 85.0 %)", "    gave up            1",
                "    failed             1", "  ground-truth steps   1.00 an answered sample",
                "  questions in search  16: 4.00 a sample",
                "  model calls          16: 4.00 a sample, 8.00 an answered sample",
                "  tool calls           8: 2.00 a sample, 4.00 an answered sample",
                "  tokens               1440: 360.00 a sample, 720.00 an answered sample",
                "  cost                 $0.008: $0.002 a sample, $0.004 an answered sample",
                "  time                 1.50 s a sample", "  1 search stopped: no route",
            ])
    }

    @Test func `tells verdicts by themselves, with what the judge took`() {
        var report = BaselineJudging.Report(judge: "strict")
        report.spending.modelCalls = 3
        report.spending.cost = nil
        report.unjudged = [
            BaselineJudging.Unjudged(
                index: 4, object: .answer, reason: "The judge declined.", kind: .inconclusive)
        ]
        let samples = [
            sample(1, verdict: .solved), sample(2, verdict: .unsure), sample(3, verdict: .unsolved),
            sample(4, silences: [JudgeSilence("strict", reason: "The judge declined.", kind: .inconclusive)]),
        ]

        let lines = lines(samples, judging: report)

        #expect(
            lines.contains(
                "  judged solved        50.0 % (over the 3 of 4 queries with a verdict, solvability not judged): 1 solved, "
                    + "1 unsure, 1 unsolved"), "\(lines)")
        #expect(lines.contains("    by                 strict"))
        #expect(lines.contains("  judging took         3 model calls, of unknown cost, by strict"))
        #expect(lines.contains("    without a verdict  1"))
        #expect(lines.contains("  no verdict on the answer of sample 4: The judge declined."))
        #expect(lines.contains("  strict: 1 answer has no verdict since the judge's answer has none"))
        #expect(!lines.contains { $0.contains("unsolvable as pass") }, "Nobody judged the queries.")
        #expect(lines.contains { $0.hasPrefix("  answered             4 of 4, ") }, "A verdict changes nothing of it.")
    }

    @Test func `tells the rate over solvable queries, and what ToolEval would let pass, where queries were judged`() {
        func judged(_ index: Int, _ answer: SolvedVerdict, _ query: SolvableVerdict) -> BaselineSample {
            var sample = sample(index)
            let opinion = SolvabilityOpinion("strict", SolvableRuling(query, reason: ""))
            sample.keep(SolvedOpinion("strict", SolvedRuling(answer, reason: ""), solvability: opinion))
            return sample
        }
        let samples = [
            judged(1, .solved, .solvable), judged(2, .unsolved, .solvable), judged(3, .unsolved, .unsolvable),
            judged(4, .unsure, .unsure), sample(5, verdict: .solved),
        ]

        let lines = lines(samples)

        // Of the two solvable queries one is solved; 1 + 0 + 1 + 0.5 of four pass as ToolEval sees it.
        #expect(
            lines.filter { $0.contains("solv") || $0.hasPrefix("    by") || $0.contains("erdict") } == [
                "  judged solved         50.0 % (SoPR, over the 2 solvable queries): 1 solved, 0 unsure, 1 unsolved",
                "    by                  strict",
                "    queries             2 solvable, 1 unsure, 1 unsolvable, 1 not judged and left out",
                "    unsolvable as pass  62.5 % of 4, only to compare with published numbers",
                "  No judge was asked this time; the verdicts are those that are stored.",
            ])
    }

    /// What gave up is unsolved without a question, so that 0 of 1 would be no figure of the judge.
    @Test func `has no rate where the judge never answered, and says how it is asked again`() {
        let judge: JudgeIdentity = "strict at http://127.0.0.1:1/v1"
        let silence = JudgeSilence(judge, reason: "HTTP 503.")
        let samples = [sample(1, ending: .gaveUp, verdict: .unsolved, by: judge), sample(2, silences: [silence])]

        let asked = lines(samples, judging: BaselineJudging.Report(judge: judge))
        let stored = lines(samples)

        #expect(
            asked.contains("  judged solved        –, n = 0 (no answer has a verdict)"), "\(asked)")
        #expect(asked.contains("    without a verdict  1"))
        #expect(asked.last == "  \(judge): 1 answer has no verdict; --retry-failed asks the judge again")
        #expect(
            stored.suffix(2) == [
                "  No judge was asked this time; the verdicts are those that are stored.",
                "  \(judge): 1 answer has no verdict; --judge-model with --retry-failed asks the judge again",
            ])
    }

    @Test func `says what was not put before the judge`() {
        let judge: JudgeIdentity = "strict at http://127.0.0.1:1/v1"
        let samples = [sample(1, verdict: .solved, by: judge), sample(2), sample(3)]

        #expect(
            lines(samples).last == "  \(judge): 2 were not put before the judge; --judge-model makes up for that",
            "\(lines(samples))")
    }

    /// Whoever is asked now has an endpoint, so nobody is the judge of an earlier version.
    @Test func `advises nothing where the judge is known by its bare name only`() {
        let samples = [sample(1, verdict: .solved), sample(2)]

        #expect(lines(samples).last == "  strict: 1 was not put before the judge")
    }

    @Test func `tells why searches stopped, each reason once`() {
        let silent = SearchResult.Ending.unanswered("Question 3 had no answer: HTTP 503.")

        let lines = lines([
            sample(1, ending: silent), sample(2, ending: silent), sample(3, ending: .failed("no route")),
        ])

        #expect(lines.contains("  2 searches stopped: Question 3 had no answer: HTTP 503."), "\(lines)")
        #expect(lines.contains("  1 search stopped: no route"))
    }

    @Test func `never puts the verdicts of two judges into one figure`() {
        let samples = [
            sample(1, verdict: .solved, by: "strict at http://a/v1"),
            sample(2, verdict: .unsolved, by: "strict at http://b/v1"), sample(3, verdict: .unsolved),
        ]

        let lines = lines(samples)

        #expect(lines.count { $0.hasPrefix("  judged solved ") && $0.contains("over the 1 of 3 queries ") } == 3)
        #expect(
            lines.filter { $0.hasPrefix("    by ") }.map { $0.split(separator: " ").dropFirst().joined(separator: " ") }
                == ["strict", "strict at http://a/v1", "strict at http://b/v1"])
        #expect(!lines.contains { $0.hasPrefix("  judging took") }, "Nobody judged in this session.")
    }

    @Test func `tells what went into samples that are not there, beside the figures of those that are`() {
        var rest = Spending()
        rest.modelCalls = 1
        rest.toolCalls = 2
        rest.promptTokens = 40

        let text = BaselineReport(
            run: "Baseline", figures: BaselineFigures([sample(1)]), requested: 6, writing: WritingReport(),
            judging: nil, unfinished: rest
        ).text

        #expect(text.contains("  in all               5 model calls, 4 tool calls, 400 tokens, $0.002\n"), "\(text)")
        #expect(text.contains("    of it unfinished   1 model call, 2 tool calls, 40 tokens, in unfinished samples"))
    }

    @Test func `counts as unfinished what is beyond the samples, and no cost where nothing more was asked`() {
        let part = sample().spending
        var whole = part
        whole.toolCalls += 3
        whole.cost = nil

        #expect(part.beyond(part) == Spending())
        #expect(whole.beyond(part).toolCalls == 3 && whole.beyond(part).cost == .zero)
        whole.modelCalls += 1
        #expect(whole.beyond(part).modelCalls == 1 && whole.beyond(part).cost == nil)
    }

    @Test func `of nothing has no shares`() {
        let lines = lines([])

        #expect(lines.contains("  answered             0 of 0"))
        #expect(lines.contains("  model calls          0: – a sample, – an answered sample"))
    }

    @Test func `says that a cost is unknown, never that it is nothing`() {
        var unpriced = Spending()
        unpriced.cost = nil
        let sample = BaselineSample(
            index: 1, method: .react, instruction: Instruction(query: "q", related: []), offered: [],
            result: sample().result, spending: unpriced)

        #expect(lines([sample]).contains("  cost                 unknown: no price is set for the model"))
    }
}

@Suite("A baseline's sample for machines")
struct BaselineLineTests {
    @Test func `has everything that a table could be made of`() throws {
        let line = BaselineLine(
            sample: sample(verdict: .solved),
            origin: BaselineLine.Origin(
                study: RunID(ContentHash(of: "b")), plan: ["seed": "18446744073709551615", "model": "rules/1"])
        ).json

        #expect(line["study"]?.string == ContentHash(of: "b").hex)
        #expect(line["seed"]?.compactText == "18446744073709551615")
        #expect(line["model"] == "rules/1" && line["endpoint"]?.isNull == true && line["instructions"]?.isNull == true)
        #expect(line["ending"] == "answered")
        #expect(line["answer"] == "It is 7 °C.")
        #expect(line["problem"]?.isNull == true)
        #expect(line["steps"]?[0]?["arguments"] == ["name": "Oslo"])
        #expect(line["steps"]?[0]?["status"] == 0)
        #expect(["nodes", "queries", "milliseconds"].map { line[$0]?.int } == [8, 4, 1500])
        #expect(line["cost"]?.number?.text == "0.002")
        #expect(line["verdict"] == "solved")
        #expect(line["judge"] == "strict")
        #expect(line["judgements"]?[0]?["judge"] == ["model": "strict", "prompt": nil])
        #expect(line["judgements"]?[0]?["reason"] == "It says so.")
        #expect(line["judgements"]?[0]?["solvability"]?.isNull == true)
    }

    @Test func `has each judge with its prompt, and what it said of the query`() {
        let judge = JudgeIdentity("strict at http://a/v1", prompt: ContentHash(of: "words"))
        var sample = sample(verdict: .unsolved)
        let query = SolvabilityOpinion(judge, SolvableRuling(.unsolvable, reason: "No tool."))
        sample.keep(SolvedOpinion(judge, SolvedRuling(.unsure, reason: "Cut."), solvability: query))
        sample.keep(SolvedOpinion(judge, SolvedRuling(.solved, reason: "Whole."), solvability: query))

        let line = BaselineLine(
            sample: sample, origin: BaselineLine.Origin(study: RunID(ContentHash(of: "b")), plan: [:])
        ).json

        #expect(line["verdict"] == "solved" && line["judge"]?.string == judge.description)
        #expect(line["judgements"]?.array?.map { $0["verdict"]?.string } == ["unsolved", "solved"])
        #expect(line["judgements"]?[1]?["judge"]?["prompt"]?.string == ContentHash(of: "words").hex)
        #expect(line["judgements"]?[1]?["solvability"]?["verdict"] == "unsolvable")
        #expect(sample.opinion(of: judge)?.ruling.reason == "Whole.")
    }

    @Test func `is read with the verdict that an earlier version kept under the judge's bare name`() throws {
        var stored = try #require(try JSON(encoding: sample()).object)
        stored.remove("opinions")
        stored.set("verdict", "unsure")
        stored.set("judge", "strict")

        let judged = try BaselineSample(stored: .object(stored), index: 3)
        stored.remove("verdict")
        stored.remove("judge")
        let plain = try BaselineSample(stored: .object(stored), index: 3)

        #expect(judged.opinions == [SolvedOpinion("strict", SolvedRuling(.unsure, reason: ""))])
        #expect(judged.verdict == .unsure)
        #expect(plain == sample() && plain.verdict == nil)
    }

    @Test func `has the judges that gave no verdict, until they do`() throws {
        var sample = sample(silences: [JudgeSilence("strict", reason: "HTTP 500.")])
        sample.keep(JudgeSilence("strict", reason: "HTTP 503."))
        let origin = BaselineLine.Origin(study: RunID(ContentHash(of: "b")), plan: [:])

        let stored = try BaselineSample(stored: try JSON(encoding: sample), index: 3)
        let line = BaselineLine(sample: sample, origin: origin).json
        sample.keep(SolvedOpinion("strict", SolvedRuling(.solved, reason: "")))
        let verdict = sample
        sample.keep(JudgeSilence("strict", reason: "HTTP 503."))

        #expect(stored.silences == [JudgeSilence("strict", reason: "HTTP 503.")])
        #expect(line["withoutVerdict"]?[0]?["judge"]?["model"] == "strict" && line["verdict"]?.isNull == true)
        #expect(line["withoutVerdict"]?[0]?["reason"] == "HTTP 503.")
        #expect(line["withoutVerdict"]?[0]?["kind"] == "unanswered")
        #expect(verdict.silences.isEmpty && sample == verdict, "A verdict counts more.")
    }

    @Test func `is read with silent judges of which an earlier version did not note whether they answered`() throws {
        let declined = sample(silences: [JudgeSilence("strict", reason: "It declined.", kind: .inconclusive)])
        var stored = try #require(try JSON(encoding: declined).object)
        let whole = try BaselineSample(stored: .object(stored), index: 3)
        stored.set("silences", [["judge": ["model": "strict"], "reason": "It declined."]])

        let earlier = try BaselineSample(stored: .object(stored), index: 3)

        #expect(whole == declined && whole.judged.inconclusive == ["strict"])
        #expect(earlier.silences == [JudgeSilence("strict", reason: "It declined.")])
        #expect(earlier.judged.silent == ["strict"] && earlier.judged.inconclusive.isEmpty)
    }

    @Test func `is read without silent judges as an earlier version kept it`() throws {
        var stored = try #require(try JSON(encoding: sample(verdict: .unsure)).object)
        stored.remove("silences")

        #expect(try BaselineSample(stored: .object(stored), index: 3) == sample(verdict: .unsure))
    }

    @Test func `is stored and read again as it is`() throws {
        let stored = try JSON(encoding: sample(verdict: .unsure))

        #expect(try BaselineSample(stored: stored, index: 3) == sample(verdict: .unsure))
        #expect(throws: CommandFailure.self) { try BaselineSample(stored: ["index": 3], index: 3) }
    }
}
