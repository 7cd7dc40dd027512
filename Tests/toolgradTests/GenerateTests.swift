import Engine
import Foundation
import Testing

@Suite("Generating without the explorer", .timeLimit(.minutes(5)))
struct GenerateTests {
    private func generate(
        _ program: Program, _ name: String, count: Int = 8, concurrency: Int = 4
    ) -> [String] {
        [
            "generate", "--count", "\(count)", "--seed", "5", "--concurrency", "\(concurrency)", "--dataset",
            program.file(name), "--json",
        ]
    }

    private func whole(_ program: Program, _ name: String, concurrency: Int) async throws -> Program.Ending {
        try await program.start(generate(program, name, concurrency: concurrency)).ending()
    }

    @Test func `the same seed gives the same lines at any concurrency, and again from the stored result`() async throws
    {
        let program = try Program()
        defer { program.clean() }

        let alone = try await whole(program, "a.toolgrad", concurrency: 1)
        let together = try await whole(program, "b.toolgrad", concurrency: 16)
        let again = try await whole(program, "b.toolgrad", concurrency: 16)

        #expect(alone.status == 0, "\(alone.errors)")
        #expect(alone.output.split(separator: "\n").count == 8)
        #expect(together.output == alone.output)
        #expect(again.output == alone.output)
    }

    @Test func `a line says what the sample is and where every argument comes from`() async throws {
        let program = try Program()
        defer { program.clean() }

        let ending = try await whole(program, "a.toolgrad", concurrency: 2)
        let line = try JSON(parsing: String(ending.output.prefix { $0 != "\n" }))

        let known = ["id", "seed", "outcome", "iterations", "chains", "query", "response", "modelCalls", "toolCalls"]
        for key in known + ["failedTrials"] { #expect(line[key] != nil, "\(key)") }
        #expect(line["id"] == "s-00001")
        #expect(line["seed"] == 5)
        let steps = (line["chains"]?.array ?? []).flatMap { $0["steps"]?.array ?? [] }
        #expect(!steps.isEmpty)
        for step in steps {
            let leaves = try #require(step["arguments"]).leaves.map(\.path.description)
            let sources = (step["sources"]?.array ?? []).compactMap { $0["argument"]?.string }
            #expect(sources == leaves)
        }
    }

    @Test func `the summary shows runs that differ only in their gradient memory side by side`() async throws {
        let program = try Program()
        defer { program.clean() }
        let run = ["generate", "--count", "4", "--seed", "5", "--dataset", program.file("a.toolgrad")]

        let first = try await program.start(run + ["--gradient-memory", "0"]).ending()
        let other = try await program.start(run + ["--gradient-memory", "0", "--batch", "12"]).ending()
        let second = try await program.start(run + ["--gradient-memory", "5"]).ending()

        func line(_ title: String, of ending: Program.Ending) -> String {
            ending.output.split(separator: "\n").first { $0.hasPrefix("  \(title) ") }.map(String.init) ?? ""
        }
        #expect(line("gradient memory", of: first).contains(" 0 (run "))
        #expect(!other.output.contains("Same seeds"), "Another batch is another experiment.")
        #expect(line("gradient memory", of: second).contains(" 5 (run "))
        #expect(line("gradient memory", of: second).contains(" 0 (run "))
        #expect(line("samples complete", of: second).components(separatedBy: "4 of 4").count == 3)
        let lines: [Substring] = second.output.split(separator: "\n")
        #expect(lines.dropFirst().allSatisfy { $0.count <= 120 }, "\(second.output)")
        #expect(second.output.contains("Same seeds, gradient memory 5 against 0: "))
    }

    @Test func `killed at any moment, nothing that was printed is lost and nothing finished is repeated`() async throws
    {
        let program = try Program()
        defer { program.clean() }
        let whole = generate(program, "whole.toolgrad", count: 24, concurrency: 2)
        let wanted = try await program.start(whole).ending()
        var random = SystemRandomNumberGenerator()
        var cuts: [Int] = []

        for _ in 0..<6 {
            let running = try program.start(generate(program, "killed.toolgrad", count: 24))
            try await running.untilErrorsContain("24 samples")
            try await Task.sleep(for: .milliseconds(Int.random(in: 0...400, using: &random)))
            running.kill()
            let cut = await running.ending()
            cuts.append(cut.output.split(separator: "\n").count)
            #expect(wanted.output.hasPrefix(cut.output), "An acknowledged line is another in the end.")
        }
        let resumed = try await program.start(generate(program, "killed.toolgrad", count: 24)).ending()

        #expect(cuts.contains { $0 < 24 }, "No kill came in time: \(cuts)")
        #expect(cuts == cuts.sorted(), "A later start has lost lines: \(cuts)")
        #expect(resumed.status == 0, "\(resumed.errors)")
        #expect(resumed.output == wanted.output)
        let (killed, uncut) = (
            try await program.counts(in: "killed.toolgrad"), try await program.counts(in: "whole.toolgrad")
        )
        #expect(killed == uncut)
    }

    @Test func `an interrupted run says how to go on, and resume finishes it`() async throws {
        let program = try Program()
        defer { program.clean() }
        let running = try program.start(generate(program, "a.toolgrad", count: 60, concurrency: 2))
        try await running.untilErrorsContain("60 samples")
        running.interrupt()
        let cut = await running.ending()

        let resumed = try await program.run("resume", "--dataset", program.file("a.toolgrad"), "--json")

        #expect(cut.status == 130)
        #expect(cut.errors.contains("toolgrad resume"))
        #expect(resumed.status == 0, "\(resumed.errors)")
        #expect(resumed.output.split(separator: "\n").count == 60)
    }

    @Test func `a met limit ends with its own exit code and keeps the data whole`() async throws {
        let program = try Program()
        defer { program.clean() }

        let ending = try await program.run(
            "generate", "--count", "6", "--max-calls", "30", "--dataset", program.file("a.toolgrad"))

        #expect(ending.status == 3)
        #expect(ending.output.contains("A limit of the run was met"))
    }

    @Test func `samples are accepted by one process while another grows them`() async throws {
        let program = try Program()
        defer { program.clean() }
        let file = program.file("shared.toolgrad")
        let growing = try program.start(["generate", "--count", "30", "--seed", "2", "--dataset", file])
        var refused: [String] = []

        async let ending = growing.ending()
        for _ in 0..<12 {
            let decided = try await program.run("decide", "--pending", "accept", "--yes", "--dataset", file)
            if decided.status != 0, !decided.errors.contains("no dataset at") { refused.append(decided.errors) }
        }
        let grown = await ending
        _ = try await program.run("decide", "--pending", "accept", "--yes", "--dataset", file)

        let listed = try await program.run("show", "--dataset", file)
        #expect(refused.isEmpty, "\(refused)")
        #expect(grown.status == 0, "\(grown.errors)")
        #expect(listed.output.split(separator: "\n").filter { $0.contains("  accepted  ") }.count == 30)
    }

    @Test func `a second generator of the same run is refused, naming the holder`() async throws {
        let program = try Program()
        defer { program.clean() }
        let first = try program.start(generate(program, "a.toolgrad", count: 200, concurrency: 1))
        try await first.untilErrorsContain("200 samples")

        let second = try await program.start(generate(program, "a.toolgrad", count: 200, concurrency: 1)).ending()
        first.kill()
        _ = await first.ending()

        #expect(second.status == 1)
        #expect(second.errors.contains("already being grown by process"))
    }
}

@Suite("Commands without a terminal", .timeLimit(.minutes(5)))
struct PlainCommandTests {
    @Test func `without a terminal the program grows a sample and prints it`() async throws {
        let program = try Program()
        defer { program.clean() }

        let ending = try await program.run()

        #expect(ending.status == 0, "\(ending.errors)")
        for part in ["Iteration 1", "SELECTED", "why ", "Chain c1", "Query ", "Response ", "planner: offline"] {
            #expect(ending.output.contains(part), "\(part)")
        }
        #expect(!ending.output.contains("\u{1B}"))
    }

    @Test func `decisions from scripts are there in the end, and can be undone`() async throws {
        let program = try Program()
        defer { program.clean() }
        let file = program.file("a.toolgrad")
        _ = try await program.run("generate", "--count", "3", "--dataset", file)

        _ = try await program.run("decide", "s-00001", "accept", "--dataset", file)
        _ = try await program.run(
            "decide", "s-00002", "reject", "--reason", "3@step 1", "--note", "no source", "--dataset", file)
        _ = try await program.run("decide", "s-00003", "skip", "--dataset", file)
        let undone = try await program.run("decide", "undo", "--dataset", file)

        let listed = try await program.run("show", "--dataset", file)
        let shown = try await program.run("show", "s-00002", "--dataset", file)
        let statuses = listed.output.split(separator: "\n").map { $0.split(separator: " ")[1] }
        #expect(undone.output.contains("s-00003  undone: skip"))
        #expect(statuses == ["accepted", "rejected", "pending"])
        #expect(shown.output.contains("arg_not_inferable at step 1"))
        #expect(shown.output.contains("no source"))
    }

    @Test(
        arguments: [
            (["generate", "--count", "0"], 64, "at least 1"), (["decide", "s-1", "reject"], 64, "--reason"),
            (["decide", "s-1", "reject", "--reason", "zz"], 64, "is no reason"), (["show", "s-9"], 1, "has no sample"),
            (["show", "nonsense"], 1, "is no sample"),
            (["export", "--format", "xml", "--output", "x"], 64, "no format"),
            (["tools", "call", "city_lookup", "{"], 1, "not JSON"),
            (["tools", "call", "city_lokup"], 1, "Do you mean"),
            (["tools", "call", "city_lookup", #"{"nome": 1}"#], 1, "was not made"),
        ] as [([String], Int32, String)])
    func `a wrong command line says what is wrong and what to do`(
        arguments: [String], status: Int32, text: String
    ) async throws {
        let program = try Program()
        defer { program.clean() }
        let file = program.file("a.toolgrad")
        _ = try await program.run("generate", "--count", "1", "--iterations", "1", "--dataset", file)

        let ending = try await program.start(arguments).ending()

        #expect(ending.status == status, "\(ending.errors)")
        #expect(ending.errors.contains(text), "\(ending.errors)")
    }

    @Test func `a file that is no dataset is refused and left as it is`() async throws {
        let program = try Program()
        defer { program.clean() }
        let file = program.file("picture.jpg")
        let bytes = Data([0xFF, 0xD8, 0xFF, 0xE0] + Array(repeating: 7, count: 5000))
        try bytes.write(to: URL(fileURLWithPath: file))

        let ending = try await program.run("show", "--dataset", file)

        #expect(ending.status == 1)
        #expect(ending.errors.contains("not a toolgrad dataset"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == bytes)
    }

    @Test func `an export has its files, its manifest and nothing half written`() async throws {
        let program = try Program()
        defer { program.clean() }
        let file = program.file("a.toolgrad")
        _ = try await program.run("generate", "--count", "6", "--dataset", file)
        let none = try await program.run(
            "export", "--format", "trl", "--output", program.file("x"), "--dataset", file)
        _ = try await program.run("decide", "--pending", "accept", "--yes", "--dataset", file)

        let written = try await program.run(
            "export", "--format", "hf", "--output", program.file("x"), "--dataset", file)

        #expect(none.status == 1)
        #expect(none.errors.contains("no sample is accepted"))
        #expect(written.status == 0, "\(written.errors)")
        for name in ["README.md", "manifest/manifest.json", "manifest/rows.jsonl", "data/train.jsonl"] {
            #expect(FileManager.default.fileExists(atPath: program.file("x/" + name)), "\(name)")
        }
    }
}
