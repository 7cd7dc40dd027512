import Canvas
import Engine
import Foundation
import Review
import Testing

@testable import Explorer

@Suite("A hostile sample")
struct HostileSampleTests {
    private static let poison = "\u{1B}[2J\u{1B}]0;x\u{7}\u{202E}live\u{202C}\r\u{8}\u{9B}31m\u{200B}\u{E0041}%s\u{0}"

    @Test(arguments: [Size.wide, .medium, .small, Size(columns: 60, rows: 16)])
    func `draws no control character and keeps its borders`(size: Size) {
        var state = hostile(size)

        for script in ["", "j", "tab", "tab", "enter", "esc", "v", "esc", "r", "n", "esc", "esc", "g q", "tab z"] {
            _ = state.press(script)
            expectSafe(state.frame(in: size, glyphs: .utf8), size)
            expectSafe(state.frame(in: size, glyphs: .ascii), size)
        }
    }

    @Test func `shows what was hidden`() {
        let picture = hostile(.wide).frame(in: .wide, glyphs: .utf8).text()

        #expect(picture.contains("‹U+202E›"))
        #expect(picture.contains("‹U+001B›"))
    }

    @Test func `a line of a megabyte is cut and can be read`() {
        let long = String(repeating: "x", count: 1_000_000)
        var state = ExplorerState.empty()
        _ = state.update(.queueLoaded(.example([.example(1, query: long)])))
        state.load(ExampleSample.reviewed(events(text: long, output: Data(long.utf8))))

        expectSafe(state.frame(in: .wide, glyphs: .utf8), .wide)
        _ = state.press("j v G")

        let frame = state.frame(in: .wide, glyphs: .utf8)
        expectSafe(frame, .wide)
        #expect(frame.text().contains("1000000 bytes"))
    }

    private func hostile(_ size: Size) -> ExplorerState {
        var state = ExplorerState.empty(size: size)
        _ = state.update(.queueLoaded(.example([.example(1, query: Self.poison)])))
        let bytes = Data(Self.poison.utf8) + Data([0xFF, 0xC0, 0x9B])
        state.load(ExampleSample.reviewed(events(text: Self.poison, output: bytes)))
        _ = state.update(.failed(Self.poison))
        return state
    }

    /// A sample of which every text that a tool or a model writes is the given one.
    private func events(text: String, output: Data) -> [RunEvent] {
        let call = ToolCall(tool: ToolName(text), arguments: .object([text: .string(text)]))
        let proposal = Proposal(id: Proposal.ID(1), instruction: text, tools: [ToolName(text)])
        let attempt = Trial.Attempt(call: call, result: ToolResult(.returned(RecordedOutput(output)), origin: .live))
        let step = Step(
            number: 1, call: call, output: RecordedOutput(output), origin: .live, iteration: 1, proposal: proposal.id)
        let growth = Growth(chain: Chain.ID(1), opensChain: true, steps: [step])
        let draft = Synthesis(query: text, response: text)
        return [
            .began(planner: text, plan: .demo(seed: 1)), .iterationBegan(1),
            .steered(Steering(note: text), at: .proposing), .sampled([ToolName(text)]),
            .proposed(Proposals(reason: text, all: [proposal])), .attempted(proposal.id, attempt),
            .tried(proposal.id, .succeeded(report: text)),
            .selected(.chosen(proposal.id, place: .newChain, reason: text)), .iterationEnded(1, .grew(growth)),
            .drafted(draft), .finished(.completed(draft)),
        ]
    }

    private func expectSafe(_ frame: Frame, _ size: Size, at location: SourceLocation = #_sourceLocation) {
        let bad = frame.text().unicodeScalars.first { scalar in
            scalar != "\n"
                && (scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
                    || scalar.properties.generalCategory == .format)
        }
        #expect(bad == nil, sourceLocation: location)
        expectWhole(frame, size, at: location)
    }
}

/// Expects that every row is as wide as the screen and the cursor is on it.
func expectWhole(_ frame: Frame, _ size: Size, at location: SourceLocation = #_sourceLocation) {
    #expect(frame.size == size, sourceLocation: location)
    var widths = Array(repeating: 0, count: max(1, size.rows))
    for (place, cell) in frame.cells.enumerated() { widths[place / size.columns] += cell.width }
    #expect(widths.allSatisfy { $0 == size.columns || frame.cells.isEmpty }, "\(size)", sourceLocation: location)
    if let cursor = frame.cursor { #expect(Rect(size).contains(cursor), sourceLocation: location) }
}
