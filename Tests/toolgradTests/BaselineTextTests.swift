import Engine
import Evaluation
import Testing

@testable import toolgrad

/// A search made up by hand: one call, a thought, then a fork of which the second way ends in an answer.
private func sample(
    _ index: Int = 3, ending: SearchResult.Ending = .answered("It is 7 °C."), observation: String = #"{"id":"oslo"}"#,
    verdict: SolvedVerdict? = nil
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
        spending: spending, verdict: verdict, wallTime: .milliseconds(1500))
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
                         {"name":"Oslo"} → 0 worked: {"id":"oslo"}  [finished]
                thought  Now the warmth.
                ├─ call     warmth  [pruned]
                │           {} → 2 bad input: no id  [pruned]
                └─ call     Finish
                            {} → 3 answer: done  [finished, end]

                """)
    }

    @Test func `says why a search failed, and what a judge said`() {
        let text = AnswerTreeText(sample: sample(ending: .failed("the endpoint is gone"), verdict: .unsolved)).text

        #expect(text.hasPrefix("Sample 3  dfs  failed, judged unsolved\n"))
        #expect(text.contains("\nProblem   the endpoint is gone\n"))
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
                "  time                 1.50 s a sample", "  1 failed: no route",
            ])
    }

    @Test func `tells verdicts by themselves, with what the judge took`() {
        var report = BaselineJudging.Report(judge: "strict")
        report.spending.modelCalls = 3
        report.spending.cost = nil
        report.unjudged = [BaselineJudging.Unjudged(index: 4, reason: "The judge declined.")]
        let samples = [
            sample(1, verdict: .solved), sample(2, verdict: .unsure), sample(3, verdict: .unsolved), sample(4),
        ]

        let lines = lines(samples, judging: report)

        #expect(lines.contains("  judged solved        50.0 % of 3: 1 solved, 1 unsure, 1 unsolved"))
        #expect(lines.contains("    by strict          3 model calls, of unknown cost"))
        #expect(lines.contains("    without a verdict  1"))
        #expect(lines.contains("  no verdict on sample 4: The judge declined."))
        #expect(lines.contains { $0.hasPrefix("  answered             4 of 4, ") }, "A verdict changes nothing of it.")
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
        #expect(line["model"] == "rules/1" && line["instructions"]?.isNull == true)
        #expect(line["ending"] == "answered")
        #expect(line["answer"] == "It is 7 °C.")
        #expect(line["problem"]?.isNull == true)
        #expect(line["steps"]?[0]?["arguments"] == ["name": "Oslo"])
        #expect(line["steps"]?[0]?["status"] == 0)
        #expect(["nodes", "queries", "milliseconds"].map { line[$0]?.int } == [8, 4, 1500])
        #expect(line["cost"]?.number?.text == "0.002")
        #expect(line["verdict"] == "solved")
    }

    @Test func `is stored and read again as it is`() throws {
        let stored = try JSON(encoding: sample(verdict: .unsure))

        #expect(try BaselineSample(stored: stored, index: 3) == sample(verdict: .unsure))
        #expect(throws: CommandFailure.self) { try BaselineSample(stored: ["index": 3], index: 3) }
    }
}
