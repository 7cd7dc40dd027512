import Engine
import Foundation
import Review
import TestSupport
import Testing

@testable import DatasetStore
@testable import toolgrad

@Suite("The export command", .timeLimit(.minutes(5)))
struct ExportCommandTests {
    private let program: Program
    private let samples: StoredSamples
    private let folder: String

    init() throws {
        program = try Program()
        samples = try StoredSamples(in: program)
        folder = program.file("out")
    }

    private func export(_ format: String, _ options: String...) async throws -> Program.Ending {
        try await program.run(
            ["export", "--format", format, "--output", folder, "--dataset", samples.path] + options)
    }

    /// An accepted sample with an edited response, and a rejected one.
    private func storeDecided() async throws {
        let ids = try await samples.store(.warmth(of: "Oslo"), .warmth(of: "Rome", index: 2))
        try await samples.decide(ids[0], .edit(.response("At most 9 degrees in Oslo.")))
        try await samples.decide(ids[0], .accept)
        try await samples.decide(ids[1], .reject([AnchoredReason(.wrongTool, at: .step(2))], note: "no"))
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
    }

    @Test(arguments: ExportKind.all.map(\.name))
    func `replaces its own earlier export, in every format`(format: String) async throws {
        defer { program.clean() }
        try await storeDecided()

        let first = try await export(format)
        let second = try await export(format)

        #expect(first.status == 0, "\(first.errors)")
        #expect(second.status == 0, "\(second.errors)")
    }

    @Test func `replaces another format's export only when told to`() async throws {
        defer { program.clean() }
        try await storeDecided()
        _ = try await export("trl")

        let refused = try await export("openai")
        let replaced = try await export("openai", "--replace")

        #expect(refused.status == 1)
        #expect(refused.errors.contains("holds an export as trl of toolgrad \(programVersion)"))
        #expect(refused.errors.contains("as openai of toolgrad \(programVersion)"))
        #expect(refused.errors.contains("--replace"))
        #expect(replaced.status == 0, "\(replaced.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder + "/README.md"))
    }

    @Test func `a gate sees which samples are alike though no check ran before`() async throws {
        defer { program.clean() }
        try await storeAlike(.accept, .accept)

        let ending = try await export("openai", "--gate", "warning")

        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.output.contains("1 sample of"), "\(ending.output)")
        #expect(try text("manifest/skipped.jsonl").contains(Likeness.check))
    }

    @Test func `annotations name which samples are alike though no check ran before`() async throws {
        defer { program.clean() }
        try await storeAlike(.accept, .reject([AnchoredReason(.other)], note: "no"))

        let ending = try await export("annotations")

        #expect(ending.status == 0, "\(ending.errors)")
        #expect(try text("annotations.jsonl").contains(Likeness.check))
    }

    /// Two samples of the same calls that ask nearly the same; what nobody threw away can be repeated.
    private func storeAlike(_ actions: Decision.Action...) async throws {
        let query = "Please tell me how warm it will get in the city of Oslo in Norway"
        let ids = try await samples.store(
            ["", " then"].enumerated().map { place, ending in
                SampleBuilder(query: query + ending + "?", response: "It is 9 degrees in Oslo.", index: place + 1)
                    .step("geocode", ["name": "Oslo"], gives: #"{"latitude":59.91}"#)
                    .step("forecast", ["latitude": 59.91], gives: #"{"max": 9}"#)
            })
        for (id, action) in zip(ids, actions) { try await samples.decide(id, action) }
    }

    @Test(arguments: [("info", false), ("warning", true)])
    func `a gate counts findings from its own severity on`(gate: String, isWritten: Bool) async throws {
        defer { program.clean() }
        let mail = "post@fjordkontoret.no"
        let told = SampleBuilder(query: "How can I write to the Oslo office?", response: "Write to \(mail).")
            .step("office", ["city": "Oslo"], gives: #"{"email":"\#(mail)"}"#)
        #expect(told.sample.findings(from: .info).map(\.severity) == [.info])
        let ids = try await samples.store(told)
        try await samples.decide(ids[0], .accept)

        let ending = try await export("openai", "--gate", gate)

        #expect((ending.status == 0) == isWritten, "\(ending.errors)")
        #expect(ending.errors.contains("Checks found something in it: personal_data") != isWritten)
    }

    @Test func `says which part of what was asked is empty`() async throws {
        defer { program.clean() }
        try await storeDecided()

        let noMatch = try await export("trl", "--filter", "steps:7")
        let neither = try await export("trl", "--filter", "status:rejected")
        let annotated = try await export("annotations", "--filter", "status:accepted")
        try await samples.decide(
            try #require(try await samples.dataset.ids(matching: .accepted).first), .returnToPending)
        let none = try await export("trl", "--filter", "steps:2")

        #expect(noMatch.errors.contains("no sample matches steps:7; 1 sample is accepted."), "\(noMatch.errors)")
        #expect(
            neither.errors.contains(
                "1 sample is accepted and 1 sample matches status:rejected, and none does both. Choose another filter, "
                    + "or use --include all."), "\(neither.errors)")
        #expect(annotated.errors.contains("1 sample is rejected and 1 sample matches status:accepted"))
        #expect(!annotated.errors.contains("--include"))
        #expect(none.errors.contains("no sample is accepted; 2 samples match steps:2."), "\(none.errors)")
        for ending in [noMatch, neither, annotated, none] { #expect(ending.status == 1) }
    }

    @Test(arguments: [
        ("dpo", ["--irrelevance", "0.5"], "--irrelevance has no use in dpo."),
        ("toolgrad", ["--candidates", "8"], "--candidates has no use in toolgrad."),
        ("trl", ["--weak-pairs"], "choose a format that uses it: dpo, kto."),
        ("annotations", ["--seed", "3"], "--seed has no use in annotations"),
        ("annotations", ["--gate", "error"], "--gate has no use in annotations"),
        ("annotations", ["--include", "all"], "--include all has no use in annotations."),
        ("trl", ["--max-tokens", "-5"], "--max-tokens is -5. Give at least 1."),
        ("trl", ["--max-tokens=-5"], "--max-tokens is -5. Give at least 1."),
        ("trl", ["--irrelevance", "-0.5"], "--irrelevance is -0.5. Give a share from 0 to 1."),
        ("trl", ["--candidates", "-1"], "--candidates is -1. Give 0, or a number of tools."),
        ("trl", ["--split", "0"], "--split is 0.0. Give a share above 0 and at most 1."),
        ("xml", [], "There is no format \"xml\". Use one of: trl,"),
    ])
    func `refuses what a format has no use for`(format: String, options: [String], words: String) async throws {
        defer { program.clean() }

        let ending = try await program.run(
            ["export", "--format", format, "--output", folder, "--dataset", samples.path] + options)

        #expect(ending.status != 0)
        #expect(ending.errors.contains(words), "\(ending.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    @Test func `says how many rows of which kind there are, and what was left out and why`() async throws {
        defer { program.clean() }
        try await storeDecided()

        let ending = try await export(
            "openai", "--include", "all", "--candidates", "8", "--split", "1", "--irrelevance", "1", "--max-tokens",
            "100000")
        let lines = ending.output.split(separator: "\n")

        #expect(ending.status == 0, "\(ending.errors)")
        #expect(lines.first == "2 samples of \(samples.path) written to \(folder) as openai.")
        #expect(lines.contains { $0.hasPrefix("Rows: 2 calls") && $0.hasSuffix(" to train on, 0 to test on.") })
        #expect(lines.contains { $0.contains("fewer than 8 tools") }, "\(ending.output)")

        let short = try await export("openai", "--include", "all", "--max-tokens", "1")
        #expect(short.status == 1)
        #expect(short.errors.contains("more than 1"))
    }

    @Test func `what comes from elsewhere obeys no terminal and ends in one full stop`() async throws {
        defer { program.clean() }
        let sample = SampleBuilder(query: "How warm is it?", response: "9 degrees.")
            .step("find", [1], gives: "{}").reviewed(.edit(.response("x")))
        let ids = try await samples.store(sample)
        try await samples.decide(ids[0], .accept)
        let file = program.file("no\u{1B}[31m.json")
        try Data("{".utf8).write(to: URL(fileURLWithPath: file))
        try Data("mine".utf8).write(to: URL(fileURLWithPath: program.file("taken")))

        let tokenizer = try await export("trl", "--tokenizer", file)
        let occupied = try await program.run(
            "export", "--format", "trl", "--output", program.file("taken") + "/\u{1B}[2Jx", "--include", "all",
            "--dataset", samples.path)

        for ending in [tokenizer, occupied] {
            #expect(ending.status == 1)
            #expect(!ending.errors.contains("\u{1B}"), "\(ending.errors)")
            #expect(!ending.errors.contains(".."), "\(ending.errors)")
        }
        #expect(tokenizer.errors.contains("cannot be used"))
        #expect(
            occupied.errors.contains("Could not make the folder") || occupied.errors.contains("arguments of step 1"))
    }

    @Test func `names samples that left the scope between the two looks`() async throws {
        defer { program.clean() }
        let ids = try await samples.store(.warmth(of: "Oslo"), .warmth(of: "Rome", index: 2))
        for id in ids { try await samples.decide(id, .accept) }
        let export = RowExport(
            samples.dataset, .openai, ExportRequest(.rows(.openai), of: samples.dataset, to: folder).options,
            ExportScope(part: .accepted))

        let plan = try await export.plan()
        try await samples.decide(ids[1], .returnToPending)
        let totals = try await export.write(plan, by: ExportWriter(folder: URL(fileURLWithPath: folder)))

        #expect(totals.samples == 1)
        #expect(totals.skipped == 1)
        #expect(
            try text("manifest/skipped.jsonl").contains("s-00002") || text("manifest/skipped.jsonl").contains("\"2\""))
    }

    @Test func `the explorer's export has what the command's has: a card with facts, and annotations`() async throws {
        defer { program.clean() }
        try await storeDecided()
        let dataset = samples.dataset

        let rows = try await dataset.export(ExportRequest(.rows(.trl), of: dataset, to: folder))
        let card = try text("README.md")
        let annotations = try await dataset.export(ExportRequest(.annotations, of: dataset, to: folder))

        #expect(rows.line == "1 sample of \(samples.path) written to \(folder) as trl.")
        #expect(card.contains("## How it was grown"))
        #expect(card.contains("- Accepted of those decided: 50.0 %"))
        #expect(annotations.line == "1 rejected sample written to \(folder).")
        #expect(try text("annotations.jsonl").contains("wrong_tool"))
    }

    @Test func `looks at every sample on its own, without a word`() async throws {
        defer { program.clean() }
        try await samples.store(.warmth(of: "Oslo"), .warmth(of: "Rome", index: 2))

        try await samples.dataset.lookAtRest()

        #expect(try await samples.dataset.samplesWithoutFindings(limit: 9).isEmpty)
    }

    @Test func `a card names servers without their commands, and models without their addresses`() async throws {
        defer { program.clean() }
        let identity = ContentHash(of: "server")
        let builder = SampleBuilder.warmth(of: "Oslo")
        let setup: JSON = [
            "strategy": "lean",
            "stages": [
                "propose": [
                    "model": "small", "base": "http://lovelace:s3cret@models.example.com:8080/home/lovelace/v1",
                ]
            ],
            "prompts": ["propose": "Say what you would do."],
            "tools": [
                [
                    "name": "files", "identity": .string(identity.hex),
                    "command": "/home/lovelace/bin/server --key s3cret",
                ]
            ],
        ]
        try await samples.dataset.beginRun(
            builder.id.run, plan: SampleBuilder.plan(seed: 7), planner: "small", library: builder.sample.library,
            requested: 1, at: Timestamp(microseconds: 0), setup: setup)
        let ids = try await samples.store(builder)
        try await samples.decide(ids[0], .accept)

        let ending = try await export("trl")
        let card = try text("README.md")

        #expect(ending.status == 0, "\(ending.errors)")
        #expect(card.contains("propose by `small at models.example.com`"))
        #expect(card.contains("- `files`: identity \(identity.short); licence: not stated"))
        for leak in ["lovelace", "s3cret", ":8080", "/bin", "/home"] { #expect(!card.contains(leak), "\(leak)") }
    }
}
