import DatasetStore
import Engine
import TestSupport
import Testing

@testable import toolgrad

@Suite("Studies of merged datasets", .timeLimit(.minutes(5)))
struct MergeStudiesTests {
    @Test func `are named where they stay, and doctor counts them`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        try await samples.store(.warmth(of: "Oslo"))
        let study = RunID(ContentHash(of: "a study"))
        try await samples.dataset.beginStudy(
            study, kind: .evaluation, name: "small\u{1B}[2J", plan: [:], at: Timestamp(microseconds: 0))

        let merged = try await program.run("merge", samples.path, "--into", program.file("b.toolgrad"))
        let doctor = try await program.run("doctor", "--dataset", samples.path)

        #expect(merged.status == 0)
        #expect(
            merged.errors == "  the study small‹U+001B›[2J (evaluation, \(study)) stays in \(samples.path)\n")
        #expect(
            doctor.output.contains("events \(SampleBuilder.warmth(of: "Oslo").events.count), studies 1"),
            "\(doctor.output)")
    }

    @Test(arguments: [
        ("evaluation", "the figures of the evaluation STUDY stay in"),
        ("baseline", "how many samples the baseline STUDY should have stays in"),
    ])
    func `of which only a note is left are named too`(kind: String, words: String) async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        let study = RunID(ContentHash(of: "a study"))
        try await samples.dataset.saveArtefact(
            kind: kind, name: study.hash.hex, json: ["wanted": 1], at: Timestamp(microseconds: 0))

        let merged = try await program.run("merge", samples.path, "--into", program.file("b.toolgrad"))

        #expect(merged.errors == "  \(words.replacing("STUDY", with: "\(study)")) \(samples.path)\n")
    }
}
