import ArgumentParser
import Engine
import Evaluation

/// What a baseline does, who does it, and what may be spent on it.
struct BaselineOptions: ParsableArguments {
    @OptionGroup var asking: StudyOptions<BaselineWords>

    @Flag(
        help: ArgumentHelp(
            "Have the judge also say whether each query can be solved with its tools: the rate is then over those."))
    var judgeSolvable = false

    @Option(help: "Samples the baseline should have in the end.")
    var count = 10

    @Option(help: "Decides everything that is random; the same seed asks the same.")
    var seed: UInt64 = 1

    @Option(help: "How an answer is searched: dfs, depth first over decisions, or react, one chain without backing up.")
    var method = BaselineSample.Method.dfs

    @Option(help: "Whether an instruction is about one group of tools or several: single or multi.")
    var instructions = APISet.Scope.multi

    @Option(help: "Stop after so many tool calls.")
    var maxCalls: Int?

    @Option(help: "Stop after so many seconds.")
    var maxSeconds: Int?

    mutating func validate() throws {
        if asking.model == ModelChoice.offline, asking.baseURL == nil {
            throw ValidationError(
                "The offline planner begins with answers, so it is no query-first baseline. Name a model, or "
                    + "--model rules, a solver without any.")
        }
        if judgeSolvable, asking.judgeModel == nil {
            throw ValidationError("--judge-solvable asks a judge, and none is named. Give --judge-model too.")
        }
        try StudyLimits.check([
            ("--count", count, 1...1_000_000), ("--max-calls", maxCalls, 1...Int.max),
            ("--max-seconds", maxSeconds, 1...100_000_000),
        ])
    }

    /// What it is asked about.
    var judged: BaselineJudging.Subject { judgeSolvable ? .answersAndQueries : .answers }

    var plan: BaselinePlan {
        BaselinePlan(
            method: method, scope: instructions, seed: seed, answerTokens: asking.answerTokens,
            temperature: asking.temperature)
    }

    var budget: Budget {
        var budget = asking.budget
        budget.toolCalls = maxCalls
        budget.time = maxSeconds.map { .seconds($0) }
        return budget
    }
}

/// A baseline's words for its options.
enum BaselineWords: StudyWords {
    static let asked = "The model that writes and searches"
    static let judge = "A model that judges whether the answers solve their queries; without it nobody does."
    static let concurrency = "Samples that are worked on at once. It does not change what is in them."
}

extension BaselineSample.Method: ExpressibleByArgument {}
extension APISet.Scope: ExpressibleByArgument {}
