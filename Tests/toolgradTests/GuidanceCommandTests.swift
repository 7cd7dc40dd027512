import DatasetStore
import Engine
import Foundation
import Review
import TestSupport
import Testing

@testable import toolgrad

@Suite("Guidance on the command line", .timeLimit(.minutes(5)))
struct GuidanceCommandTests {
    private func generate(_ program: Program, _ words: String..., count: Int = 3) async throws -> Program.Ending {
        try await program.run(
            ["generate", "--count", "\(count)", "--seed", "5", "--dataset", program.file("a.toolgrad")] + words)
    }

    private func dataset(_ program: Program) throws -> Dataset {
        try Dataset.open(at: program.file("a.toolgrad"), mode: .readWrite)
    }

    @Test func `is told before the run, kept with it, and shown with its samples`() async throws {
        let program = try Program()
        defer { program.clean() }

        let ending = try await generate(program, "--guidance", "avoid music", "--guidance", "more of planets")
        let resumed = try await program.run("resume", "--dataset", program.file("a.toolgrad"))
        let shown = try await program.run("show", "s-00001", "--dataset", program.file("a.toolgrad"))

        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.errors.contains("  1 avoid music   (given)\n  2 more of planets   (given)\n"))
        #expect(ending.output.contains("  guidance 1  avoid music\n  guidance 2  more of planets\n"))
        #expect(resumed.output == ending.output)
        #expect(shown.output.contains("Guidance  avoid music\nGuidance  more of planets\n"))
        let runs = try await dataset(program).runs()
        #expect(runs.map(\.plan.guidance.notes) == [["avoid music", "more of planets"]])
    }

    @Test func `what was rejected teaches the next run, and without it the run is the old one`() async throws {
        let program = try Program()
        defer { program.clean() }
        let plain = try await generate(program)
        let store = try dataset(program)
        let sample = try await store.sample(labelled: "s-00001")
        let step = try #require(sample.workflow.steps.last)
        _ = try await store.decide(
            sample.id,
            .reject(
                [AnchoredReason(.wrongTool, at: .step(step.number)), AnchoredReason(.unnatural)],
                note: "Two\nchains."),
            by: "tester", at: Timestamp(microseconds: 1))

        let taught = try await generate(program, "--learn-from", "status:rejected")
        let again = try await generate(program)

        #expect(taught.status == 0, "\(taught.errors)")
        #expect(taught.errors.contains("1 Two chains.   (your note on 1 rejection)"), "\(taught.errors)")
        #expect(taught.errors.contains("avoid \(step.call.tool)   (wrong_tool in 1 rejection)"), "\(taught.errors)")
        #expect(taught.errors.contains("Learnt from 1 rejected sample."))
        #expect(again.output == plain.output)
        let runs = try await store.runs()
        #expect(runs.map(\.plan.guidance.notes.count) == [0, 2])
        for index in 1...3 {
            let state = try await store.reviewedSample(SampleID(run: runs[1].id, index: index)).state
            let proposed = state.iterations.flatMap { $0.proposals?.all ?? [] }.flatMap(\.tools)
            #expect(!proposed.isEmpty)
            #expect(!proposed.contains(step.call.tool))
        }
    }

    @Test func `what was said last is what stands last, not what was taken back`() async throws {
        let program = try Program()
        defer { program.clean() }
        let stored = try StoredSamples(in: program)
        let ids = try await stored.store(
            ["Oslo", "Rome"].enumerated().map { SampleBuilder.warmth(of: $1, index: $0 + 1) })
        let (early, late) = ([AnchoredReason(.unnatural)], [AnchoredReason(.ungrounded)])
        try await stored.decide(ids[0], .reject(early, note: "Oslo's note."))
        try await stored.decide(ids[1], .reject(late, note: "Rome's note."))
        let again = try await stored.decide(ids[0], .reject(early, note: "Nobody's note."))
        try await stored.decide(ids[0], .undo(again.sequence))

        let learnt = try await stored.dataset.lessons(of: .everything)
        try await stored.decide(ids[0], .adjudicate(.rejected(early, note: "Oslo's note.")))
        let settled = try await stored.dataset.lessons(of: .everything)

        #expect(learnt.all.map(\.note) == ["Rome's note.", "Oslo's note."])
        #expect(settled.all.map(\.note) == ["Oslo's note.", "Rome's note."])
    }

    @Test func `where nothing was rejected no run begins, unless guidance was given too`() async throws {
        let program = try Program()
        defer { program.clean() }

        let refused = try await generate(program, "--learn-from", "status:rejected", count: 1)
        let left = FileManager.default.fileExists(atPath: program.file("a.toolgrad"))
        let ending = try await generate(
            program, "--learn-from", "status:rejected", "--guidance", "avoid music", count: 1)

        #expect(refused.status == 1)
        #expect(refused.errors.contains("No rejected sample fits --learn-from, so nothing was learnt from one."))
        #expect(refused.errors.contains("Nothing was learnt, so the run was not begun."))
        #expect(!left, "No dataset is left behind.")
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.errors.contains("No rejected sample fits --learn-from, so nothing was learnt from one."))
    }

    @Test func `lessons are taken as far as there is room, and the rest is counted`() throws {
        var lessons = Lessons()
        for (place, note) in ["a", "b", "c"].enumerated() { lessons.add(.rejected(note), rejectedBy: place) }
        let own = (1...6).map { "note \($0)" }

        let report = try GuidanceReport(own: own, lessons)

        #expect(report.guidance.notes == own + ["c", "b"])
        #expect(report.lines.contains("Left out: 1 more; a run takes at most 8 notes."))
    }

    @Test(arguments: [
        (["--guidance", ""], "--guidance: Note 1 is empty."),
        (["--guidance", String(repeating: "x", count: 301)], "--guidance: Note 1 has 301 characters"),
        (Array(repeating: ["--guidance", "x"], count: 9).flatMap(\.self), "--guidance: 9 notes are too many"),
        (["--learn-from", "status:nonsense"], "--learn-from: "),
    ])
    func `what cannot be guidance is refused`(words: [String], sentence: String) async throws {
        let program = try Program()
        defer { program.clean() }

        let ending = try await program.run(["generate", "--dataset", program.file("a.toolgrad")] + words)

        #expect(ending.status == 64)
        #expect(ending.errors.contains(sentence), "\(ending.errors)")
    }
}

extension ReviewedSample {
    fileprivate static func rejected(_ note: String) -> ReviewedSample {
        SampleBuilder(query: "q", response: "r").step("t", [:], gives: "1")
            .reviewed(.reject([AnchoredReason(.other)], note: note)).sample
    }
}
