import Canvas
import Engine
import Evaluation

@testable import Explorer

/// Items of a baseline, one for each way to end.
enum BaselineExample {
    static let query = "I am in Lisbon (葡萄牙) this weekend: when does the sun set on Saturday, and will it rain?"

    static func samples(of study: RunID) -> [BaselineSample] {
        guard study == StudyExample.second else {
            return [sample(1, method: .react, tree: chain(of: 3), ending: .gaveUp, queries: 4)]
        }
        return [
            sample(1, tree: tree, ending: .answered("The sun sets at 20:41, and it stays dry."), queries: 14, steps: 2),
            sample(2, tree: tree, ending: .gaveUp, queries: 9), sample(3, tree: tree, ending: .exhausted, queries: 31),
            sample(4, tree: tree, ending: .outOfQueries, queries: 200),
            sample(
                5, tree: AnswerNode(.root, depth: 0, number: 0), ending: .failed("The endpoint refused."), queries: 1),
            sample(6, tree: tree, ending: .answered("Dry."), queries: 3, steps: 1, verdict: .unsure),
        ]
    }

    static func rows(of study: RunID) -> [BaselineRow] { samples(of: study).map { .item(ListedBaselineItem($0)) } }

    /// Two ways branch below the first result: one is given up, the other leads to the answer.
    static let tree = AnswerNode(
        .root, depth: 0, number: 0,
        children: [
            AnswerNode(
                .thought("First I need the place of Lisbon."), depth: 1, number: 1,
                children: [
                    AnswerNode(
                        .action("city_lookup"), depth: 2, number: 2,
                        children: [input(3, depth: 3, #"{"name":"Lisbon"}"#, .worked, [givenUp, answered])])
                ])
        ])

    private static let givenUp = AnswerNode(
        .action("weather_daily"), depth: 4, number: 4, isPruned: true,
        children: [
            input(
                5, depth: 5, #"{"lat":"north"}"#, .badInput,
                [
                    AnswerNode(
                        .action("Finish"), depth: 6, number: 6,
                        children: [
                            AnswerNode(
                                .input(
                                    arguments: #"{"return_type":"give_up_and_restart"}"#, observation: "Gave up.",
                                    status: .gaveUp),
                                depth: 7, number: 7, isPruned: true, isTerminal: true)
                        ])
                ])
        ])

    private static let answered = AnswerNode(
        .action("sun_times"), depth: 4, number: 8,
        children: [
            AnswerNode(
                .input(
                    arguments: #"{"lat":38.7,"lon":-9.1,"day":"2027-01-16"}"#,
                    observation: #"{"sunset":"20:41","rain_mm":0}"#, status: .worked),
                depth: 5, number: 9, isFinished: true,
                children: [
                    AnswerNode(
                        .action("Finish"), depth: 6, number: 10,
                        children: [
                            AnswerNode(
                                .input(
                                    arguments: #"{"return_type":"give_answer","final_answer":"20:41, dry."}"#,
                                    observation: "", status: .answered),
                                depth: 7, number: 11, isTerminal: true, isFinished: true)
                        ])
                ])
        ])

    static func input(
        _ number: Int, depth: Int, _ arguments: String, _ status: CallStatus, _ children: [AnswerNode] = []
    ) -> AnswerNode {
        AnswerNode(
            .input(arguments: arguments, observation: #"{"id":2267057,"lat":38.7,"lon":-9.1}"#, status: status),
            depth: depth, number: number, children: children)
    }

    /// A tree without branches.
    static func chain(of depth: Int) -> AnswerNode {
        var node = AnswerNode(.thought("thought \(depth)"), depth: depth, number: depth, isTerminal: true)
        for depth in (0..<depth).reversed() {
            let kind: AnswerNode.Kind = depth == 0 ? .root : .thought("thought \(depth)")
            node = AnswerNode(kind, depth: depth, number: depth, children: [node])
        }
        return node
    }

    static func sample(
        _ index: Int, method: BaselineSample.Method = .dfs, query: String = query, tree: AnswerNode,
        ending: SearchResult.Ending, queries: Int, steps: Int = 0, verdict: SolvedVerdict? = nil
    ) -> BaselineSample {
        var spending = Spending()
        (spending.modelCalls, spending.toolCalls) = (queries + 1, 2)
        (spending.promptTokens, spending.completionTokens) = (4_200, 310)
        spending.cost = Money(nanodollars: 31_200_000)
        let call = SearchedCall(
            call: ToolCall(tool: "sun_times", arguments: ["lat": 38.7, "day": "2027-01-16"]), status: .worked,
            observation: #"{"sunset":"20:41","rain_mm":0}"#)
        return BaselineSample(
            index: index, method: method,
            instruction: Instruction(query: query, related: ["city_lookup", "sun_times"]),
            offered: ["city_lookup", "sun_times", "weather_daily"],
            result: SearchResult(
                ending: ending, tree: tree, queries: queries, steps: Array(repeating: call, count: steps),
                messages: [.user(query), .assistant("I look it up.")], spending: spending),
            spending: spending, opinions: verdict.map { [SolvedOpinion("strict", SolvedRuling($0, reason: ""))] } ?? [],
            wallTime: .seconds(12))
    }
}

extension ExplorerState {
    /// An explorer on the screen Baselines, with everything read.
    static func onBaselines(size: Size = .wide, pressing script: String = "") -> ExplorerState {
        ExplorerState.example(size: size).reading("g b \(script)")
    }
}
