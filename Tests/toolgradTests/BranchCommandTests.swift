import DatasetStore
import DemoTools
import Engine
import Foundation
import OfflinePlanner
import Review
import Testing

@testable import toolgrad

@Suite("Growing a branch without the explorer", .timeLimit(.minutes(5)))
struct BranchCommandTests {
    /// A program with some grown samples.
    private func grown(_ count: Int = 2) async throws -> Program {
        let program = try Program()
        let ending = try await program.run(
            "generate", "--count", "\(count)", "--seed", "5", "--dataset", program.file("a.toolgrad"))
        #expect(ending.status == 0, "\(ending.errors)")
        return program
    }

    private func branch(_ program: Program, _ words: String...) async throws -> Program.Ending {
        try await program.run(["branch"] + words + ["--dataset", program.file("a.toolgrad")])
    }

    private func dataset(_ program: Program, _ mode: Dataset.Mode = .readOnly) throws -> Dataset {
        try Dataset.open(at: program.file("a.toolgrad"), mode: mode)
    }

    private func sample(_ label: String, _ program: Program) async throws -> ReviewedSample {
        try await dataset(program).sample(labelled: label)
    }

    /// An iteration with a proposal that succeeded and was not chosen, and that proposal.
    private func alternative(in sample: ReviewedSample) throws -> (iteration: Int, proposal: Proposal.ID) {
        let found = sample.state.iterations.lazy.compactMap { iteration -> (Int, Proposal.ID)? in
            guard let chosen = iteration.selection?.chosen else { return nil }
            return iteration.trials.first { $0.succeeded && $0.id != chosen }.map { (iteration.number, $0.id) }
        }
        return try #require(found.first)
    }

    @Test func `another proposal is chosen, and the sample itself stays as it was`() async throws {
        let program = try await grown()
        defer { program.clean() }
        let before = try await sample("s-00001", program)
        let (iteration, proposal) = try alternative(in: before)

        let ending = try await branch(
            program, "s-00001", "--at", "\(iteration)", "--choose", "\(proposal.number)")

        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.errors.contains("s-00001.b1 branches off s-00001."))
        #expect(ending.output.hasPrefix("s-00001.b1   "))
        #expect(ending.output.contains(", \(iteration - 1) shared"))
        let grown = try await sample("s-00001.b1", program).state
        #expect(try await sample("s-00001", program) == before)
        #expect(grown.iterations.prefix(iteration - 1) == before.state.iterations.prefix(iteration - 1))
        #expect(grown.iterations[iteration - 1].selection?.chosen == proposal)
        let trials = before.state.iterations[iteration - 1].trials
        let recorded = try #require(trials.first { $0.id == proposal }?.proposal)
        #expect(grown.iterations[iteration - 1].proposals?.all == [recorded])
        #expect(grown.parent == before.id)
        #expect(grown.branchedAt == iteration)
        #expect(grown.outcome != nil)
    }

    @Test func `what it takes is told before it grows, and what was decided just so is refused`() async throws {
        let program = try await grown()
        defer { program.clean() }
        let parent = try await sample("s-00001", program)
        let (iteration, proposal) = try alternative(in: parent)
        let chosen = try #require(parent.state.iterations[iteration - 1].selection?.chosen)
        let at = ["s-00001", "--at", "\(iteration)", "--choose"]

        let same = try await program.run(
            ["branch"] + at + ["\(chosen.number)", "--dataset", program.file("a.toolgrad")])
        let other = try await program.run(
            ["branch"] + at + ["\(proposal.number)", "--dataset", program.file("a.toolgrad")])

        #expect(same.status == 1)
        #expect(
            same.errors.contains(
                "That is what iteration \(iteration) did. Choose another proposal or another place, or add a note."))
        #expect(!same.errors.contains("may take"))
        #expect(other.status == 0, "\(other.errors)")
        #expect(other.errors.hasPrefix("The branch of s-00001 may take:\n  at most "), "\(other.errors)")
        #expect(other.errors.contains("  no model is asked: it costs nothing\n"), "\(other.errors)")
        #expect(other.errors.contains("  an iteration of the sample took tool calls "))
        #expect(!other.errors.contains("[y/N]"))
    }

    @Test func `a note is stored and read by the proposers from there on`() async throws {
        let program = try await grown()
        defer { program.clean() }
        let parent = try await sample("s-00001", program).state
        let tool = try #require(parent.workflow.steps.last?.call.tool)
        let iteration = try #require(parent.workflow.steps.last?.iteration)

        let ending = try await branch(
            program, "s-00001", "--at", "\(iteration)", "--note", "avoid \(tool)", "--json")

        #expect(ending.status == 0, "\(ending.errors)")
        let line = try JSON(parsing: ending.output)
        #expect(line["id"] == "s-00001.b1")
        #expect(line["parent"] == "s-00001")
        #expect(line["branchedAt"] == .number(JSON.Number(iteration)))
        let state = try await sample("s-00001.b1", program).state
        #expect(state.notes == ["avoid \(tool)"])
        let proposed = state.iterations.dropFirst(iteration - 1).flatMap { $0.proposals?.all ?? [] }
        #expect(!proposed.flatMap(\.tools).contains(tool))
        #expect(!proposed.isEmpty)
    }

    @Test func `a muted tool is in no batch of the branch`() async throws {
        let program = try await grown()
        defer { program.clean() }
        let parent = try await sample("s-00001", program).state
        let tool = try #require(parent.iterations.dropFirst().flatMap(\.pool).first)

        let ending = try await branch(program, "s-00001", "--at", "2", "--mute", tool.text)

        #expect(ending.status == 0, "\(ending.errors)")
        let pools = try await sample("s-00001.b1", program).state.iterations.dropFirst().map(\.pool)
        #expect(!pools.isEmpty)
        #expect(!pools.contains { $0.contains(tool) })
    }

    @Test func `a branch has branches of its own, and all of them are in the list`() async throws {
        let program = try await grown()
        defer { program.clean() }

        for parent in ["s-00001", "s-00001", "s-00001.b1"] {
            let ending = try await branch(program, parent, "--at", "1", "--note", "more of music")
            #expect(ending.status == 0, "\(ending.errors)")
        }

        let list = try await program.run("show", "--dataset", program.file("a.toolgrad")).output
        for label in ["s-00001.b1", "s-00001.b2", "s-00001.b1.b1", "s-00002"] {
            #expect(list.contains(label + " "), "\(list)")
        }
    }

    @Test(arguments: [
        (["s-00001", "--at", "99", "--decline"], "The sample has no iteration 99. It has iterations 1 to "),
        (["s-00001", "--at", "1", "--choose", "9"], "Iteration 1 has no proposal 9. It has 3."),
        (["s-00001", "--at", "1", "--note", "x", "--place", "c7"], "There is no chain c7 before iteration 1."),
        (["s-00001", "--at", "1", "--mute", "no_such_tool"], "The run has no tool no_such_tool."),
        (["s-00009", "--at", "1", "--decline"], "The dataset has no sample s-00009."),
    ])
    func `what cannot be is said, and nothing begins`(words: [String], sentence: String) async throws {
        let program = try await grown()
        defer { program.clean() }

        let ending = try await program.run(["branch"] + words + ["--dataset", program.file("a.toolgrad")])

        #expect(ending.status == 1)
        #expect(ending.errors.contains(sentence), "\(ending.errors)")
        #expect(try await dataset(program).sampleCount() == 2)
    }

    @Test(arguments: [
        ([], "Say what is to be different: --choose, --decline, --place, --note or --mute."),
        (["--choose", "1", "--decline"], "--choose and --decline exclude each other."),
        (["--place", "b2", "--choose", "1"], "--place is b2. Give new, or a chain such as c2."),
        (["--note", " "], "--note has 1 characters. Give words, at most 1000 characters."),
    ])
    func `words that make no sense are refused`(words: [String], sentence: String) async throws {
        let program = try Program()
        defer { program.clean() }

        let ending = try await program.run(["branch", "s-00001", "--at", "1"] + words)

        #expect(ending.status == 64)
        #expect(ending.errors.contains(sentence), "\(ending.errors)")
    }

    @Test func `a proposal that failed cannot be chosen, and why is told`() async throws {
        let program = try await grown(12)
        defer { program.clean() }
        var failed: (label: String, iteration: Int, trial: Trial)?
        for number in 1...12 where failed == nil {
            let label = SampleLabel(number: number).description
            for iteration in try await sample(label, program).state.iterations {
                guard let trial = iteration.trials.first(where: { !$0.succeeded }) else { continue }
                failed = (label, iteration.number, trial)
            }
        }
        let (label, iteration, trial) = try #require(failed)

        let ending = try await branch(
            program, label, "--at", "\(iteration)", "--choose", "\(trial.id.number)")

        #expect(ending.status == 1)
        #expect(
            ending.errors.contains("Proposal \(trial.id.number) of iteration \(iteration) did not succeed"),
            "\(ending.errors)")
    }

    @Test func `while another process grows the run, it is said who has it`() async throws {
        let program = try await grown()
        defer { program.clean() }
        let writer = try dataset(program, .readWrite)
        let run = try #require(try await writer.runs().first?.id)
        let lock = try writer.lockRun(run)
        defer { lock.release() }

        let ending = try await branch(program, "s-00001", "--at", "1", "--decline")

        #expect(ending.status == 1)
        #expect(ending.errors.contains("process \(ProcessInfo.processInfo.processIdentifier) on "), "\(ending.errors)")
        #expect(try await writer.sampleCount() == 2)
    }

    @Test func `a branch that was cut off goes on when its run is resumed`() async throws {
        let program = try await grown()
        defer { program.clean() }
        let whole = try await branch(program, "s-00001", "--at", "2", "--note", "more of music", "--json")
        let writer = try dataset(program, .readWrite)
        let parent = try await writer.sample(labelled: "s-00001")
        // As a process leaves it that is killed right after it began.
        let event = RunEvent.branch(
            from: parent.id, in: parent.state, at: 2, steering: Steering(note: "more of music"))
        let cut = try await writer.beginBranch(of: parent.id, with: event, at: Timestamp(microseconds: 0)).sample
        #expect(cut.branch == [2])

        let ending = try await program.run("resume", "--dataset", program.file("a.toolgrad"))

        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.output.contains("branches complete"), "\(ending.output)")
        let first = try await sample("s-00001.b1", program).state
        let second = try await sample("s-00001.b2", program).state
        #expect(second.outcome != nil)
        #expect(second == first)
        #expect(whole.status == 0)
    }

    @Test func `a replay grows branches again, and samples as they were steered`() async throws {
        let program = try Program()
        defer { program.clean() }
        let path = program.file("a.toolgrad")
        let record = try Dataset.open(at: path, mode: .readWrite)
        let growth = try await Growth.begin(
            Plan.demo(seed: 5), with: try await .demo(), count: 2, concurrency: 2, in: record)
        await growth.control.steer(growth.samples[0], with: Steering(note: "more of music"), at: .proposing)
        await growth.control.steer(growth.samples[1], with: Steering(choice: .decline), at: .selecting)
        try await growth.grow(recording: record)
        let branched = try await branch(program, "s-00001", "--at", "2", "--decline")
        #expect(branched.status == 0, "\(branched.errors)")

        let ending = try await program.run("generate", "--replay", path, "--dataset", program.file("b.toolgrad"))

        #expect(ending.status == 0, "\(ending.errors) \(ending.output)")
        #expect(ending.output.contains(": 3 samples grown again from the record, the same in all of "))
        let state = try await record.reviewedSample(growth.samples[0]).state
        #expect(state.notes == ["more of music"])
    }
}
