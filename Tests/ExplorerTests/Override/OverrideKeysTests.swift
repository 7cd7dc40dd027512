import Canvas
import Engine
import Testing

@testable import Explorer

@Suite("The keys of the sheet that steers")
struct OverrideKeysTests {
    private func text(of state: ExplorerState, _ size: Size = .wide) -> String {
        state.frame(in: size, glyphs: .utf8).text()
    }

    @Test func `space on a call chooses its proposal, and stays there`() {
        var state = ExplorerState.reviewing()

        let effects = state.press("b j j j j space")

        #expect(effects.isEmpty)
        #expect(state.sheet?.choice == .proposal(Proposal.ID(2)))
        #expect(state.sheet?.row == .call(Proposal.ID(2), 0) && state.sheet?.mode == .choosing)
    }

    @Test func `space on a call of a failed proposal says why it cannot be chosen`() {
        var state = ExplorerState.reviewing()

        _ = state.press("[ [ b 3 j space")

        #expect(state.sheet?.choice == nil && state.sheet?.row == .call(Proposal.ID(3), 0))
        #expect(state.sheet?.complaint == "It failed and cannot be chosen: title is missing")
    }

    @Test func `enter on a call writes its arguments`() {
        var state = ExplorerState.reviewing()

        _ = state.press("b j j j j enter")

        #expect(state.sheet?.takesText == true && state.sheet?.choice == nil)
        #expect(text(of: state).contains("Arguments of call 1, proposal 2, iteration 5 of s-00001"))
    }

    @Test(arguments: [
        ("b", "space choose  "), ("b j j", "space choose 1  enter write  "), ("b tab tab", "space leave out  "),
        ("b tab tab space", "space take back  "), ("b tab tab tab", "enter write  "), ("b G", "enter do it  "),
    ]) func `the row below tells what is done with the row under the cursor`(script: String, keys: String) {
        var state = ExplorerState.reviewing()

        _ = state.press(script)

        #expect(text(of: state).contains("┃ " + keys), "\(text(of: state))")
    }

    @Test(arguments: ["?", "f1"]) func `help lists them, and any other key goes back and does nothing`(key: String) {
        var state = ExplorerState.reviewing(size: .small)
        _ = state.press("b \(key)")
        let shown = text(of: state, .small)

        let effects = state.press("2")

        for (keys, help) in OverrideKeys.rows {
            #expect(shown.contains(keys) && shown.contains(help), "\(keys)")
        }
        #expect(effects.isEmpty && state.sheet?.mode == .choosing && state.sheet?.choice == nil)
    }

    @Test func `on a small screen they are scrolled to the last and no further`() {
        let size = Size(columns: 60, rows: 16)
        var state = ExplorerState.reviewing(size: size)
        _ = state.press("b ?")
        let first = text(of: state, size)

        _ = state.press(Array(repeating: "j", count: 40).joined(separator: " "))
        let last = text(of: state, size)
        _ = state.press("k")

        #expect(first.contains("next, previous row") && !first.contains("esc  q"))
        #expect(last.contains("esc  q") && !last.contains("next, previous row"))
        #expect(text(of: state, size) != last, "One key up is one row up.")
    }

    @Test func `what was written says what it will replace, and when`() {
        var state = ExplorerState.reviewing()
        _ = state.press("b 2 i")
        _ = state.type(" Now.")
        _ = state.press("ctrl-s j e alt-<" + String(repeating: " ctrl-k", count: 8))
        _ = state.update(.key(.paste("{\"title\": \"Botchan\"}")))
        _ = state.press("ctrl-s")
        let written = text(of: state)

        _ = state.press("x")

        #expect(written.contains("will replace \"Find a book.\" once ctrl-s is pressed"), "\(written)")
        #expect(written.contains("will replace {\"title\":\"Sanshiro\"} once ctrl-s is pressed"), "\(written)")
        #expect(!text(of: state).contains("will replace"))
    }

    @Test func `what waits already is no more said to need a key`() {
        var state = ExplorerState.selecting(2)
        let proposal = state.open?.state.iterations.last?.proposals?.all.last
        let written = proposal.map {
            Proposal(id: $0.id, instruction: "Another one.", tools: $0.tools, calls: $0.calls)
        }
        let waiting = WaitingSteering(Steering(proposals: [written].compactMap(\.self)), at: .proposing)
        let events = SteeringExamples.events(untilSelectionOf: 2)
        _ = state.update(.waiting(ExampleSample.id(), WaitingSteerings([waiting], after: events)))

        _ = state.press("b")

        let rows = state.sheet.flatMap { sheet in
            state.subject(of: sheet).map { subject in
                OverrideRows(sheet: sheet, subject: subject, width: 400, pen: Pen(.utf8)).rows().map(
                    \.row.left.text.plain)
            }
        }
        let replaced = (rows ?? []).filter { $0.contains("will replace") }
        #expect(replaced.count == 1 && replaced.allSatisfy { $0.hasSuffix(", as asked for already") }, "\(rows ?? [])")
    }
}
