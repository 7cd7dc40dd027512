import Canvas
import DatasetStore
import Engine
import Explorer
import Foundation
import Review
import TestSupport
import Testing

@testable import toolgrad

@Suite("A tool whose result is hostile")
struct HostileToolTests {
    /// Escape sequences, bidi controls, lone carriage returns, invalid UTF-8, and a megabyte of one line.
    private static let bytes: Data = {
        var bytes = Data("\u{1B}[2J\u{1B}]0;owned\u{7}\u{202E}evil\u{2066}\rover\u{9B}31m\u{200B}".utf8)
        bytes += [0xFF, 0xC0, 0x00, 0x0D]
        bytes += Data(repeating: UInt8(ascii: "A"), count: 1_000_000)
        return bytes
    }()

    private func grow(into dataset: Dataset) async throws -> ReviewedSample {
        let tool = Tool.named("city\u{1B}[31m", takes: "name")
        let source = InlineToolSource([tool]) { _ in .returned(RecordedOutput(Self.bytes)) }
        let script = ScriptedStages(
            proposer: [.success(Proposals(.calling(1, (tool.name, ["name": "Os\u{202E}lo"]))))],
            selector: [.success(.chosen(Proposal.ID(1), place: .newChain, reason: "go\u{1B}od"))],
            synthesizer: [.success(Synthesis(query: "Where\u{202E} is\r Oslo?", response: "There\u{9B}2J."))])
        let generator = try await Generator.testing(script.stages, on: source, ledger: dataset)
        try await dataset.beginRun(
            generator.run, plan: generator.plan, planner: "scripted", library: generator.library.tools, requested: 1,
            at: Timestamp(microseconds: 0))
        try await Run(generator, control: RunControl(), recorder: dataset).grow(1...1)
        return try await dataset.reviewedSample(generator.firstSample)
    }

    /// Characters that must never reach a screen.
    private func controls(in text: String) -> [String] {
        text.unicodeScalars.filter { scalar in
            scalar != "\n"
                && (scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format)
        }.map { String($0.value, radix: 16) }
    }

    @Test func `its bytes are stored exactly, and everything that is shown of it is safe`() async throws {
        let program = try Program()
        defer { program.clean() }
        let dataset = try Dataset.open(at: program.file("a.toolgrad"), mode: .readWrite)
        let sample = try await grow(into: dataset)

        #expect(sample.workflow.steps.map(\.output.bytes) == [Self.bytes])
        #expect(controls(in: SampleReport(sample: sample, label: "s-00001").text).isEmpty)
        for size in [Size(columns: 120, rows: 36), Size(columns: 80, rows: 24)] {
            for keys in [[], [Key.enter], [.character("v")], [.tab, .enter], [.tab, .tab, .character("v")]] {
                #expect(controls(in: picture(of: sample, in: size, after: keys)).isEmpty, "\(size) \(keys)")
            }
        }
    }

    private func picture(of sample: ReviewedSample, in size: Size, after keys: [Key]) -> String {
        var state = ExplorerState(dataset: "a\u{1B}[1m", reviewer: "z\u{202E}h", planner: "scripted", size: size)
        let row = QueueRow(id: sample.id, number: 1, query: sample.query ?? "")
        _ = state.update(.queueLoaded(QueuePage(rows: [row], total: 1, counts: [.pending: 1])))
        _ = state.update(.sampleLoaded(OpenSample(sample, decisions: [], lastEvent: 9)))
        for key in keys { _ = state.update(.key(key)) }
        return state.frame(in: size, glyphs: .utf8).text()
    }
}
