import Engine
import Review
import Testing

@Suite("Statistics of samples")
struct StatisticsTests {
    @Test func `decisions are counted, and the accept rate has its interval`() {
        let page = page(
            (0..<201).map { _ in facts(.accepted) } + (0..<46).map { _ in facts(.accepted, isEdited: true) }
                + (0..<121).map { _ in facts(.rejected) } + (0..<31).map { _ in facts(.skipped) }
                + [facts(.pending), facts(.draft, isEdited: true, isFlagged: true)])

        #expect(page[.samples]?.value == .count(401))
        #expect(page[.accepted]?.value == .share(247, of: 401))
        #expect(page[.acceptedAsIs]?.value == .share(201, of: 401))
        #expect(page[.acceptedAfterEdit]?.value == .share(46, of: 401))
        #expect(page[.rejected]?.value == .share(121, of: 401))
        #expect(page[.skipped]?.value == .share(31, of: 401))
        #expect(page[.undecided]?.value == .share(2, of: 401))
        #expect(page[.flagged]?.value == .share(1, of: 401))
        #expect(page[.acceptRate]?.percentText == "67.1%")
        #expect(page[.acceptRate]?.intervalText == "95% CI 62.2-71.7")
        #expect(page[.edited]?.value == .share(47, of: 401))
    }

    /// Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
    @Test(arguments: [
        (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718),
    ])
    func `the interval of a share is Wilson's`(part: Int, whole: Int, low: Double, high: Double) throws {
        let interval = try #require(WilsonInterval.of(part, of: whole))

        #expect(abs(interval.lowerBound - low) < 0.00005 && abs(interval.upperBound - high) < 0.00005, "\(interval)")
    }

    @Test func `a share of nothing has no interval and no percent`() {
        #expect(WilsonInterval.of(0, of: 0) == nil)
        #expect(page([facts(.pending)])[.acceptRate]?.percentText == nil)
    }

    @Test func `every reason counts, the first one apart, and what it is about`() {
        let two = rejected([AnchoredReason(.unnatural, at: .query), AnchoredReason(.emptyOutput, at: .step(2))])
        let one = rejected([AnchoredReason(.emptyOutput, at: .argument(step: 1, path: JSONPath()))])
        let page = page([two, one, facts(.accepted)])

        let reasons = page.figures(of: .rejections).filter { $0.term == .reason }
        #expect(reasons.map(\.title) == ["8 empty_output", "1 unnatural"])
        #expect(reasons.map(\.value) == [.share(2, of: 2), .share(1, of: 2)])
        #expect(reasons.map { $0.parts.map(\.value) } == [[.count(1)], [.count(1)]])
        #expect(targets(of: page) == ["about query": 1, "about step": 1])
    }

    @Test func `a rejection that a check had foreseen is told apart`() {
        var foreseen = rejected([AnchoredReason(.emptyOutput)])
        (foreseen.findings, foreseen.foundReasons) = (2, [.emptyOutput, .unnatural])
        var other = rejected([AnchoredReason(.unnatural)])
        (other.findings, other.foundReasons) = (1, [.emptyOutput])
        var passed = facts(.accepted)
        (passed.findings, passed.foundReasons) = (1, [.emptyOutput])
        let page = page([foreseen, other, passed, rejected([AnchoredReason(.other)])])

        #expect(page[.lintAgreed]?.value == .share(1, of: 3))
        #expect(page[.lintPrecision]?.value == .share(2, of: 3))
    }

    @Test func `the worst tool is bad for sure, not by one sample`() {
        let rare = facts(.rejected, tools: ["rare"])
        let bad = (0..<20).map { facts($0 < 15 ? .rejected : .accepted, tools: ["bad"]) }
        let page = page([rare] + bad)

        #expect(page[.worstTool]?.note == "bad: 15 of 20")
        #expect(page[.worstTool]?.value == .share(15, of: 20))
    }

    @Test func `a tool whose name a filter would mistake has no filter`() {
        let page = page([facts(.rejected, tools: ["Map"]), facts(.accepted, tools: ["map"])])

        #expect(page[.worstTool]?.filter == nil)
        #expect(page[.worstTool]?.obstacle == "A filter cannot tell its name from others.")
        #expect(page[.worstPlanner]?.filter?.text == "status:rejected model:offline")
    }

    @Test func `lengths are of decided samples, and the last one stands for all above`() {
        let page = page([
            facts(.accepted, chains: 1, steps: 2), facts(.rejected, chains: 2, steps: 9),
            facts(.rejected, chains: 5, steps: 7), facts(.pending, chains: 1, steps: 2),
        ])

        let steps = page.figures(of: .lengths).filter { $0.term == .steps }
        #expect(steps.map(\.title).first == "1 step" && steps.map(\.title).last == "7+ steps")
        #expect(steps.map(\.count) == [0, 1, 0, 0, 0, 0, 2])
        #expect(steps.last?.parts.map(\.value) == [.share(0, of: 1), .share(2, of: 2)])
        #expect(page.figures(of: .lengths).filter { $0.term == .chains }.map(\.count) == [1, 1, 0, 1])
    }

    @Test func `coverage counts each sample once for a tool`() throws {
        let page = page(
            [facts(.accepted, tools: ["a", "b"]), facts(.accepted, tools: ["a"]), facts(.accepted, tools: ["a"])]
                + [facts(.rejected, tools: ["c"])], tools: ["a": "one", "b": "two", "c": "", "d": "two"])

        #expect(page[.toolsUsed]?.value == .share(2, of: 4))
        #expect(page[.toolsNeverUsed]?.value == .share(2, of: 4) && page.unusedTools == ["c", "d"])
        #expect(page[.toolGap]?.value == .share(3, of: 4))
        #expect(page[.topTool]?.title == "a" && page[.topTool]?.value == .share(3, of: 3))
        #expect(page[.pairs]?.value == .share(1, of: 6))
        #expect(page[.entropy]?.valueText == "0.8", "3 and 1 of 4 uses make 0.811 bits.")
        #expect(page[.entropy]?.note == "of 2.0 bits")
        let families = page.figures(of: .coverage).filter { $0.term == .family }
        #expect(families.map(\.title) == ["one", "two"] && families.map(\.percentText) == ["100.0%", "33.3%"])
    }

    @Test func `a family counts samples, like a tool, and the five most used ones are listed`() {
        let used = facts(.accepted, tools: ["a", "b", "f"])
        let names = ["a": "one", "b": "one", "c": "two", "d": "three", "e": "four", "f": "five", "g": "six"]
        let others = ["c", "d", "e", "f"].map { facts(.accepted, tools: [ToolName($0)]) }
        let rare = [facts(.rejected, tools: ["g"]), facts(.accepted, tools: ["g"])]
        let tools = Dictionary(uniqueKeysWithValues: names.map { (ToolName($0), $1) })
        let page = page([used] + others + rare, tools: tools)

        let families = page.figures(of: .coverage).filter { $0.term == .family }
        #expect(families.map(\.title) == ["five", "four", "one", "six", "three"])
        #expect(families.map(\.value).prefix(2) == [.share(2, of: 6), .share(1, of: 6)])
        #expect(page.heading(of: .family) == "families, by accepted samples")
    }

    @Test func `tools with too few uses are listed, those without any first`() {
        let samples = (0..<3).map { facts(.accepted, tools: $0 < 2 ? ["often", "twice"] : ["often"]) }
        let page = page(samples, tools: ["often": "", "never": "", "nor": ""])

        #expect(page.gaps.map(\.tool) == ["never", "nor", "twice"] && page.gaps.map(\.uses) == [0, 0, 2])
        #expect(page.proposedRun()?.tools == ["never", "nor", "twice"])
        #expect(page.proposedRun(for: .toolsNeverUsed)?.tools == ["never", "nor"])
    }

    @Test func `the bars of a section count the same`() {
        var rejection = rejected([AnchoredReason(.unnatural, at: .query)])
        rejection.tools = ["a"]
        rejection.causes = [.everyTrialFailed]
        let page = page([rejection, facts(.accepted, tools: ["a"])], tools: ["a": "one"])
        let wholes = StatisticsSection.allCases.filter { $0 != .lengths && $0 != .pace }.map { section in
            Set(
                page.listed(in: section).filter(\.hasBar).compactMap { figure -> Int? in
                    guard case .share(_, let whole) = figure.value else { return nil }
                    return whole
                }
            ).count
        }

        #expect(
            wholes == [1, 1, 1, 1], "decisions of samples, reasons of rejected, tools of accepted, causes of no-ops")
    }

    @Test func `why iterations added nothing is counted without the particulars`() {
        var sample = facts(.pending, iterations: 5, noOps: 4)
        sample.causes = [
            .everyTrialFailed, .budgetSpent(.time), .selectorDeclined(reason: "none fits"), .curatorDeclined,
        ]
        let page = page([sample, facts(.pending, iterations: 2, noOps: 1), facts(.pending, iterations: 3)])

        #expect(page[.noOpSamples]?.value == .share(2, of: 3))
        #expect(page[.noOpIterations]?.value == .share(5, of: 10))
        #expect(page.explained == 1)
        let causes = page.figures(of: .noOps).filter { $0.term == .cause }.map(\.title)
        #expect(causes == ["budget spent", "curator declined", "every trial failed", "selector declined"])
    }

    private func targets(of page: StatisticsPage) -> [String: Int?] {
        let found = page.figures(of: .rejections).filter { $0.term == .target }
        return Dictionary(uniqueKeysWithValues: found.map { ($0.title, $0.count) })
    }
}

@Suite("Statistics of cost and pace")
struct StatisticsPaceTests {
    @Test func `a cost is divided by what came out, and an unknown one stays unknown`() {
        let samples = [facts(.accepted), facts(.rejected), facts(.pending, isCompleted: false)]
        let known = page(samples, spending: spending(unpriced: 0))
        let partly = page(samples, spending: spending(unpriced: 1))
        let unknown = page(samples, spending: spending(unpriced: 10))

        #expect(known[.cost]?.valueText == "$0.003")
        #expect(known[.costPerCompleted]?.valueText == "$0.0015")
        #expect(known[.costPerAccepted]?.valueText == "$0.003")
        #expect(partly[.cost]?.valueText == "at least $0.003")
        #expect(unknown[.cost]?.valueText == "–" && unknown[.costPerAccepted]?.valueText == "–")
        #expect(page([facts(.pending)], spending: spending(unpriced: 0))[.costPerAccepted]?.value == .unknown)
        #expect(known[.promptTokens]?.valueText == "5,000")
    }

    @Test func `pauses end what was being timed, and other work does not`() {
        var pace = ReviewPace(dayBegan: .second(0))
        let entries = [
            entry("ada", 0), entry("ada", 10), entry("ada", 50, decides: false), entry("ada", 100),
            entry("ada", 161), entry("ada", 181), entry("bob", 182), entry("bob", 212),
        ]
        for entry in entries { pace.add(entry) }
        let page = page([], pace: pace)

        // 10, 90 and 20 s of Ada, 30 s of Bob; a pause of 61 s is nobody's time.
        #expect(page[.median]?.value == .time(.seconds(20)))
        #expect(page[.ninetieth]?.value == .time(.seconds(90)))
        #expect(page[.perHour]?.valueText == "96", "4 decisions in 150 s.")
        #expect(page[.today]?.value == .count(7))
    }

    @Test func `many decisions at one moment took the time of one`() {
        var pace = ReviewPace(dayBegan: .second(25))
        for time in [0, 20, 20, 20, 30] { pace.add(entry("ada", time)) }
        let page = page([], pace: pace)

        #expect(page[.median]?.value == .time(.seconds(10)))
        #expect(page[.ninetieth]?.value == .time(.seconds(20)))
        #expect(page[.today]?.value == .count(1), "The day began at 25 s.")
    }

    @Test func `decisions on other samples are no part of the figures, but of the time`() {
        var pace = ReviewPace(dayBegan: .second(0))
        for (time, counts) in [(0, true), (40, false), (50, true)] { pace.add(entry("ada", time, counts: counts)) }
        let page = page([], pace: pace)

        #expect(page[.median]?.value == .time(.seconds(10)))
        #expect(page[.today]?.value == .count(2))
    }

    @Test func `decisions are counted by the day, and of today by the hour`() {
        var pace = ReviewPace(dayBegan: .second(10 * 86_400))
        let day = 86_400
        for (second, counts) in [
            (9 * day - 1, true), (9 * day, true), (10 * day - 1, true), (10 * day, true), (10 * day + 3_600, true),
            (10 * day + 3_601, false), (11 * day, true),
        ] {
            pace.add(entry("ada", second, counts: counts))
        }
        let all = page([], pace: pace)[.activity]
        let today = page([], in: .today, pace: pace)[.activity]
        let week = page([], in: .week, pace: pace)[.activity]

        #expect(all?.title == "last 14 days" && all?.valueText == "5")
        #expect(all?.value == .series(Series(unit: .day, counts: Array(repeating: 0, count: 11) + [1, 2, 2])))
        #expect(week?.value == .series(Series(unit: .day, counts: [0, 0, 0, 0, 1, 2, 2])))
        #expect(today?.title == "today by the hour")
        #expect(today?.value == .series(Series(unit: .hour, counts: [1, 1] + Array(repeating: 0, count: 22))))
        #expect(all?.obstacle == "Each day, today last: 0 0 0 0 0 0 0 0 0 0 0 1 2 2.")
    }

    @Test func `a series has heights, and whatever there is stands out`() {
        #expect(Series(unit: .day, counts: [0, 1, 50, 100]).levels == [0, 1, 2, 4])
        #expect(Series(unit: .day, counts: [0, 0]).levels == [0, 0])
    }

    @Test func `today leads to its samples, each of them once`() {
        var pace = ReviewPace(dayBegan: .second(86_400))
        for second in [0, 86_400, 86_401] {
            pace.add(
                ReviewPace.Entry(reviewer: "ada", sample: 7, time: .second(second), decides: true, counts: true))
        }
        let today = page([], pace: pace)[.today]

        #expect(today?.value == .count(2))
        #expect(today?.samples == .shown(.condition(.since(.second(86_400))), count: 1))
    }

    @Test func `without decisions nothing is known of the pace`() {
        let page = page([])

        #expect(page[.median]?.valueText == "–" && page[.perHour]?.valueText == "–")
    }

    private func entry(_ reviewer: String, _ second: Int, decides: Bool = true, counts: Bool = true) -> ReviewPace.Entry
    {
        ReviewPace.Entry(
            reviewer: reviewer, sample: Int64(second), time: .second(second), decides: decides, counts: counts)
    }

    private func spending(unpriced: Int) -> Spending {
        Spending(
            questions: 10, promptTokens: 5_000, completionTokens: 700, cost: Money(nanodollars: 3_000_000),
            unpriced: unpriced)
    }
}

@Suite("Statistics for machines")
struct StatisticsJSONTests {
    @Test func `every figure has its value, its filter and its definition`() throws {
        var sample = rejected([AnchoredReason(.unnatural)])
        sample.causes = [.everyTrialFailed]
        let json = page([sample, facts(.accepted)], tools: ["a": ""]).json

        #expect(json["decisions"]?["accepted"]?["value"] == 1)
        #expect(json["decisions"]?["accepted"]?["share"] == 0.5)
        #expect(json["decisions"]?["accepted"]?["filter"] == "status:accepted")
        #expect(json["decisions"]?["accepted"]?["filtered"] == 1)
        #expect(json["decisions"]?["accept_rate"]?["interval"]?.array?.count == 2)
        #expect(json["rejections"]?["reason"]?["unnatural"]?["value"] == 1)
        #expect(json["rejections"]?["reason"]?["unnatural"]?["first"]?["value"] == 1)
        #expect(json["lengths"]?["steps"]?["7"]?["filter"] == "status:accepted,rejected steps:7..")
        #expect(json["pace"]?["median"]?["value"] == .null)
        #expect(json["never_used"] == ["a"])
        #expect(json["gaps"] == [["tool": "a", "uses": 0]])
        #expect(json["proposed_run"]?["tools"] == ["a"] && json["proposed_run"]?["other_tools"] == 0)
        #expect(json["proposed_run"]?["command"]?.string?.contains("--guidance 'use a'") == true)
        #expect(json["interval"] == ["name": "all", "since": nil])
        #expect(json["pace"]?["activity"]?["series"]?.array?.count == 14)
        #expect(json["pace"]?["activity"]?["unit"] == "day")
        let terms = Set(StatisticsTerm.allCases.map(\.rawValue))
        #expect(Set(json["definitions"]?.object?.keys ?? []) == terms)
    }

    @Test func `an interval is named, and is in every filter`() throws {
        let page = page([facts(.accepted)], of: try Filter(parsing: "flag"), in: .week)

        #expect(page.json["filter"] == "flag")
        #expect(page.json["interval"] == ["name": "week", "since": "1969-12-26"])
        #expect(page[.accepted]?.filter?.text == "flag since:1969-12-26 status:accepted")
        #expect(page[.samples]?.filter?.text == "flag since:1969-12-26")
    }

    @Test func `without a gap no run is proposed`() {
        #expect(page([]).json["proposed_run"] == .null && page([]).json["gaps"] == [])
    }

    @Test func `every definition is one sentence`() {
        for term in StatisticsTerm.allCases {
            let sentence = term.definition
            #expect(sentence.hasSuffix(".") && sentence.count <= 118, "\(term): \(sentence.count)")
            #expect(term.rawValue.hasPrefix(term.section.rawValue + "."), "\(term)")
        }
    }

    @Test func `a filter of the page is in every filter`() throws {
        let narrow = try Filter(parsing: "by:zh !flag")
        let figures = page([facts(.accepted, tools: ["a"]), rejected([AnchoredReason(.other)])], of: narrow).figures

        let filters = figures.compactMap(\.filter)
        #expect(filters.count > 15)
        for filter in filters { #expect(filter.text.hasPrefix("by:zh !flag"), "\(filter.text)") }
        for filter in filters { #expect(try Filter(parsing: filter.text) == filter) }
    }
}

private func facts(
    _ status: ReviewState.Status, isEdited: Bool = false, isFlagged: Bool = false, isCompleted: Bool = true,
    chains: Int = 1, steps: Int = 1, iterations: Int = 1, noOps: Int = 0, tools: Set<ToolName> = []
) -> SampleFacts {
    var facts = SampleFacts(
        status: status, isEdited: isEdited, isFlagged: isFlagged, isCompleted: isCompleted, chains: chains,
        steps: steps, iterations: iterations, noOps: noOps, planner: "offline")
    facts.tools = tools
    return facts
}

private func rejected(_ reasons: [AnchoredReason]) -> SampleFacts {
    var facts = facts(.rejected, iterations: 2, noOps: 1)
    facts.reasons = reasons
    return facts
}

private func page(
    _ samples: [SampleFacts], of filter: Filter = .everything, in interval: StatisticsInterval = .all,
    tools: [ToolName: String] = [:],
    spending: Spending = Spending(questions: 0, promptTokens: 0, completionTokens: 0, cost: .zero, unpriced: 0),
    pace: ReviewPace = ReviewPace(dayBegan: .second(0))
) -> StatisticsPage {
    var statistics = Statistics(of: filter, in: interval, tools: tools, spending: spending, pace: pace)
    for sample in samples { statistics.add(sample) }
    return StatisticsPage(statistics)
}

extension Timestamp {
    fileprivate static func second(_ second: Int) -> Timestamp { Timestamp(microseconds: Int64(second) * 1_000_000) }
}
