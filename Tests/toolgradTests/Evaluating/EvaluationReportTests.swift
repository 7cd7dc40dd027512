import Engine
import Evaluation
import Review
import TestSupport
import Testing

@testable import DatasetStore
@testable import toolgrad

@Suite("The report of an evaluation")
struct EvaluationReportTests {
    private static let study = RunID(ContentHash(of: "a study"))
    private static let geocode = Tool(
        name: "geocode", description: "Finds places.",
        inputSchema: ["type": "object", "properties": ["name": ["type": "string"]], "required": ["name"]])

    /// An item that asks for one place; with the places that are predicted.
    private static func item(
        _ number: Int, calls places: String..., problem: String? = nil, shortfall: Prediction.Shortfall? = nil
    ) -> EvaluatedItem {
        let truth = Truth(
            id: "s-0000\(number)", query: "Where is Oslo?", offered: ["geocode"],
            calls: [ToolCall(tool: "geocode", arguments: ["name": "Oslo"])], response: "North.", category: .single)
        let calls = places.map {
            Prediction.Call(name: "geocode", arguments: #"{"name":"\#($0)"}"#, outcome: .worked)
        }
        let prediction = Prediction(
            id: truth.id, calls: calls, response: "There.", problem: problem, shortfall: shortfall)
        var spending = Evaluation.Spending()
        (spending.modelCalls, spending.toolCalls, spending.promptTokens) = (2, calls.count, 700)
        return EvaluatedItem(
            truth: truth, prediction: prediction,
            score: ItemScore(prediction, against: truth, tools: ["geocode": geocode]), spending: spending)
    }

    private static func result(_ items: [EvaluatedItem], of count: Int? = nil) -> EvaluationResult {
        EvaluationResult(name: "model", study: study, items: items, count: count ?? items.count, seed: 1)
    }

    @Test func `has every metric with its interval, the items that are wrong, and the cost`() {
        let text = EvaluationReport(
            Self.result([Self.item(1, calls: "Oslo"), Self.item(2, calls: "Rome"), Self.item(3, problem: "No answer.")])
        ).text

        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines.first == "model   study \(Self.study)   1 of 3 items right", "\(text)")
        #expect(lines[1] == "1 without a whole prediction, which count as wrong.")
        // A third of three: Wilson's interval is 6.15 to 79.23 %.
        #expect(lines.contains("right items         33.3%   6.1-79.2      3"), "\(text)")
        // Of the three, two call the tool of the truth.
        #expect(lines.contains { $0.hasPrefix("tool recall         66.7%") }, "\(text)")
        #expect(lines.contains { $0.hasPrefix("call recall         66.7%") }, "\(text)")
        #expect(lines.contains { $0.hasPrefix("call precision      66.7%") }, "\(text)")
        #expect(text.contains("2 items wrong; toolgrad evaluate --show ITEM has all of one:"))
        #expect(text.contains("  s-00002  Call 1, to geocode:"), "\(text)")
        #expect(text.hasSuffix("Took 6 model calls, 2 tool calls, 2,100 tokens, $0.00.\n"), "\(text)")
        #expect(!text.contains("by category"), "There is one category.")
    }

    @Test func `tells what had no answer by itself, and how to ask again`() {
        let silent = Self.item(2, problem: "HTTP 503.", shortfall: .unanswered)
        let cut = Self.item(3, problem: "Cut off.", shortfall: .unfinished)
        let one = Self.result([Self.item(1, calls: "Oslo"), silent, cut])
        let two = Self.result([silent, Self.item(4, problem: "HTTP 503.", shortfall: .unanswered)])
        let none = Self.result([Self.item(1, calls: "Oslo"), cut])

        let text = EvaluationReport(one).text

        #expect(
            text.hasPrefix(
                """
                model   study \(Self.study)   1 of 3 items right
                2 without a whole prediction, which count as wrong.
                1 item had no answer; --retry-failed asks it again.

                """), "\(text)")
        #expect(EvaluationReport(two).text.contains("\n2 items had no answer; --retry-failed asks them again.\n"))
        #expect(EvaluationReport(one).markdown.contains("\n\n1 item had no answer; --retry-failed asks it again.\n\n|"))
        #expect([one, two, none].map { $0.json["unanswered"]?.int } == [1, 2, 0])
        #expect(!EvaluationReport(none).text.contains("--retry-failed"))
        #expect(!EvaluationReport(none).markdown.contains("--retry-failed"))
    }

    @Test func `marks what cannot be shown once`() {
        let text = EvaluationReport(Self.result([Self.item(1, problem: "No\u{1B}\nanswer.")])).text

        #expect(text.contains("There is no whole prediction: No‹U+001B›␊answer."), "\(text)")
    }

    @Test func `names the first ten of many wrong items, and counts the rest`() {
        let text = EvaluationReport(Self.result((1...13).map { Self.item($0, calls: "Rome") })).text

        #expect(text.split(separator: "\n").count { $0.hasPrefix("  s-0000") } == 10)
        #expect(text.contains("  … and 3 more; --json names them all"))
    }

    @Test func `points to what each figure is`() {
        let text = EvaluationReport(Self.result([Self.item(1, calls: "Oslo")])).text

        #expect(text.contains("\nWhat each figure is: --markdown.\n"), "\(text)")
    }

    @Test func `says what is not done yet`() {
        let text = EvaluationReport(Self.result([Self.item(1, calls: "Oslo")], of: 3)).text

        #expect(text.hasPrefix("model   study \(Self.study)   1 of 1 item right so far, 2 not done\n"), "\(text)")
    }

    @Test func `tells machines the same, with null for what is not known`() throws {
        let json = Self.result([Self.item(1, calls: "Oslo"), Self.item(2, calls: "Rome")]).json

        #expect(json["right"]?.int == 1)
        #expect(json["overall"]?["right"]?["mean"]?.double == 0.5)
        #expect(json["overall"]?["right"]?["interval"]?["method"]?.string == "wilson")
        #expect(json["overall"]?["quality"]?["mean"]?.isNull == true)
        #expect(json["overall"]?["quality"]?["omissions"]?["notJudged"]?.int == 2)
        #expect(json["wrong"]?.array?.compactMap(\.string) == ["s-00002"])
        #expect(json["byCategory"]?["single"]?["right"]?["n"]?.int == 2)
        #expect(try JSON(parsing: json.prettyText) == json)
    }

    @Test func `is a table of Markdown with what each metric means`() {
        let text = EvaluationReport(Self.result([Self.item(1, calls: "Oslo")])).markdown

        #expect(text.hasPrefix("### model\n"))
        #expect(text.contains("| right items | 100.0% | – | 1 |  | items in which nothing is wrong"), "\(text)")
    }

    /// One call is asked for and two are made: recall is 1 of 1, and precision 1 of 2.
    @Test func `has recall and precision of sets and of multisets, everywhere`() {
        let result = Self.result([Self.item(1, calls: "Oslo", "Rome")])

        #expect(result.json["overall"]?["toolPrecision"]?["mean"]?.double == 1)
        #expect(result.json["overall"]?["callPrecision"]?["mean"]?.double == 0.5)
        #expect(result.json["overall"]?["callPrecision"]?["pooled"]?.compactText == "[1,2]")
        #expect(result.json["overall"]?["callRecall"]?["pooled"]?.compactText == "[1,1]")
        let markdown = EvaluationReport(result).markdown
        #expect(markdown.contains("| call recall | 100.0% | – | 1 |  | of the truth's calls, those"), "\(markdown)")
        #expect(markdown.contains("| call precision | 50.0% | – | 1 |  | of the calls, those"), "\(markdown)")
        #expect(EvaluatedItemReport(Self.item(1, calls: "Oslo", "Rome")).text.contains("  call precision 50.0%\n"))
    }

    @Test func `shows one item with the truth beside the prediction, harmless`() {
        let text = EvaluatedItemReport(Self.item(2, calls: "Ro\u{1B}me", "Oslo")).text

        #expect(text.hasPrefix("s-00002   single   wrong\n"))
        #expect(text.contains("Calls of the truth\n  1. geocode({\"name\":\"Oslo\"})\n"), "\(text)")
        #expect(text.contains("  2. geocode({\"name\":\"Oslo\"})   worked\n"), "\(text)")
        #expect(text.contains("Mistakes\n  extra call: "), "\(text)")
        #expect(!text.contains("\u{1B}"))
    }

    /// The item with what judges said of its response.
    private static func judged(
        _ number: Int, _ quality: Double, by grader: JudgeIdentity, solved: SolvedVerdict? = nil
    ) -> EvaluatedItem {
        let item = item(number, calls: "Oslo")
        let verdict = QualityVerdict([.init(request: "r", score: quality, reason: "")])
        return EvaluatedItem(
            truth: item.truth, prediction: item.prediction,
            score: ItemScore(
                item.prediction, against: item.truth, tools: ["geocode": geocode], quality: verdict, solved: solved),
            judged: .init(grader, outcome: .judged(verdict)),
            solved: solved.map { .init(grader, outcome: .judged(SolvedRuling($0, reason: "So."))) },
            spending: item.spending)
    }

    @Test func `names the judge, and leaves out what another one said`() throws {
        let result = Self.result([
            Self.judged(1, 100, by: "mild"), Self.judged(2, 20, by: "strict", solved: .solved),
            Self.judged(3, 40, by: "strict", solved: .unsure),
        ])
        let report = EvaluationReport(result)

        #expect(
            report.text.contains(
                """
                Responses judged by strict.
                Solved as judged by strict.
                1 item judged by mild left out of that: two judges make no mean.

                """), "\(report.text)")
        #expect(report.markdown.contains("\n1 item judged by mild left out of that: two judges make no mean.\n"))
        let quality = result.json["overall"]?["quality"]
        // 20 and 40; the 100 is somebody else's.
        #expect(quality?["mean"]?.double == 30 && quality?["n"]?.int == 2)
        #expect(quality?["omissions"]?["otherJudge"]?.int == 1)
        #expect(result.json["overall"]?["solved"]?["mean"]?.double == 0.75)
        #expect(result.json["judges"]?["quality"]?["model"] == "strict")
        #expect(result.json["judges"]?["leftOut"]?[0]?["items"]?.int == 1)
        #expect(EvaluatedItemReport(result.items[1]).text.contains("\nJudged by strict\n  solved  So.\n"))
    }

    /// An item that the judge was asked about in vain; without a response it is unsolved without a question.
    private static func silent(
        _ number: Int, response: String = "There.",
        quality told: JudgeOutcome<QualityVerdict> = .unjudged("HTTP 503.")
    ) -> EvaluatedItem {
        let item = item(number, calls: "Oslo")
        let prediction = Prediction(id: item.id, calls: item.prediction?.calls ?? [], response: response)
        let quality: JudgeOutcome<QualityVerdict> =
            response.isEmpty ? .judged(QualityVerdict([])) : told
        let solved: JudgeOutcome<SolvedRuling> =
            response.isEmpty ? .judged(SolvedRuling(.unsolved, reason: "There is no answer.")) : .unjudged("HTTP 503.")
        return EvaluatedItem(
            truth: item.truth, prediction: prediction,
            score: ItemScore(
                prediction, against: item.truth, tools: ["geocode": geocode], quality: quality.verdict,
                solved: solved.verdict?.verdict),
            judged: .init("strict", outcome: quality), solved: .init("strict", outcome: solved),
            spending: item.spending)
    }

    @Test func `has a dash where the judge never answered, and says how it is asked again`() {
        let items = [Self.silent(1, response: ""), Self.silent(2)]
        let asked = Self.result(items)
        let stored = EvaluationResult(
            name: "model", study: Self.study, items: items, count: 2, judging: .notAsked, seed: 1)

        let text = EvaluationReport(asked).text
        let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }

        #expect(
            text.contains("Responses judged by strict; 1 item has no verdict; --retry-failed asks the judge again.\n"))
        #expect(
            text.contains("Solved as judged by strict; 1 item has no verdict; --retry-failed asks the judge again.\n"))
        #expect(lines.contains(["solved", "–", "–", "0", "2", "(no", "verdict)"]), "\(text)")
        #expect(lines.contains(["quality", "of", "response", "–", "–", "0", "2", "(no", "verdict)"]), "\(text)")
        #expect(EvaluationReport(asked).markdown.contains("| solved | – | – | 0 | 2 (no verdict) |"))
        #expect(asked.json["overall"]?["solved"]?["mean"]?.isNull == true)
        #expect(asked.json["overall"]?["solved"]?["omissions"] == ["noVerdict": 2])
        #expect(asked.json["judges"]?["withoutVerdict"] == ["quality": 1, "solved": 1])
        let words = EvaluationReport(stored).text
        #expect(
            words.contains("; 1 item has no verdict; --judge-model with --retry-failed asks the judge again.\n"),
            "\(words)")
        #expect(words.contains("\nNo judge was asked this time; the verdicts are those that are stored.\n"))
    }

    @Test func `advises nothing where the judge answered without a verdict`() {
        let declined = Self.silent(2, quality: .inconclusive("The judge declined."))

        let text = EvaluationReport(Self.result([declined])).text
        let mixed = EvaluationReport(Self.result([Self.silent(1), declined])).text

        #expect(
            text.contains("Responses judged by strict; 1 item has no verdict since the judge's answer has none.\n"),
            "\(text)")
        #expect(
            mixed.contains(
                "Responses judged by strict; 2 items have no verdict, 1 of them since the judge's answer has none; "
                    + "--retry-failed asks the judge again about the other 1.\n"), "\(mixed)")
        #expect(EvaluatedItemReport(declined).text.contains("\n  no verdict: The judge declined.\n"))
    }

    @Test func `gives one reason why a metric is not compared`() throws {
        func side(_ name: String, _ item: EvaluatedItem) -> EvaluationComparison.Side {
            .init(name: name, study: nil, items: [item])
        }

        let comparison = try EvaluationComparison(
            side("a", Self.judged(1, 50, by: "mild", solved: .solved)), side("b", Self.silent(1)), seed: 1)

        #expect(comparison.judgedApart == [.quality, .solved] && comparison.mute.isEmpty)
    }

    @Test func `tells tool calls where no model was asked, and which were made before`() {
        let item = Self.item(1, calls: "Oslo")
        var spending = Evaluation.Spending()
        spending.toolCalls = 1
        let items = [
            EvaluatedItem(truth: item.truth, prediction: item.prediction, score: item.score, spending: spending)
        ]
        let before = EvaluationResult(
            name: "rules", study: Self.study, items: items, count: 1, answeredBefore: 1, seed: 1)

        #expect(EvaluationReport(Self.result(items)).text.hasSuffix("\nTook no model calls, 1 tool call.\n"))
        #expect(EvaluationReport(before).text.hasSuffix("\nTook (answered before): no model calls, 1 tool call.\n"))
    }

    @Test func `says nothing of judges where nobody ever judged`() {
        let result = EvaluationResult(
            name: "model", study: Self.study, items: [Self.item(1, calls: "Oslo")], count: 1, judging: .notAsked,
            seed: 1)

        #expect(!EvaluationReport(result).text.contains("judge"))
    }

    @Test func `compares nothing where a judge never answered, and tells what is left out by its reason`() throws {
        let judged = (1...2).map { Self.judged($0, 50, by: "strict", solved: .solved) }
        func side(_ name: String, _ items: [EvaluatedItem]) -> EvaluationComparison.Side {
            .init(name: name, study: nil, items: items)
        }

        let mute = try EvaluationComparison(
            side("a", judged), side("b", [Self.silent(1, response: ""), Self.silent(2)]), seed: 1)
        let part = try EvaluationComparison(side("a", judged), side("b", [judged[0], Self.silent(2)]), seed: 1)

        let text = EvaluationComparisonReport(mute).text
        #expect(mute.json["metrics"]?["solved"] == nil && mute.json["withoutVerdict"] == ["quality", "solved"])
        #expect(text.contains("solved is not compared: in A or B the judge gave no verdict at all\n"), "\(text)")
        let line = EvaluationComparisonReport(part).text.split(separator: "\n").first { $0.hasPrefix("solved") }
        #expect(line?.split(separator: " ").suffix(4) == ["1", "1", "(no", "verdict)"], "\(line ?? "")")
        #expect(part.json["metrics"]?["solved"]?["omissions"] == ["noVerdict": 1])
        #expect(part.mute.isEmpty)
    }

    @Test func `ends a call without a reason in one word`() {
        func text(_ outcome: Prediction.Call.Outcome) -> String {
            let item = Self.item(1)
            let call = Prediction.Call(name: "geocode", arguments: "{}", outcome: outcome)
            let prediction = Prediction(id: item.id, calls: [call], response: "There.")
            return EvaluatedItemReport(
                EvaluatedItem(truth: item.truth, prediction: prediction, score: item.score)
            ).text
        }

        #expect(text(.notOffered("")).contains("  1. geocode({})   not offered\n"))
        #expect(text(.failed("")).contains("  1. geocode({})   failed\n"))
        #expect(text(.notOffered("no such tool")).contains("  1. geocode({})   failed: no such tool\n"))
    }

    @Test func `compares no verdicts of different judges`() throws {
        func side(_ name: String, _ judge: JudgeIdentity) -> EvaluationComparison.Side {
            .init(name: name, study: nil, items: (1...2).map { Self.judged($0, 50, by: judge, solved: .solved) })
        }

        let apart = try EvaluationComparison(side("a", "strict"), side("b", "mild"), seed: 1)
        let alike = try EvaluationComparison(side("a", "strict"), side("b", "strict"), seed: 1)

        #expect(apart.judgedApart == [.quality, .solved])
        #expect(apart.json["metrics"]?["quality"] == nil && apart.json["judgedApart"] == ["quality", "solved"])
        let text = EvaluationComparisonReport(apart).text
        #expect(text.contains("quality of response is not compared: A and B had not the same judge\n"), "\(text)")
        #expect(alike.judgedApart.isEmpty && alike.json["metrics"]?["quality"]?["n"]?.int == 2)
    }

    @Test func `compares two on the items of both`() throws {
        let left = EvaluationComparison.Side(
            name: "a", study: Self.study,
            items: [Self.item(1, calls: "Oslo"), Self.item(2, calls: "Oslo"), Self.item(3, calls: "Rome")])
        let right = EvaluationComparison.Side(
            name: "b", study: nil, items: [Self.item(1, calls: "Oslo"), Self.item(2, calls: "Rome")])

        let comparison = try EvaluationComparison(left, right, seed: 1)
        let text = EvaluationComparisonReport(comparison).text

        #expect(comparison.pairs == 2)
        #expect(comparison.onlyLeft == 1)
        #expect(comparison.rightOnlyLeft == ["s-00002"])
        #expect(comparison.rightOnlyRight.isEmpty)
        #expect(text.contains("A  a (study \(Self.study)), 2 of 3 items right\n"), "\(text)")
        #expect(text.contains("B  b (a file), 1 of 2 items right\n"))
        #expect(text.contains("2 items in both; 1 only in A\n"))
        #expect(text.contains("only A right: 1 (s-00002)\nonly B right: none\n"))
        // Differences 0 and 1: mean 0.5, standard error 0.5, so t is 1 with one degree of freedom, and p is 0.5.
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("right items") })
        #expect(
            line.split(separator: " ").map(String.init)
                == ["right", "items", "100.0%", "50.0%", "+50.0", "0.0-100.0", "1.00", "(df", "1)", "0.5000", "2"])
        #expect(comparison.json["metrics"]?["right"]?["tTest"]?["p"]?.double.map { abs($0 - 0.5) < 1e-12 } == true)
        #expect(EvaluationComparisonReport(comparison).markdown.contains("| right items | 100.0% | 50.0% | +50.0 |"))
    }

    @Test func `has no dash beside a minus sign, and names what is left out in whole words`() throws {
        let truth = Truth(
            id: "s-00009", query: "Where is Rome?", offered: [], calls: [], response: "", category: .irrelevance)
        let changed = ["s-00009", "North?"].map { query in
            let other = Truth(
                id: truth.id, query: query, offered: [], calls: [], response: "", category: .irrelevance)
            return EvaluatedItem(truth: other, prediction: nil, score: ItemScore(nil, against: other, tools: [:]))
        }
        let left = EvaluationComparison.Side(
            name: "a", study: nil, items: [Self.item(1, calls: "Oslo"), Self.item(2, calls: "Rome"), changed[0]])
        let right = EvaluationComparison.Side(
            name: "b", study: nil, items: [Self.item(1, calls: "Oslo"), Self.item(2, calls: "Oslo"), changed[1]])

        let text = EvaluationComparisonReport(try EvaluationComparison(left, right, seed: 1)).text

        #expect(text.contains("  -100.0 to 0.0  "), "\(text)")
        #expect(
            text.contains("2 items in both; 1 with the same name, left out since they ask for other things\n"),
            "\(text)")
        #expect(Metric.quality.text(MeanInterval(2...7.5, by: .bootstrap)) == "2.0-7.5")
    }

    @Test func `compares no items of one name that ask for other things`() {
        let left = EvaluationComparison.Side(name: "a", study: nil, items: [Self.item(1, calls: "Oslo")])
        let truth = Truth(
            id: "s-00001", query: "Where is Rome?", offered: [], calls: [], response: "", category: .irrelevance)
        let other = EvaluatedItem(truth: truth, prediction: nil, score: ItemScore(nil, against: truth, tools: [:]))
        let right = EvaluationComparison.Side(name: "b", study: nil, items: [other])

        let failure = #expect(throws: CommandFailure.self) { try EvaluationComparison(left, right, seed: 1) }

        #expect(
            failure?.description.hasPrefix(
                "a and b have no item in common: those with the same name ask for other things.") == true)
    }
}
