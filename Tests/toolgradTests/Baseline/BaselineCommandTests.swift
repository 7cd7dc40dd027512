import Engine
import Foundation
import Testing

@testable import DatasetStore
@testable import toolgrad

@Suite("A query-first baseline from the command line", .timeLimit(.minutes(5)))
struct BaselineCommandTests {
    @Test func `needs no model, and tells what came of it`() async throws {
        let program = try Program()
        defer { program.clean() }

        let made = try await program.run(program.baseline())

        #expect(made.status == 0, "\(made.errors)")
        #expect(made.errors.contains("5 samples, dfs, model: rules."))
        let lines = made.output.split(separator: "\n").map(String.init)
        #expect(lines.first?.hasSuffix("b.toolgrad: dfs, model rules") == true)
        #expect(made.errors.contains("5 of 5 samples\n"))
        #expect(lines.contains { $0.hasPrefix("  samples ") && $0.hasSuffix("5 of 5") })
        #expect(lines.contains { $0.hasPrefix("  answered ") && $0.contains(" of 5, ") && $0.contains("(95 %: ") })
        #expect(lines.contains { $0.hasPrefix("  cost ") && $0.contains("$0.00: $0.00 a sample") })
        #expect(lines.contains { $0.hasPrefix("  instructions ") && $0.contains("by 1 question, ") })
        #expect(lines.allSatisfy { $0.count <= 120 }, "\(made.output)")
    }

    @Test func `prints the same lines at any concurrency, and again from what is stored`() async throws {
        let program = try Program()
        defer { program.clean() }
        func lines(_ more: String...) async throws -> [JSON] {
            let ending = try await program.run(program.baseline() + ["--json"] + more)
            #expect(ending.status == 0, "\(ending.errors)")
            return try ending.output.split(separator: "\n").map { line in
                var object = try #require(try JSON(parsing: String(line)).object)
                object.remove("milliseconds")
                return .object(object)
            }
        }

        let alone = try await lines("--concurrency", "1")
        let again = try await lines()
        let other = try await lines("--concurrency", "5", "--dataset", program.file("c.toolgrad"))
        let react = try await lines("--method", "react")

        #expect(alone.map { $0["index"]?.int } == [1, 2, 3, 4, 5])
        #expect(again == alone)
        #expect(other == alone)
        #expect(react.map { $0["query"] } == alone.map { $0["query"] }, "Both search for the same.")
        #expect(alone.map { $0["cost"]?.int } == [0, 0, 0, 0, 0])
        #expect(alone.map { $0["method"]?.string } == Array(repeating: "dfs", count: 5))
        #expect(alone.map { $0["verdict"]?.isNull } == Array(repeating: true, count: 5))
        let answered = alone.filter { $0["ending"]?.string == "answered" }
        #expect(answered.contains { ($0["steps"]?.array ?? []).isEmpty == false })
    }

    @Test func `lists its samples and shows one with its tree`() async throws {
        let program = try Program()
        defer { program.clean() }
        let made = try await program.run(program.baseline("--json"))
        let first = try JSON(parsing: String(made.output.prefix { $0 != "\n" }))

        let listed = try await program.run("baseline", "--list", "--dataset", program.file("b.toolgrad"))
        let shown = try await program.run("baseline", "--show", "1", "--dataset", program.file("b.toolgrad"))
        let asJSON = try await program.run("baseline", "--show", "1", "--json", "--dataset", program.file("b.toolgrad"))
        let none = try await program.run("baseline", "--show", "6", "--dataset", program.file("b.toolgrad"))
        let strange = try await program.run(
            "baseline", "--list", "--study", "zz", "--dataset", program.file("b.toolgrad"))

        let lines = listed.output.split(separator: "\n")
        #expect(lines.count == 6)
        #expect(lines.first?.contains("  dfs by rules  5 samples, ") == true)
        #expect(shown.output.contains("Query     "))
        #expect(shown.output.contains("call     "))
        #expect(shown.output.contains("Tree      \(first["nodes"] ?? .null) nodes"))
        #expect(try JSON(parsing: asJSON.output) == first)
        #expect(none.status == 1 && none.errors.contains("has no sample 6."))
        #expect(strange.status == 1 && strange.errors.contains("has no baseline zz. It has: "))
    }

    @Test func `is shown as the newest that has samples, whatever was begun after it`() async throws {
        let program = try Program()
        defer { program.clean() }
        _ = try await program.run(program.baseline())
        let path = program.file("b.toolgrad")
        let dataset = try Dataset.open(at: path, mode: .readWrite)
        try await dataset.beginStudy(
            RunID(ContentHash(of: "refused")), kind: .baseline, name: "refused", plan: ["model": "gone"],
            at: Timestamp(microseconds: 9_000_000_000_000_000))

        let shown = try await program.run("baseline", "--show", "1", "--dataset", path)

        #expect(shown.status == 0 && shown.output.contains("Query     "), "\(shown.errors)")
    }

    @Test func `is no part of the dataset's samples`() async throws {
        let program = try Program()
        defer { program.clean() }
        _ = try await program.run(program.baseline())

        let listed = try await program.run("show", "--dataset", program.file("b.toolgrad"))
        let doctor = try await program.run("stats", "--dataset", program.file("b.toolgrad"))

        #expect(listed.status == 0 && listed.output.isEmpty, "\(listed.errors)")
        #expect(doctor.output.hasPrefix("0 samples"))
    }

    @Test func `ends with its own code where a limit is met, and goes on with a higher one`() async throws {
        let program = try Program()
        defer { program.clean() }

        let cut = try await program.run(program.baseline("--max-model-calls", "5", "--concurrency", "1"))
        let whole = try await program.run(program.baseline())

        #expect(cut.status == 3, "\(cut.errors)")
        #expect(cut.output.contains("The limit of model calls was met."))
        // A limit counts the questions to the rules; they are no model calls.
        #expect(cut.output.contains("\n  model calls          0: 0.00 a sample"), "\(cut.output)")
        #expect(!cut.output.contains("1 model call"), "\(cut.output)")
        #expect(whole.status == 0)
        #expect(whole.errors.contains("of them there already"), "\(cut.output)\(whole.errors)")
    }
}
