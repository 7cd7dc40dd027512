import DatasetStore
import Foundation
import Testing

@testable import toolgrad

@Suite(
    "A watched run that is left to the background", .serialized, .timeLimit(.minutes(5)),
    .enabled(if: Tmux.isThere, "tmux is not installed"))
struct BackgroundSmokeTests {
    @Test func `gives the terminal back and grows on, until it is stopped; then it can be resumed`() async throws {
        let sitting = try await Sitting(samples: 1)
        defer { sitting.close() }
        let file = sitting.program.file("w.toolgrad")

        // So many that it still grows when it is stopped, and few enough to be grown to the end. A
        // single number may be gone before the screen is looked at.
        try await sitting.start(
            "generate --watch --count 120 --seed 3 --concurrency 2 --dataset \(file)", until: "grown 1",
            or: "grown 2")
        try await sitting.press("q", shows: "b    go on in the background")
        // A question is deaf to keys for a moment.
        try await Task.sleep(for: .milliseconds(500))
        try sitting.tmux.press("b")
        let screen = try await sitting.tmux.until("The run goes on in the background: process", "ended 0")
        let process = try #require(screen.firstMatch(of: /process (\d+), log/).flatMap { Int32($0.1) })
        try await sitting.expectTerminalIsAsBefore()

        let dataset = try Dataset.open(at: file, mode: .readOnly)
        let run = try #require(try await dataset.runs().first?.id)
        let early = try await dataset.finishedIndices(of: run).count
        while try await dataset.finishedIndices(of: run).count == early {
            try #require(dataset.isGrowing(run), "It ended with \(early) samples.")
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(lives(process))
        #expect(getsid(process) == process)

        kill(process, SIGTERM)
        while dataset.isGrowing(run) || lives(process) { try await Task.sleep(for: .milliseconds(20)) }
        let log = try String(contentsOfFile: file + ".log", encoding: .utf8)
        #expect(log.contains("of them there already, planner: offline"))
        #expect(log.contains("Stopped by a signal; nothing is lost."))
        let resumed = try await sitting.program.run("resume", "--dataset", file)
        #expect(resumed.status == 0, "\(resumed.errors)")
        #expect(try await dataset.finishedIndices(of: run).count == 120)
    }

    /// One that has ended is there until its new parent asks for its end, which some first processes never do.
    private func lives(_ process: Int32) -> Bool {
        guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return false }
        return stat.split(separator: ")").last?.split(separator: " ").first.map { $0 != "Z" } ?? false
    }
}
