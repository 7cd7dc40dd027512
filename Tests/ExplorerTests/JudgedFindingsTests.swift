import Canvas
import Engine
import Review
import Testing

@testable import Explorer

@Suite("What models find")
struct JudgedFindingsTests {
    private static let wrongTool = Finding(
        check: "wrong_tool", version: 1, target: .step(2), evidence: "sun_times, though \u{202E}nobody asks",
        reason: .wrongTool, severity: .warning, origin: .llm)
    private static let doubt = Finding(
        check: "ambiguous", version: 1, target: .query, evidence: "suit me", reason: .ambiguous, severity: .info,
        origin: .llm)

    /// An explorer on a sample with an unsuspicious and an empty step, which a model has judged; or none has.
    private func explorer(judged: [Finding]?, duplicate: Finding? = nil, size: Size = .wide) -> ExplorerState {
        var state = ExplorerState.empty(size: size)
        _ = state.update(.queueLoaded(.example((1...3).map { .example($0) })))
        _ = state.update(
            .sampleLoaded(
                OpenSample(
                    ExampleSample.reviewed(), decisions: [], lastEvent: 100, duplicate: duplicate, judged: judged)))
        return state
    }

    private func lint(of state: ExplorerState, _ glyphs: GlyphSet = .utf8) -> String {
        let lines = state.frame(in: state.size, glyphs: glyphs).text().split(separator: "\n")
        return lines.first { $0.contains(" LINT ") }.map(String.init) ?? ""
    }

    @Test(arguments: [Size.small, .medium, .wide])
    func `have a dash in their place where no model has judged`(size: Size) {
        let state = explorer(judged: nil, size: size)

        #expect(lint(of: state).contains(" LINT 3 llm –  ??"))
        #expect(lint(of: state, .ascii).contains(" LINT 3 llm -  ??"))
    }

    @Test func `have a zero in their place where a model found nothing`() {
        #expect(lint(of: explorer(judged: [])).contains(" LINT 3 llm 0  ??"))
    }

    @Test func `are counted apart from lints, and marked`() {
        let line = lint(of: explorer(judged: [Self.wrongTool], size: Size(columns: 200, rows: 50)))

        #expect(line.contains(" LINT 3 llm 1  "), "\(line)")
        #expect(line.contains("wrong_tool llm step 2 sun_times"), "\(line)")
        #expect(line.contains("r prefills 3 8 5"), "\(line)")
    }

    @Test func `pre-fill reasons, a doubt does not, and it is said whose they are`() {
        var state = explorer(judged: [Self.wrongTool, Self.doubt])

        _ = state.press("r")
        let picture = state.frame(in: .wide, glyphs: .utf8).text()
        let effects = state.press("enter")

        #expect(picture.contains("5 wrong tool for the job  llm"))
        #expect(picture.contains("4 ambiguous, many valid chains  llm"))
        #expect(picture.contains("[x] 5 wrong tool for the job   step 2   by: llm"))
        guard case .decide(_, .reject(let reasons, _)) = effects.first else {
            Issue.record("Nothing is rejected: \(effects)")
            return
        }
        #expect(reasons.contains(AnchoredReason(.wrongTool, at: .step(2))))
        #expect(!reasons.contains { $0.reason == .ambiguous })
    }

    @Test func `are walked through after the others, with their words made visible`() {
        var state = explorer(judged: [Self.wrongTool], size: Size(columns: 200, rows: 50))

        state.goToFinding(by: -1)
        let picture = state.frame(in: state.size, glyphs: .utf8).text()

        #expect(picture.contains("4/4 by llm: wrong_tool, step 2: sun_times, though ‹U+202E›nobody asks"))
        #expect(state.cursor(in: .chains) == .step(2))
    }

    @Test func `count no more after an edit, and again once that is taken back`() {
        var state = explorer(judged: [Self.wrongTool])
        func decide(_ sequence: Int, _ action: Decision.Action) {
            let decision = Decision(
                sequence: sequence, time: .at(12, 0), reviewer: "zh", sample: ExampleSample.id(), action: action)
            _ = state.update(.decided([decision], rows: [], undoDepth: 1, leftOut: 0))
        }

        decide(1, .flag)
        let flagged = state.open?.judgedFindings
        decide(2, .edit(.query("Another?")))
        let edited = state.open?.judgedFindings
        decide(3, .undo(2))

        #expect(flagged == [Self.wrongTool])
        #expect(edited == nil)
        #expect(state.open?.judgedFindings == [Self.wrongTool])
    }

    @Test func `belong to the end of a sample, not to an earlier iteration`() {
        var state = explorer(judged: [Self.wrongTool])

        _ = state.press("[")

        #expect(state.open?.showsNewest == false)
        #expect(lint(of: state).contains(" llm –"))
    }

    @Test func `that repeats an earlier sample names it, whatever is alike`() {
        let calls = Finding(
            check: "duplicate", version: 1, target: .query, evidence: "the same calls as s-00001", reason: .duplicate,
            severity: .error)
        let state = explorer(judged: nil, duplicate: calls, size: Size(columns: 200, rows: 50))

        let line = lint(of: state)
        let picture = state.frame(in: state.size, glyphs: .utf8).text()

        #expect(line.contains("duplicate the same calls as s-00001"), "\(line)")
        #expect(!line.contains("query: the same calls"))
        #expect(picture.contains("the same calls as s-00001"))
    }
}
