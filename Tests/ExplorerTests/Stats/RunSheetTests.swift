import Canvas
import Engine
import Review
import TestSupport
import Testing

@testable import Explorer

@Suite("A run proposed on the screen Stats")
struct RunSheetTests {
    private static let command =
        "toolgrad generate --dataset trips.toolgrad --count 12 --sampling coverage "
        + "--guidance 'use book.find, film.find, recipe.find, translate.text'"

    @Test func `C shows the command, and y copies it`() {
        var state = counted()

        let opened = state.press("C")
        let sheet = state.overlay
        let effects = state.press("y")

        #expect(opened.isEmpty && state.overlay == nil)
        guard case .proposal(let sheet)? = sheet else {
            Issue.record("No sheet was opened.")
            return
        }
        #expect(sheet.title == "A run for 4 tools: fewer than 3 uses" && sheet.basis == nil)
        #expect(effects == [.copy(CopiedText(name: "the command", text: Self.command))])
    }

    @Test(arguments: ["esc", "q", "n", "enter", "j"]) func `any other key closes it and does nothing`(key: String) {
        var state = counted()
        _ = state.press("C")

        let effects = state.press(key)

        #expect(effects.isEmpty && state.overlay == nil && state.screen == .stats)
    }

    @Test func `on the tools that are never used it is about these`() {
        var state = counted()
        _ = state.press("tab tab tab j C")

        guard case .proposal(let sheet)? = state.overlay else {
            Issue.record("No sheet was opened.")
            return
        }
        #expect(sheet.title == "A run for 4 tools: never used")
    }

    @Test func `it says in which samples uses were counted`() throws {
        var state = ExplorerState.example()
        _ = state.press("/")
        _ = state.type("flag")
        _ = state.press("enter g s")
        _ = state.update(.statisticsLoaded(.example(try Filter(parsing: "flag")), agreement: nil))
        _ = state.press("I")
        _ = state.update(.statisticsLoaded(.example(try Filter(parsing: "flag"), in: .today), agreement: nil))
        _ = state.press("C")

        guard case .proposal(let sheet)? = state.overlay else {
            Issue.record("No sheet was opened.")
            return
        }
        #expect(sheet.notes.contains("Uses are counted in these samples alone: flag, today."))
    }

    @Test func `without figures or gaps it says so`() {
        var state = ExplorerState.example()
        _ = state.press("g s C")
        let before = state.notice?.text
        let empty = Statistics(
            of: .everything, tools: [:],
            spending: Spending(questions: 0, promptTokens: 0, completionTokens: 0, cost: .zero, unpriced: 0),
            pace: ReviewPace(dayBegan: .at(8, 0)))
        _ = state.update(.statisticsLoaded(StatisticsPage(empty), agreement: nil))
        _ = state.press("C")

        #expect(before == "There are no figures yet.")
        #expect(state.notice?.text == "No tool has too few uses, or none that a note can name.")
        #expect(state.overlay == nil)
    }

    @Test func `before anything is accepted it says that only accepted samples count`() {
        var state = ExplorerState.example()
        _ = state.press("g s")
        let unread = Statistics(
            of: .everything, tools: ["book.find": "media"],
            spending: Spending(questions: 0, promptTokens: 0, completionTokens: 0, cost: .zero, unpriced: 0),
            pace: ReviewPace(dayBegan: .at(8, 0)))
        _ = state.update(.statisticsLoaded(StatisticsPage(unread), agreement: nil))

        let shown = StatsScreen(state: state, pen: Pen(.utf8)).lines
        _ = state.press("C")

        #expect(shown.contains { $0.hasSuffix("Only accepted samples count: none yet.") }, "\(shown)")
        #expect(shown.contains { $0.hasSuffix("Only accepted and rejected samples count: none yet.") })
        #expect(
            state.notice?.text == "Only uses in accepted samples count, and none is accepted here: accept some first.")
        #expect(state.overlay == nil)
    }

    @Test func `what is left out is said`() throws {
        let gaps = (0..<30).map { ToolGap(tool: ToolName("tool_\($0)"), uses: 2) }
        let run = try #require(ProposedRun(for: gaps, dataset: "a.toolgrad"))
        let sheet = RunSheet(run: run, gap: "fewer than 3 uses", basis: nil, cost: .unknown)

        #expect(
            sheet.notes == [
                "Nothing is started from here: the command begins the run in a shell.",
                "24 samples: so many it takes when each brings one missing use.",
                "What it costs is not known: there is no price of a finished sample yet.",
                "It leaves 6 more with too few uses to another run.",
                "Add --mcp-config, --toolbench or --model where the tools or the planner need it.",
            ])
    }

    @Test(arguments: [
        (Figure.Value.money(Money(nanodollars: 5_700_000)), "each so far: at that price, about $0.0171 in all."),
        (.atLeast(Money(nanodollars: 5_700_000)), "each so far: at that price, at least $0.0171 in all."),
        (.money(.zero), "Finished samples cost nothing so far; another planner may."),
        (.unknown, "What it costs is not known: there is no price of a finished sample yet."),
    ]) func `it says what the run may cost, by what samples cost so far`(cost: Figure.Value, words: String) throws {
        let run = try #require(ProposedRun(for: [ToolGap(tool: "book.find", uses: 0)], dataset: "a.toolgrad"))

        let sheet = RunSheet(run: run, gap: "never used", basis: nil, cost: cost)

        #expect(run.count == 3 && sheet.notes.contains { $0.hasSuffix(words) }, "\(sheet.notes)")
    }

    @Test func `the cost is that of the samples on the screen`() {
        var state = counted()
        _ = state.press("C")

        guard case .proposal(let sheet)? = state.overlay else {
            Issue.record("No sheet was opened.")
            return
        }
        // 12 samples, at $2.31 for the 403 finished ones.
        #expect(
            sheet.notes.contains(
                "Finished samples cost $0.0057 each so far: at that price, about $0.0688 in all."), "\(sheet.notes)")
    }

    @Test func `on a small screen the command is cut, and the keys are in sight`() throws {
        let gaps = (0..<24).map { ToolGap(tool: ToolName("a_tool_with_a_rather_long_name_\($0)"), uses: 0) }
        let run = try #require(ProposedRun(for: gaps, dataset: "a.toolgrad"))
        var frame = Frame(size: Size(columns: 60, rows: 16))

        let sheet = RunSheet(
            run: run, gap: "never used", basis: "status:pending text:\"sunset\", today", cost: .unknown)
        RunSheetPicture(sheet: sheet, pen: Pen(.utf8)).draw(on: &frame)

        let rows = (0..<16).map { frame.text(row: $0) }
        #expect(rows.contains { $0.contains("toolgrad generate --dataset a.toolgrad --count 72") })
        #expect(rows.contains { $0.contains("y copies the command") } && rows.contains { $0.contains("┃ …") })
    }

    private func counted() -> ExplorerState {
        var state = ExplorerState.example()
        _ = state.press("g s")
        _ = state.update(.statisticsLoaded(.example(), agreement: nil))
        return state
    }
}
