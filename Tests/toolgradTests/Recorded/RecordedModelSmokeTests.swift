import Foundation
import Testing

/// A small real model without training in conversation plans, as it was recorded from a llama.cpp server: it is weak,
/// and what counts is that a curator steers it.
///
/// The tape has every answer to a question of this flow, by the hash of the request without its wish for a stream. A change
/// of what stages ask needs another one: a proxy in front of `.ci/serve-model.py` that keeps hash and reply records it.
@Suite(
    "A run of a recorded model that is steered", .serialized, .timeLimit(.minutes(3)),
    .enabled(if: Tmux.isThere, "tmux is not installed"))
struct RecordedModelSmokeTests {
    @Test func `a choice, a note, a branch and a preference reach the model, and are there after kill -9`() async throws
    {
        let sitting = try await Sitting(samples: 1)
        defer { sitting.close() }
        let (model, tools) = (try await Recording.server(), try await AtlasServer.start())
        try sitting.program.write(Recording.settings(for: model), to: "toolgrad/config.toml")
        let file = sitting.program.file("watched.toolgrad")
        let run = Recording.options(tools) + ["--dataset", file]

        try await model.answering {
            try await sitting.start(
                "generate --watch --paused --concurrency 4 \(run.joined(separator: " "))", until: "PAUSED at 0 of 20")
            try await sitting.steerTheThirdIteration()
            try await sitting.branchTheSecondSample()
            kill(try sitting.pid, SIGKILL)
            try await sitting.tmux.until("ended 137")
            try sitting.tmux.type("reset; clear")
            try await sitting.start("review \(file)", until: "2.b1")
        }
        await model.stop()

        let told = model.asked.filter { $0.contains("more about the moon") }
        let steered = try await sitting.program.run("show", "s-1", "--dataset", file)
        let branch = try await sitting.program.run("show", "s-2.b1", "--dataset", file)
        let journal = try await sitting.program.run("journal", "--dataset", file)
        let replay = try await sitting.program.run(
            "generate", "--replay", file, "--dataset", sitting.program.file("again.toolgrad"))
        #expect(told.contains { $0.contains(#""name":"proposals""#) })
        #expect(steered.output.contains("The curator chose proposal 2."))
        #expect(steered.output.contains("more about the moon"))
        #expect(branch.output.contains("The curator declined."))
        #expect(journal.output.contains("s-00002.b1  prefer  over s-00002"))
        #expect(replay.output.contains("21 samples grown again from the record, the same in all of"), "\(replay)")
    }
}

/// What is recorded.
private enum Recording {
    private static var file: String { Fixture.path("atlas.tape.jsonl") }

    static func server() async throws -> TapeServer {
        let tape = try ModelTape(parsing: String(contentsOfFile: file, encoding: .utf8))
        return try await TapeServer.start(tape)
    }

    /// The weak model is asked in the way that was recorded, one question at a time.
    static func settings(for model: TapeServer) -> String {
        """
        [endpoints.recorded]
        base_url = "\(model.baseURL)"
        structured = "schema"
        tools = "json"
        max_concurrency = 1
        """
    }

    /// Short prompts with examples, and few tools: the model has 270 million parameters.
    static func options(_ tools: AtlasServer) -> [String] {
        [
            "--count", "20", "--iterations", "4", "--batch", "3", "--gradient-memory", "1",
            "--model", "recorded/gemma-3-270m", "--answer-tokens", "220", "--temperature", "0.7",
            "--prompts", Fixture.path("prompts"), "--toolbench", AtlasServer.library, "--toolbench-url", tools.address,
        ]
    }
}

extension Program {
    fileprivate func write(_ text: String, to name: String) throws {
        let file = URL(filePath: self.file(name))
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
}
