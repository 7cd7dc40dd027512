import Engine
import Review
import Testing

@Suite("A run for tools with too few uses")
struct ProposedRunTests {
    private func gaps(_ uses: [(String, Int)]) -> [ToolGap] {
        uses.map { ToolGap(tool: ToolName($0), uses: $1) }
    }

    @Test func `is a command that names them and counts what is missing`() throws {
        let run = try #require(ProposedRun(for: gaps([("book_find", 0), ("fx.rate", 2)]), dataset: "trips.toolgrad"))

        #expect(run.count == 4 && run.others == 0)
        #expect(
            run.command == "toolgrad generate --dataset trips.toolgrad --count 4 --sampling coverage "
                + "--guidance 'use book_find, fx.rate'")
    }

    @Test func `quotes what a shell would take apart`() throws {
        let run = try #require(ProposedRun(for: gaps([("it's;rm", 0)]), dataset: "my trips/$HOME.toolgrad"))

        #expect(run.command.contains("--dataset 'my trips/$HOME.toolgrad' "))
        #expect(run.command.hasSuffix(#"--guidance 'use it'\''s;rm'"#))
    }

    @Test func `takes as many tools as its notes can hold, and says how many are left`() throws {
        let names = (0..<60).map { "\($0)" + String(repeating: "x", count: 70) }
        let run = try #require(ProposedRun(for: gaps(names.map { ($0, 0) }), dataset: "a"))

        let notes = run.command.split(separator: "--guidance ").dropFirst().map { $0.filter { $0 != "'" } }
        #expect(run.tools.count == ProposedRun.mostTools && run.others == 36 && run.count == 72)
        #expect(notes.count <= Guidance.mostNotes)
        #expect(notes.allSatisfy { $0.count <= Guidance.longestNote + 1 })
        #expect(run.tools.map(\.text).allSatisfy { run.command.contains($0) })
    }

    @Test(arguments: ["two words", "new\nline", "\u{1B}[31m", "a,b", String(repeating: "x", count: 73)])
    func `leaves out a name that no note can have`(name: String) {
        #expect(ProposedRun(for: gaps([(name, 0)]), dataset: "a") == nil)
        #expect(ProposedRun(for: gaps([(name, 0), ("fine", 0)]), dataset: "a")?.others == 1)
    }

    @Test func `is not proposed without a gap`() {
        #expect(ProposedRun(for: [], dataset: "a") == nil)
    }
}
