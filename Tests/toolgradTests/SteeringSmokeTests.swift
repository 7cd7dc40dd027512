import FaultServer
import Foundation
import Testing

@Suite(
    "A run that is watched and steered", .serialized, .timeLimit(.minutes(3)),
    .enabled(if: Tmux.isThere, "tmux is not installed"))
struct SteeringSmokeTests {
    @Test func `a choice, a note, a branch and a preference are there after kill -9`() async throws {
        let sitting = try await Sitting(samples: 1)
        defer { sitting.close() }
        let file = sitting.program.file("watched.toolgrad")
        let run = "--count 20 --seed 3 --dataset \(file)"

        try await sitting.start("generate --watch --paused --concurrency 4 \(run)", until: "PAUSED at 0 of 20")
        try await sitting.steerTheThirdIteration()
        try await sitting.branchTheSecondSample()
        kill(try sitting.pid, SIGKILL)
        try await sitting.tmux.until("ended 137")
        try sitting.tmux.type("reset; clear")
        try await sitting.start("review \(file)", until: "2.b1")

        let steered = try await sitting.program.run("show", "s-1", "--dataset", file)
        let plain = sitting.program.file("plain.toolgrad")
        _ = try await sitting.program.run("generate", "--count", "1", "--seed", "3", "--dataset", plain)
        let unsteered = try await sitting.program.run("show", "s-1", "--dataset", plain)
        #expect(steered.output.contains("The curator chose proposal 2."))
        #expect(steered.output.contains("more about the moon"))
        #expect(!unsteered.output.contains("curator"))
        let branch = try await sitting.program.run("show", "s-2.b1", "--dataset", file)
        #expect(branch.output.contains("The curator declined."))
        let journal = try await sitting.program.run("journal", "--dataset", file)
        #expect(journal.output.contains("s-00002.b1  prefer  over s-00002"))
    }

    @Test func `a model that proposes next is told the note, and the steered run replays from its record`() async throws
    {
        let sitting = try await Sitting(samples: 1)
        defer { sitting.close() }
        let server = try await FaultServer.start { Behaviour.goodAnswer(to: $0) }
        let file = sitting.program.file("watched.toolgrad")
        let run = "--count 20 --iterations 3 --batch 1000 --model good --base-url \(server.baseURL) --dataset \(file)"

        try await sitting.start("generate --watch --paused --concurrency 4 \(run)", until: "PAUSED at 0 of 20")
        try sitting.tmux.press("H", "S")
        try await sitting.tmux.until("grown 19/20", "HELD")
        try await sitting.step(to: 1)
        let before = server.requests.count { $0.bodyText.contains("more about the moon") }
        try await sitting.press("b", shows: "Decision of iteration 1")
        try await sitting.press("d", shows: "(*) d")
        try sitting.note("more about the moon")
        try await sitting.press("C-s", shows: "(*) d", "more about the moon")
        try await sitting.press("C-s", shows: "your word counts")
        try await sitting.press("H", shows: "run ended")
        kill(try sitting.pid, SIGKILL)
        let told = server.requests.count { $0.bodyText.contains("more about the moon") }
        await server.stop()

        let replay = try await sitting.program.run(
            "generate", "--replay", file, "--dataset", sitting.program.file("again.toolgrad"))
        let steered = try await sitting.program.run("show", "s-1", "--it", "1", "--dataset", file)
        #expect(before == 0)
        #expect(told >= 2)
        #expect(steered.output.contains("The curator declined."))
        #expect(replay.output.contains("20 samples grown again from the record, the same in all of"), "\(replay)")
    }
}
