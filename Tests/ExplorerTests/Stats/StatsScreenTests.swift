import Canvas
import Engine
import Foundation
import Review
import TestSupport
import Testing

@testable import Explorer

@Suite("The screen Stats")
struct StatsScreenTests {
    private static let goldens = GoldenFolder(beside: URL(filePath: #filePath).deletingLastPathComponent().path)

    @Test(arguments: GoldenScreen.statistics) func `it looks as in its picture`(screen: GoldenScreen) throws {
        for layer in screen.layers { try Self.goldens.expect(layer, of: screen.frame, as: screen.file(layer)) }
    }

    @Test func `going there counts what the queue shows`() throws {
        var state = ExplorerState.example()
        let narrow = try Filter(parsing: "status:pending")
        _ = state.press("/")
        _ = state.type("status:pending")
        _ = state.press("enter")

        let effects = state.press("g s")

        #expect(effects == [.loadStatistics(narrow, .all)])
        #expect(text(of: state).contains("The samples are being counted."))
    }

    @Test func `enter shows the samples of the figure in the queue`() throws {
        var state = counted()

        let effects = state.press("j enter")

        let filter = try Filter(parsing: "status:accepted !edited")
        #expect(state.screen == .review && state.queue.view.filter == filter)
        #expect(effects.contains { if case .find(_, let view, _) = $0 { view.filter == filter } else { false } })
    }

    @Test func `coming back from a figure shows the page that it was on`() throws {
        var state = counted()
        _ = state.press("j enter")

        let effects = state.press("g s")

        #expect(effects == [.loadStatistics(.everything, .all)])
        #expect(state.stats.page != nil && state.stats.filter == .everything)
    }

    @Test func `a figure without samples says why, and stays`() {
        var state = counted()

        let effects = state.press("tab tab tab enter")

        #expect(effects.isEmpty && state.screen == .stats)
        #expect(state.notice?.text == "tools used: It counts tools, not samples.")
    }

    @Test func `every figure with a filter leads to it`() throws {
        let page = StatisticsPage.example()
        for (place, section) in StatisticsSection.allCases.enumerated() {
            for (row, figure) in page.listed(in: section).enumerated() {
                var state = counted()
                _ = state.press(Array(repeating: "tab", count: place).joined(separator: " "))
                _ = state.press(Array(repeating: "j", count: row).joined(separator: " "))
                _ = state.press("enter")

                #expect(state.screen == (figure.filter == nil ? .stats : .review), "\(figure.key)")
                #expect(state.queue.view.filter == figure.filter ?? .everything, "\(figure.key)")
            }
        }
    }

    @Test func `the cursor stays among the figures of its pane`() {
        var state = counted()

        _ = state.press("G j j")
        let last = state.stats.figure?.term
        _ = state.press("tab G shift-tab g g k")

        #expect(last == .acceptRate && state.stats.figure?.term == .accepted)
    }

    @Test func `a decision elsewhere is counted once the page is a while old`() {
        var state = counted()
        _ = state.update(.clockTicked(.at(12, 0, 1)))

        let atOnce = state.update(.changedOutside) + state.update(.clockTicked(.at(12, 0, 1)))
        let later = state.update(.clockTicked(.at(12, 0, 4)))
        let again = state.update(.clockTicked(.at(12, 0, 8)))

        #expect(!atOnce.contains(.loadStatistics(.everything, .all)))
        #expect(later == [.loadStatistics(.everything, .all)])
        #expect(again.isEmpty, "One answer is awaited already.")
    }

    @Test func `what changes while figures are counted is counted after it`() {
        var state = counted()
        _ = state.press("ctrl-t")
        _ = state.update(.listChanged)
        _ = state.update(.statisticsLoaded(.example(), agreement: nil))

        let effects = state.update(.clockTicked(.at(12, 30)))

        #expect(effects == [.loadStatistics(.everything, .all)])
    }

    @Test func `an answer to an older question is asked for anew`() throws {
        var state = counted()
        let filter = try Filter(parsing: "flag")
        _ = state.press("ctrl-t esc /")
        _ = state.type("flag")
        _ = state.press("enter g s")

        let effects = state.update(.statisticsLoaded(.example(), agreement: nil))

        #expect(effects == [.loadStatistics(filter, .all)])
        #expect(state.stats.page == nil)
    }

    @Test func `figures that cannot be counted say so, and can be asked for again`() {
        var state = ExplorerState.example()
        _ = state.press("g s")
        _ = state.update(.statisticsFailed("trip.toolgrad is damaged: event 3."))

        #expect(state.notice?.text == "trip.toolgrad is damaged: event 3.")
        #expect(state.press("ctrl-t") == [.loadStatistics(.everything, .all)])
    }

    @Test func `W writes the page, once there is one`() {
        var state = ExplorerState.example()
        let before = state.press("g s W")
        _ = state.update(.statisticsLoaded(.example(), agreement: nil))

        let effects = state.press("W")

        #expect(before == [.loadStatistics(.everything, .all)] && effects == [.writeStatistics(.example())])
    }

    @Test func `agreement is shown by all three measures, and leads to the disagreements`() {
        var state = counted(agreement: AgreementSummary(of: []))
        _ = state.press("shift-tab")

        #expect(text(of: state).contains("decision           raw –   n 0, 0 of them blind"))
        #expect(text(of: state).contains("kappa –   AC1 –"))
        _ = state.press("enter")
        #expect(state.screen == .adjudicate)
    }

    @Test(arguments: [(2, "1.00 (–: n < 3)"), (6, "1.00 (–: no spread)")])
    func `an interval that cannot be told says why`(samples: Int, words: String) {
        let readings = (1...samples).map { number -> ReadTwice in
            let opinion = number % 2 == 0 ? DisputeExamples.unnatural : .accepted
            return DisputeExamples.reading(number, opinion, opinion)
        }
        var state = counted(agreement: AgreementSummary(of: readings))
        _ = state.press("shift-tab")

        #expect(text(of: state).contains("kappa \(words)   AC1 \(words)"), "\(text(of: state))")
    }

    @Test func `a reason is read in full on a small screen too`() {
        var state = ExplorerState.example(size: .small)
        _ = state.press("g s")
        _ = state.update(.clockTicked(.at(12, 0)))
        _ = state.update(.statisticsLoaded(.example(), agreement: nil))
        _ = state.press("tab tab tab tab")

        #expect(text(of: state).contains("It is about all of them together; since:2026-11-01 shows later ones."))
    }

    @Test func `without a second pass the pane says so, and leads nowhere`() {
        var state = counted()
        _ = state.press("shift-tab")

        #expect(text(of: state).contains("–   no second pass yet"))
        #expect(!text(of: state).contains("show its samples"), "There is no figure.")
        #expect(state.press("enter").isEmpty && state.screen == .stats)
    }

    @Test func `read aloud, every figure has its words`() {
        let state = counted()
        let lines = StatsScreen(state: state, pen: Pen(.utf8)).lines

        #expect(lines.contains("  accepted 247 60.0%"))
        #expect(lines.contains("  accept rate 67.1% 247 of 368 (95% CI 62.2-71.7)"))
        #expect(lines.contains("Second pass and agreement:") && lines.contains("  – no second pass yet"))
        #expect(lines.allSatisfy { !$0.contains("##") })
    }

    @Test func `read aloud, the cursor tells figure, meaning and key`() {
        var state = counted()
        _ = state.press("j")

        let place = StatsScreen(state: state, pen: Pen(.utf8)).place

        #expect(
            place == [
                "Decisions: as is 201 48.8%", StatisticsTerm.acceptedAsIs.definition,
                "enter shows 201 samples: status:accepted !edited",
            ])
    }

    private func counted(agreement: AgreementSummary? = nil) -> ExplorerState {
        var state = ExplorerState.example()
        _ = state.press("g s")
        _ = state.update(.clockTicked(.at(12, 0)))
        _ = state.update(.statisticsLoaded(.example(), agreement: agreement))
        return state
    }

    private func text(of state: ExplorerState) -> String {
        let frame = state.frame(in: state.size, glyphs: .utf8)
        return (0..<frame.size.rows).map { frame.text(row: $0) }.joined(separator: "\n")
    }
}
