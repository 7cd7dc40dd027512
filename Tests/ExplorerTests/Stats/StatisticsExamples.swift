import Engine
import Review

@testable import Explorer

extension StatisticsPage {
    /// The figures of 412 samples of all kinds.
    static func example(
        _ filter: Filter = .everything, in interval: StatisticsInterval = .all,
        tools: [ToolName] = StatisticsExample.tools
    ) -> StatisticsPage {
        let spending = Spending(
            questions: 4_120, promptTokens: 5_204_113, completionTokens: 611_400,
            cost: Money(nanodollars: 2_310_000_000), unpriced: 0)
        let families = Dictionary(
            uniqueKeysWithValues: (tools + StatisticsExample.unused).map { ($0, StatisticsExample.family(of: $0)) })
        var statistics = Statistics(
            of: filter, in: interval, tools: families, spending: spending, pace: StatisticsExample.pace)
        for number in 0..<412 { statistics.add(StatisticsExample.facts(number, tools)) }
        return StatisticsPage(statistics, dataset: "trips.toolgrad")
    }
}

enum StatisticsExample {
    static let tools: [ToolName] = [
        "weather.daily", "geo.lookup_city", "fx.convert", "hotel.search", "transit.plan", "museum.search",
        "flight.status", "restaurant.top",
    ]
    static let unused: [ToolName] = ["translate.text", "book.find", "film.find", "recipe.find"]

    static func family(of tool: ToolName) -> String {
        switch tool {
        case "weather.daily", "geo.lookup_city", "transit.plan", "hotel.search", "flight.status": "travel"
        case "fx.convert": "finance"
        case "museum.search", "film.find", "book.find": "media"
        case _: "other"
        }
    }

    static var pace: ReviewPace {
        var pace = ReviewPace(dayBegan: .at(8, 0))
        for number in 0..<120 {
            let second = number * 30 + (number % 4) * 7
            pace.add(
                ReviewPace.Entry(
                    reviewer: "zh", sample: Int64(number), time: .at(9, second / 60, second % 60), decides: true,
                    counts: true))
        }
        return pace
    }

    /// The 60 % that are accepted, the 29 % that are rejected, and the rest.
    static func facts(_ number: Int, _ tools: [ToolName]) -> SampleFacts {
        let status: ReviewState.Status =
            switch number {
            case ..<247: .accepted
            case ..<368: .rejected
            case ..<399: .skipped
            case _: .pending
            }
        var facts = SampleFacts(
            status: status, isEdited: number < 46, isFlagged: number % 31 == 0, isCompleted: number % 50 != 0,
            chains: 1 + number % 7 / 3, steps: 1 + (number * 7 % 11) * (number % 3 + 1) / 5, iterations: 5,
            noOps: number % 5 == 0 ? 2 : 0, planner: number % 2 == 0 ? "synth-v3" : "synth-v4")
        facts.tools = Set((0...number % 3).map { tools[(number + $0 * $0 * 2) % (1 + number % tools.count)] })
        facts.edits = number < 46 ? [number % 3 == 0 ? .response : .query] : []
        facts.causes = number % 5 == 0 ? [.everyTrialFailed, cause(number)] : nil
        if status == .rejected { reject(&facts, number - 247) }
        return facts
    }

    private static func cause(_ number: Int) -> NoOpCause {
        number % 2 == 0 ? .selectorDeclined(reason: "none fits") : .nothingProposed(reason: "nothing goes with it")
    }

    private static func reject(_ facts: inout SampleFacts, _ number: Int) {
        let first = reasons.first { number < $0.upTo }?.reason ?? .other
        let target: Target = number % 2 == 0 ? .query : number % 3 == 0 ? .response : .step(1)
        facts.reasons = [AnchoredReason(first, at: target)] + (number % 9 == 0 ? [AnchoredReason(.ungrounded)] : [])
        facts.findings = number % 4
        facts.foundReasons = number % 4 == 0 ? [] : [first]
    }

    private static let reasons: [(upTo: Int, reason: Reason)] = [
        (38, .argumentNotInferable), (60, .unnatural), (77, .ungrounded), (91, .emptyOutput), (100, .redundantStep),
        (107, .leaksTools), (112, .badDependency), (116, .wrongTool), (119, .duplicate),
    ]
}
