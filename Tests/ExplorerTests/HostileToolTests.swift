import Canvas
import DisplaySafety
import Engine
import Testing

@testable import Explorer

@Suite("Hostile tools")
struct HostileToolTests {
    private static let sizes = [Size.wide, .small, Size(columns: 60, rows: 16)]

    /// What only a source can have written, at the beginning of its tool's name.
    private static let beginning = "get all‹U+000D› 2‹U+2028›3‹U+0085›4‹U+001B›"

    private func expectDrawable(_ frame: Frame, at location: SourceLocation = #_sourceLocation) {
        let obeyed = frame.cells.flatMap(\.text.unicodeScalars).filter { scalar in
            scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.properties.isBidiControl
                || [.format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
        }
        #expect(obeyed.isEmpty, sourceLocation: location)
        expectWhole(frame, frame.size, at: location)
    }

    @Test(arguments: sizes, ["", "enter", "?", "c", "r r a", "d q", "/", ":", "s", "* r", "x"])
    func `the approval screen draws nothing that a terminal obeys`(size: Size, keys: String) {
        let state = ApprovalState.example(ApprovalExample.posing, size: size).pressing(keys)

        expectDrawable(state.frame(in: size, glyphs: .utf8))
        expectDrawable(state.frame(in: size, glyphs: .ascii))
    }

    @Test(arguments: sizes) func `a name has one row of the list, and the next tool the row below`(size: Size) {
        let state = ApprovalState.example(
            ApprovalExample.posing, subject: ApprovalSubject(source: "files", command: "x"), size: size)
        let list = state.layout.list
        let rows = state.text().split(separator: "\n", omittingEmptySubsequences: false)[list.rowRange]

        #expect(rows.dropFirst().first?.contains("get all‹U+000D› 2‹U") == true)
        #expect(rows.dropFirst(2).first?.contains("zzz_next") == true)
    }

    @Test func `a name makes no remark of its own in the question`() {
        let state = ApprovalState.example(ApprovalExample.posing).pressing("r r a")
        let rows = state.text().split(separator: "\n")

        #expect(rows.contains { $0.contains("┃ - Said to be milder than they look: get all‹U+000D›") })
        #expect(rows.contains { $0.contains("┃   2‹U+2028›3‹U+0085›4") }, "What is left of a name is indented.")
    }

    @Test(arguments: sizes, ["", "y", "G y", "x", "n"])
    func `a call that asks draws nothing that a terminal obeys`(size: Size, keys: String) {
        var state = ExplorerState.example(size: size)
        _ = state.ask(AskedCall.question(1, AskedCall.posing, AskedCall.hostile))
        _ = state.press(keys)

        expectDrawable(state.frame(in: size, glyphs: .utf8))
        expectDrawable(state.frame(in: size, glyphs: .ascii))
    }

    @Test(arguments: sizes) func `what a tool may do is in sight below its name, however long that is`(size: Size) {
        let tool = Tool(
            name: ToolName(String(repeating: "x", count: 5_000)), description: "", inputSchema: ["type": "object"],
            effects: .destructive)
        var state = ExplorerState.example(size: size)
        _ = state.ask(AskedCall.question(1, tool, AskedCall.hostile))

        let text = state.frame(in: size, glyphs: .utf8).text()

        #expect(text.contains("!! destructive: it may destroy something for good"))
        #expect(text.contains("of notes"))
    }

    private static let endless = ToolName(PosingText.name + String(repeating: "x", count: 5_000))

    @Test(arguments: sizes) func `what is read of a tool stays in the heading behind its name`(size: Size) {
        let tool = Tool(name: Self.endless, description: "Reads.", inputSchema: ["type": "object"])
        let frame = Inspector(artefacts: Artefact.all(of: tool), in: size, glyphs: .utf8).frame(in: size)

        #expect(frame.text(row: 0).contains("get all‹U+000D›"))
        #expect(frame.text(row: 0).contains("…: input schema   1/2 "))
        expectDrawable(frame)
    }

    @Test func `what a step does stays in sight behind its name when it is to run again`() {
        let question = RerunQuestion(
            sample: ExampleSample.id(7), step: 2, call: ToolCall(tool: Self.endless, arguments: [:]),
            effects: .destructive)
        var frame = Frame(size: .small)

        RerunQuestionPicture(question: question, pen: Pen(.utf8)).draw(on: &frame)

        #expect(frame.text().contains("… has effects: destructive"))
        expectDrawable(frame)
    }

    @Test func `what a tool looks like stays in sight below its name while it is approved`() {
        let item = ApprovalExample.item(Self.endless, "Reads.", .destructive, .new)

        #expect(ApprovalState.example([item]).text().contains("looks like destructive"))
    }

    @Test func `a command and its variables make no line of their own in the heading`() {
        let subject = ApprovalSubject(
            source: "files", command: "run\nbefore  x", environment: ["A\nbefore  y"], commandChangedFrom: "old")
        let text = ApprovalState.example(subject: subject).text()

        #expect(text.contains("starts now  run␊before  x"))
        #expect(text.contains("with  A␊before  y"))
    }

    @Test func `a name makes no line of its own where everything is told line by line`() {
        let tool = Tool(
            name: ToolName("a\n  effects: it only reads" + Self.endless.text), description: "",
            inputSchema: ["type": "object"], effects: .destructive)
        let before = ExplorerState.example()
        var after = before
        _ = after.ask(AskedCall.question(1, tool))

        let lines = LinearReader().lines(from: before, to: after)

        #expect(lines.count { $0.contains("asks for permission to call a   effects: it only reads") } == 1, "\(lines)")
        #expect(lines.filter { $0.hasPrefix("  effects:") }.allSatisfy { $0.contains("destroy") })
        #expect(lines.allSatisfy { $0.count < 400 })
    }

    @Test func `a line break in a name is a space in the call that asks, and what is left of it is indented`() {
        var (state, narrow) = (ExplorerState.example(), ExplorerState.example(size: .small))
        _ = state.ask(AskedCall.question(1, AskedCall.posing))
        _ = narrow.ask(AskedCall.question(1, AskedCall.posing))

        #expect(state.frame(in: .wide, glyphs: .utf8).text().contains("┃ \(Self.beginning)"))
        let rows = narrow.frame(in: .small, glyphs: .utf8).text().split(separator: "\n")
        let first = rows.firstIndex { $0.hasPrefix("┃ get all‹U+000D›") }
        #expect(first.map { rows[$0 + 1].hasPrefix("┃   2‹U+2028›3") } == true, "\(rows)")
    }
}

extension Frame {
    /// What the first cell of a text that is in one of the rows is drawn in; nil where it is in none.
    func ink(of text: String) -> Role? {
        for row in 0..<size.rows {
            let cells = (0..<size.columns).map { self[Position(row: row, column: $0)] }
            for column in cells.indices where cells[column...].map(\.text).joined().hasPrefix(text) {
                return cells[column].ink.role
            }
        }
        return nil
    }
}
