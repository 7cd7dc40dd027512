import Canvas
import Engine
import Review
import TestSupport
import Testing

@testable import Explorer

@Suite("The interval of the screen Stats")
struct StatsIntervalTests {
    @Test func `I goes through the intervals, and counts each`() {
        var state = ExplorerState.example()
        _ = state.press("g s")
        _ = state.update(.statisticsLoaded(.example(), agreement: nil))

        let asked = (0..<3).map { _ -> [Effect] in
            let effects = state.press("I")
            _ = state.update(.statisticsLoaded(.example(in: state.stats.interval), agreement: nil))
            return effects
        }

        #expect(
            asked == [
                [.loadStatistics(.everything, .today)], [.loadStatistics(.everything, .week)],
                [.loadStatistics(.everything, .all)],
            ])
    }

    @Test func `figures of another interval are not shown, and its answer is asked for anew`() {
        var state = ExplorerState.example()
        _ = state.press("g s")
        let effects = state.press("I")

        let anew = state.update(.statisticsLoaded(.example(), agreement: nil))

        #expect(effects.isEmpty && anew == [.loadStatistics(.everything, .today)])
        #expect(state.stats.page == nil && status(of: state).contains("interval: today"))
    }

    @Test func `a figure leads to the samples of its interval, and back to it`() throws {
        var state = ExplorerState.example()
        _ = state.press("g s I")
        _ = state.update(.statisticsLoaded(.example(in: .today), agreement: nil))
        _ = state.press("ctrl-t")
        _ = state.update(.statisticsLoaded(.example(in: .today), agreement: nil))
        _ = state.press("enter")

        #expect(state.queue.view.filter.text.hasSuffix("T08:00:00Z status:accepted"))
        #expect(state.press("g s") == [.loadStatistics(.everything, .today)])
        #expect(state.stats.page?.interval == .today)
    }

    @Test func `a day is given as a command, on the reviewer's clock`() {
        var state = ExplorerState(
            dataset: "trip", reviewer: "zh", planner: "offline", size: .wide, utcOffset: .seconds(3600))
        _ = state.press(":")
        _ = state.type("since 2026-11-01")

        let effects = state.press("enter")

        let midnight = Timestamp(microseconds: 1_793_487_600_000_000)
        #expect(effects == [.loadStatistics(.everything, .since(midnight))])
        #expect(state.screen == .stats && status(of: state).contains("interval: since 2026-11-01 00:00"))
        _ = state.update(.statisticsLoaded(.example(in: .since(midnight)), agreement: nil))
        #expect(state.press("I") == [.loadStatistics(.everything, .all)])
    }

    @Test func `a day that is yet to come is refused in the palette`() {
        var state = ExplorerState.example()
        _ = state.update(.clockTicked(.at(9, 0)))
        _ = state.press(":")
        _ = state.type("since 9999-01-01")

        let effects = state.press("enter")

        guard case .palette(let palette)? = state.overlay else {
            Issue.record("The palette was closed.")
            return
        }
        #expect(effects.isEmpty && palette.complaint == "That is yet to come: it is 2027-01-15 09:00 now.")
    }

    @Test func `what is no day is refused in the palette`() throws {
        var state = ExplorerState.example()
        _ = state.press(":")
        _ = state.type("since yesterday")

        let effects = state.press("enter")

        guard case .palette(let palette)? = state.overlay else {
            Issue.record("The palette was closed.")
            return
        }
        #expect(effects.isEmpty)
        #expect(
            palette.complaint == "\"yesterday\" is no interval. Write all, today, week, or a day such as 2026-11-01.")
        let shown = state.frame(in: .small, glyphs: .utf8).text()
        #expect(shown.contains("or a day such as") && shown.contains("2026-11-01."), "It is read in full.")
    }

    @Test func `a blind pass tells no figures of any day`() {
        var state = ExplorerState.example()
        state.blindPass = 2
        _ = state.press(":")
        _ = state.type("since today")

        let effects = state.press("enter")

        #expect(effects.isEmpty && state.screen == .review)
    }

    private func status(of state: ExplorerState) -> [String] { StatsScreen(state: state, pen: Pen(.utf8)).status }
}

@Suite("The pace on the screen Stats")
struct StatsPaceTests {
    @Test(arguments: [(GlyphSet.utf8, "▁▁▁▁▁▁▁▁▁▁▁▁▁█"), (.ascii, "_____________#")])
    func `is a sign for each day, as the terminal can draw it`(glyphs: GlyphSet, signs: String) {
        let rows = StatsRows(page: .example(), pen: Pen(glyphs)).rows(of: .pace, width: 56)

        let texts = rows.map { $0.left.text.plain }
        #expect(texts.contains { $0.hasPrefix("last 14 days") && $0.hasSuffix("120  \(signs)") }, "\(texts)")
    }

    @Test func `is read out in numbers`() throws {
        var state = ExplorerState.example()
        _ = state.press("g s")
        _ = state.update(.statisticsLoaded(.example(), agreement: nil))
        _ = state.press("tab tab tab tab j j j j")

        let screen = StatsScreen(state: state, pen: Pen(.utf8))

        #expect(screen.lines.contains("  last 14 days 120"))
        #expect(
            screen.place == [
                "Pace and cost: last 14 days 120", StatisticsTerm.activity.definition,
                "Each day, today last: 0 0 0 0 0 0 0 0 0 0 0 0 0 120.",
            ])
    }

    @Test func `has the bars of one pane on one scale`() {
        let rows = StatsRows(page: .example(), pen: Pen(.utf8)).rows(of: .lengths, width: 80)
        let bars = rows.dropFirst().map { row in
            row.left.spans.filter { $0.ink.role == .bar }.map(\.text.width).filter { $0 > 0 }
        }
        let counts = StatisticsPage.example().listed(in: .lengths).map { $0.parts.compactMap(\.count) }
        let most = counts.joined().max() ?? 0
        let longest = bars.joined().max() ?? 0

        #expect(most > 0 && longest > 0)
        for (bar, count) in zip(bars, counts) {
            #expect(bar == count.filter { $0 > 0 }.map { ($0 * longest + most - 1) / most }, "\(count)")
        }
    }
}
