import Engine
import Evaluation
import Testing

@testable import toolgrad

@Suite("Options of studies")
struct StudyOptionsTests {
    private let given = [
        "--model", "lab/qwen", "--base-url", "http://127.0.0.1:8080/v1", "--judge-model", "strict", "--concurrency",
        "3", "--answer-tokens", "99", "--temperature", "0.5", "--retry-failed", "--max-model-calls", "7",
        "--max-run-tokens", "800", "--max-cost", "2.50",
    ]

    @Test func `mean the same to a baseline and to an evaluation`() throws {
        let baseline = try BaselineOptions.parse(given + ["--max-calls", "5", "--max-seconds", "60"])
        let evaluation = try AnsweringOptions.parse(given)

        #expect(baseline.asking.wish == ModelWish(model: "lab/qwen", baseURL: "http://127.0.0.1:8080/v1"))
        #expect(baseline.asking.wish == evaluation.asking.wish)
        #expect(baseline.asking.judgeWish == ModelWish(model: "strict"))
        #expect(baseline.asking.judgeWish == evaluation.asking.judgeWish)
        #expect([baseline.asking.concurrency, evaluation.asking.concurrency] == [3, 3])
        #expect([baseline.asking.unanswered, evaluation.asking.unanswered] == [.askedAgain, .askedAgain])
        #expect(
            evaluation.asking.budget == Budget(modelCalls: 7, tokens: 800, money: Money(nanodollars: 2_500_000_000)))
        #expect(
            baseline.budget
                == Budget(
                    toolCalls: 5, modelCalls: 7, time: .seconds(60), tokens: 800,
                    money: Money(nanodollars: 2_500_000_000)))
        #expect(baseline.plan.answerTokens == 99 && baseline.plan.temperature == 0.5)
    }

    @Test func `are usual where none is given`() throws {
        let options = try AnsweringOptions.parse([])

        #expect(options.asking.wish == ModelWish() && options.asking.judgeWish == nil)
        #expect(options.asking.concurrency == 8 && options.asking.answerTokens == 4096 && options.turns == 10)
        #expect(options.asking.unanswered == .kept)
        #expect(options.asking.budget == Budget())
        #expect(options.onlyForModels.isEmpty)
        #expect(try BaselineOptions.parse([]).budget == Budget())
    }

    @Test func `are told in the words of each command`() {
        let evaluation = EvaluateCommand.helpMessage(columns: 400)
        let baseline = BaselineCommand.helpMessage(columns: 400)

        #expect(evaluation.contains("The model that answers: NAME, or ENDPOINT/NAME"))
        #expect(evaluation.contains("Items that are answered at once. (default: 8)"))
        #expect(baseline.contains("The model that writes and searches: NAME, or ENDPOINT/NAME"))
        #expect(
            baseline.contains("A model that judges whether the answers solve their queries; without it nobody does."))
        #expect(baseline.contains("Samples that are worked on at once. It does not change what is in them."))
        for help in [evaluation, baseline] {
            #expect(help.contains("Stop after so many dollars, as in 2.50; every price must be known."))
            #expect(help.contains("Ask again what had no answer: the connection was lost, or every try timed out"))
        }
    }

    @Test func `name those that ask for nothing but answers, and those that ask any model`() throws {
        let options = try AnsweringOptions.parse(given + ["--turns", "3"])

        #expect(options.onlyForAnswers == ["--model", "--base-url", "--turns", "--temperature"])
        #expect(
            Set(options.onlyForModels).subtracting(options.onlyForAnswers).isSuperset(
                of: [
                    "--judge-model", "--answer-tokens", "--concurrency", "--retry-failed", "--max-model-calls",
                    "--max-run-tokens", "--max-cost",
                ]))
    }

    @Test(arguments: [
        (["--model", "rules", "--judge-model", "offline"], "--judge-model offline judges nothing"),
        (["--model", "a b "], "--model names no model that could answer."),
        (["--model", "m", "--base-url", "nowhere"], "--base-url cannot be used: "),
        (["--temperature=-1"], "--temperature is -1.0. Give a number from 0 to 2."),
        (["--max-cost", "0"], "--max-cost is 0. Give dollars above 0, as in 2.50."),
        (["--answer-tokens", "1000001"], "--answer-tokens is 1000001. Give a number of at least 1, at most 1000000."),
    ])
    func `are refused alike by both commands`(arguments: [String], words: String) {
        let evaluation = #expect(throws: (any Error).self) { try AnsweringOptions.parse(arguments) }
        let baseline = #expect(throws: (any Error).self) { try BaselineOptions.parse(arguments) }

        #expect(evaluation.map { AnsweringOptions.message(for: $0) }?.contains(words) == true)
        #expect(baseline.map { BaselineOptions.message(for: $0) }?.contains(words) == true)
    }

    @Test func `take any name for a model where an address is given`() throws {
        let place = ["--base-url", "http://127.0.0.1:8080/v1"]

        for name in ["rules", "offline"] {
            let options = try AnsweringOptions.parse(["--model", name] + place)
            #expect(options.asking.wish.model == name)
        }
        let judge = ["--judge-model", "rules", "--judge-base-url", "http://127.0.0.1:8080/v1"]
        let baseline = try BaselineOptions.parse(judge)
        #expect(baseline.asking.judgeWish?.model == "rules")
    }
}
