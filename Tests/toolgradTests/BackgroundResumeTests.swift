import DatasetStore
import Engine
import Explorer
import Foundation
import Review
import TestSupport
import Testing

@testable import toolgrad

@Suite("A run in the background", .timeLimit(.minutes(3)))
struct BackgroundResumeTests {
    private func background(
        _ program: Program, running path: String = Program.path, _ tools: [String] = [], baseURL: String? = nil
    ) throws -> BackgroundResume {
        BackgroundResume(
            program: path, environment: program.environment, baseURL: baseURL, tools: try ToolOptions.parse(tools))
    }

    /// A run that grows in this process, and what stands behind its explorer.
    private func bench(
        _ program: Program, in dataset: Dataset, growing count: Int, _ background: BackgroundResume?
    ) async throws -> (desk: EffectDesk, inbox: Inbox, growth: toolgrad.Growth) {
        let inbox = Inbox()
        let surroundings = Surroundings.read(program.environment)
        let tools = try await SessionTools(try ToolOptions.parse([]), memory: dataset, surroundings)
        let growth = try await toolgrad.Growth.begin(
            Plan.demo(seed: 5), with: tools.live, count: count, concurrency: 2, in: dataset)
        await growth.control.hold(growth.samples[0])
        let folders = ThemeFolders(option: nil, settings: program.folder.path)
        let desk = EffectDesk(
            dataset: dataset, terminal: nil, inbox: inbox, surroundings: surroundings,
            growing: GrowingRun(growth, pacer: nil, inbox: inbox), tools: tools,
            look: Look.begin("dark", in: folders, glyphs: .utf8).look, mayCopy: false, requiresRerun: false,
            undoDepth: 0, background: background)
        while await !growth.control.isWaiting(growth.samples[0]) { try await Task.sleep(for: .milliseconds(2)) }
        return (desk, inbox, growth)
    }

    /// What leaving for the background comes to: the end of the session, or why it stays.
    private func outcome(in inbox: Inbox) async throws -> (ending: BackgroundRun?, refusal: String?) {
        while true {
            for arrival in inbox.takeAll() {
                switch arrival {
                case .end(.leftGrowing(let run)): return (run, nil)
                case .event(.stayed(let text)): return (nil, text)
                case .event, .input, .end: continue
                }
            }
            try await Task.sleep(for: .milliseconds(2))
        }
    }

    @Test func `is called with what the run was begun with`() throws {
        let program = try Program()
        defer { program.clean() }
        let words = [
            "--mcp-config=a.json", "--mcp-config=b c.json", "--server=x", "--toolbench=tools",
            "--toolbench-url=http://127.0.0.1:8080/virtual", "--sandbox=auto", "--call-seconds=7",
            "--calls-per-sample=9", "--demo-tools",
        ]
        let run = RunID(ContentHash(of: "a run"))

        let all = try background(program, words, baseURL: "http://127.0.0.1:8080/v1")
            .words(for: run, of: "-odd.toolgrad", concurrency: 3, muting: ["city_lookup"])
        let resume = try #require(try ResumeCommand.parseAsRoot(Array(all.dropFirst())) as? ResumeCommand)

        #expect(all.first == "resume")
        #expect(resume.run == run.hash.hex)
        #expect(resume.source.dataset == "-odd.toolgrad")
        #expect(resume.concurrency == 3)
        #expect(resume.mute == ["city_lookup"])
        #expect(resume.baseURL == "http://127.0.0.1:8080/v1")
        #expect(resume.tools.words == words)
    }

    @Test func `says which process it is, where its words are, and how it is stopped`() {
        #expect(
            BackgroundRun.goesOn(process: 4711, log: "/d/a.toolgrad.log", dataset: "a.toolgrad").line
                == "The run goes on in the background: process 4711, log /d/a.toolgrad.log   "
                + "look: toolgrad review a.toolgrad   stop: kill 4711")
        #expect(
            BackgroundRun.over(log: "/d/a.toolgrad.log", dataset: "a.toolgrad").line
                == "The run has ended, log /d/a.toolgrad.log   look: toolgrad review a.toolgrad")
    }

    @Test func `goes on with held samples too, to the same end as without a pause`() async throws {
        let program = try Program()
        defer { program.clean() }
        let dataset = try Dataset.open(at: program.file("a.toolgrad"), mode: .readWrite)
        let (desk, inbox, growth) = try await bench(program, in: dataset, growing: 6, try background(program))

        await desk.carryOut([.hold(growth.samples[0]), .quit(.intoBackground)])
        let left = try await outcome(in: inbox)
        _ = try #require(left.ending, "\(left.refusal ?? "")")
        while try await dataset.finishedIndices(of: growth.generator.run).count < 6 {
            try await Task.sleep(for: .milliseconds(20))
        }

        let plain = try Dataset.open(at: program.file("b.toolgrad"), mode: .readWrite)
        let again = try await toolgrad.Growth.begin(
            Plan.demo(seed: 5), with: try await .demo(), count: 6, concurrency: 2, in: plain)
        try await again.grow(recording: plain)
        for sample in growth.samples {
            let (one, other) = (try await dataset.events(of: sample), try await plain.events(of: sample))
            #expect(one.map(\.event).inCanonicalOrder == other.map(\.event).inCanonicalOrder)
        }
    }

    @Test func `that gives up at once leaves the explorer where it is, with the reason`() async throws {
        let program = try Program()
        defer { program.clean() }
        let script = program.file("fails")
        try Data("#!/bin/sh\necho There is no key. >&2\nexit 1\n".utf8).write(to: URL(fileURLWithPath: script))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
        let dataset = try Dataset.open(at: program.file("a.toolgrad"), mode: .readWrite)
        let failing = try background(program, running: script)
        let (desk, inbox, growth) = try await bench(program, in: dataset, growing: 2, failing)

        await desk.carryOut([.quit(.intoBackground)])
        let left = try await outcome(in: inbox)

        #expect(left.ending == nil)
        #expect(
            left.refusal
                == "The run cannot go on in the background: It exited with 1. There is no key. It is stopped, and nothing "
                + "is lost; go on with: toolgrad resume \(growth.generator.run) --dataset \(dataset.path)")
        let lock = try dataset.lockRun(growth.generator.run)
        lock.release()
    }

    @Test func `quotes only what this attempt said, and as much of it as a line has`() async throws {
        let program = try Program()
        defer { program.clean() }
        let path = program.file("a.log")
        let none = RunLog(at: path)
        #expect(none.lastLine == nil)
        try Data("Stopped by a signal.\n".utf8).write(to: URL(fileURLWithPath: path))
        let log = RunLog(at: path)
        #expect(none.lastLine == "Stopped by a signal.")
        #expect(log.lastLine == nil)

        let file = try #require(FileHandle(forWritingAtPath: path))
        try file.seekToEnd()
        try file.write(contentsOf: Data((String(repeating: "x", count: 50_000) + "\nThere is no key.\n \n").utf8))
        try file.close()

        #expect(log.lastLine == "There is no key.")
    }

    @Test func `that says nothing has an older attempt's log, and is not said to have spoken`() async throws {
        let program = try Program()
        defer { program.clean() }
        let script = program.file("fails")
        try Data("#!/bin/sh\nexit 1\n".utf8).write(to: URL(fileURLWithPath: script))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
        let dataset = try Dataset.open(at: program.file("a.toolgrad"), mode: .readWrite)
        let log = dataset.path + ".log"
        try Data("The disk is full.\n".utf8).write(to: URL(fileURLWithPath: log))
        let failing = try background(program, running: script)
        let (desk, inbox, _) = try await bench(program, in: dataset, growing: 2, failing)

        await desk.carryOut([.quit(.intoBackground)])
        let left = try await outcome(in: inbox)

        #expect(left.refusal?.contains("It exited with 1. See \(log).") == true, "\(left.refusal ?? "")")
    }

    @Test func `that cannot even be started is told the same way`() async throws {
        let program = try Program()
        defer { program.clean() }
        let dataset = try Dataset.open(at: program.file("a.toolgrad"), mode: .readWrite)
        let missing = try background(program, running: program.file("missing"))
        let (desk, inbox, _) = try await bench(program, in: dataset, growing: 2, missing)

        await desk.carryOut([.quit(.intoBackground)])
        let left = try await outcome(in: inbox)

        #expect(
            left.refusal?.hasPrefix(
                "The run cannot go on in the background: \(program.file("missing")) cannot be started: ") == true)
    }

    @Test func `leaves a muted tool out, and refuses one that the run does not have`() async throws {
        let program = try Program()
        defer { program.clean() }
        let file = program.file("a.toolgrad")
        let stopped = try await program.run(
            "generate", "--count", "3", "--seed", "5", "--max-calls", "1", "--dataset", file)

        let unknown = try await program.run("resume", "--dataset", file, "--mute", "no_such")

        #expect(stopped.status == 3)
        #expect(unknown.status == 1)
        #expect(unknown.errors.contains("The run has no tool no_such."))
    }
}
