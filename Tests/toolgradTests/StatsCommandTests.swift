import Engine
import Foundation
import Review
import TestSupport
import Testing

@testable import DatasetStore
@testable import toolgrad

@Suite("Statistics from the command line", .timeLimit(.minutes(5)))
struct StatsCommandTests {
    /// Four samples: accepted, accepted after an edit, rejected, and nobody's.
    private func store(in program: Program) async throws -> StoredSamples {
        let samples = try StoredSamples(in: program)
        let ids = try await samples.store(
            .warmth(of: "Oslo"), .warmth(of: "Bergen", index: 2), .warmth(of: "Lima", index: 3),
            .warmth(of: "Porto", index: 4))
        try await samples.decide(ids[0], .accept, at: 0)
        try await samples.decide(ids[1], .edit(.query("How cold is Bergen?")), at: 20)
        try await samples.decide(ids[1], .accept, at: 30)
        try await samples.decide(ids[2], .reject([AnchoredReason(.unnatural, at: .query)], note: ""), at: 40)
        return samples
    }

    @Test func `the text has a row for each figure, in 80 columns`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try await store(in: program)

        let ending = try await program.run("stats", "--dataset", samples.path)

        #expect(ending.status == 0, "\(ending.errors)")
        let lines = ending.output.split(separator: "\n").map(String.init)
        #expect(lines.first == "4 samples   filter: all")
        #expect(cells(of: "accepted", in: lines).starts(with: ["2", "50.0%"]))
        #expect(cells(of: "after edit", in: lines).starts(with: ["1", "25.0%"]))
        #expect(cells(of: "accept rate", in: lines).starts(with: ["66.7%", "2", "of", "3"]))
        #expect(cells(of: "1 unnatural", in: lines) == ["1", "100.0%", "first", "1"])
        #expect(cells(of: "2 steps", in: lines) == ["3", "100.0%", "accepted", "2", "rejected", "1"])
        #expect(cells(of: "median", in: lines) == ["10", "s"])
        #expect(cells(of: "last 14 days", in: lines) == ["0", "______________"])
        #expect(cells(of: "cost", in: lines) == ["$0.00"])
        #expect(lines.allSatisfy { $0.count <= 80 && !$0.hasSuffix(" ") })
    }

    @Test func `the filters of the JSON are those that show the samples`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try await store(in: program)

        let ending = try await program.run("stats", "--dataset", samples.path, "--json", "--filter", "!flag")
        let json = try JSON(parsing: ending.output)
        let filter = try #require(json["decisions"]?["accepted_after_edit"]?["filter"]?.string)
        let shown = try await program.run("show", "--dataset", samples.path, "--filter", filter)

        #expect(filter == "!flag status:accepted edited")
        #expect(shown.output.contains("How cold is Bergen?") && shown.output.split(separator: "\n").count == 1)
        #expect(json["filter"] == "!flag")
        #expect(json["pace"]?["median"]?["value"] == 10_000.0)
        #expect(json["definitions"]?["decisions.accepted"]?.string == StatisticsTerm.accepted.definition)
    }

    @Test func `an interval is of what was decided in it, as text and as JSON`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try await store(in: program)
        let ids = try await samples.store(.warmth(of: "Quito", index: 5))
        try await samples.decide(ids[0], .accept, at: 1_793_520_000)

        let text = try await program.run("stats", "--dataset", samples.path, "--since", "2026-11-01T08:00Z")
        let json = try JSON(
            parsing: try await program.run("stats", "--dataset", samples.path, "--json", "--since", "2026-11-01T08:00Z")
                .output)
        let all = try await program.run("stats", "--dataset", samples.path, "--since", "all")

        let local = Timestamp(microseconds: 1_793_520_000_000_000).dayAndTime(offset: Surroundings.read().utcOffset)
        #expect(
            text.output.hasPrefix(
                "1 sample   filter: all\ninterval: since 2026-11-01T08:00Z, from \(local) of the local clock\n"),
            "\(text.output)")
        #expect(json["interval"] == ["name": "since", "since": "2026-11-01T08:00:00Z"])
        #expect(json["filter"] == "" && json["decisions"]?["accepted"]?["value"] == 1)
        #expect(json["decisions"]?["accepted"]?["filter"] == "since:2026-11-01T08:00:00Z status:accepted")
        #expect(all.output.hasPrefix("5 samples   filter: all\n"))
    }

    @Test func `the command that it proposes begins a run`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try await store(in: program)

        let ending = try await program.run("stats", "--dataset", samples.path, "--json")

        let json = try JSON(parsing: ending.output)
        let command = try #require(json["proposed_run"]?["command"]?.string)
        #expect(command.hasPrefix("toolgrad generate --dataset \(samples.path) --count 2 --sampling coverage "))
        #expect(command.hasSuffix("--guidance 'use forecast, geocode'"))
        let words = command.split(separator: "'").enumerated().flatMap { place, part in
            place == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
        }
        let generate = try #require(try Toolgrad.parseAsRoot(Array(words.dropFirst())) as? GenerateCommand)
        #expect(generate.plan.count == 2 && generate.guidance.guidance == ["use forecast, geocode"])
    }

    @Test func `an interval that makes no sense is refused`() async throws {
        let program = try Program()
        defer { program.clean() }

        let ending = try await program.run("stats", "--since", "yesterday")

        #expect(ending.status == 64)
        #expect(
            ending.errors.contains(
                "--since: \"yesterday\" is no interval. Write all, today, week, or a day such as 2026-11-01."))
    }

    @Test func `a day that is yet to come is refused before anything is counted`() async throws {
        let program = try Program()
        defer { program.clean() }

        let ending = try await program.run("stats", "--since", "9999-01-01", "--dataset", program.file("none"))

        #expect(ending.status == 64 && ending.output.isEmpty)
        let refusal = "--since: Nothing was decided since 9999-01-01 00:00: that is yet to come, as it is "
        #expect(ending.errors.contains(refusal), "\(ending.errors)")
        #expect(ending.errors.contains("toolgrad stats"), "The usage is that of the command.")
    }

    @Test func `the text says when a day began on the clock of those who read it`() throws {
        let midnight = Timestamp(microseconds: 1_793_487_600_000_000)
        let heads = [("2026-11-01" as String?, StatisticsInterval.since(midnight)), (nil, .today), (nil, .all)].map {
            given, interval in
            let statistics = Statistics(
                of: .everything, in: interval, tools: [:],
                spending: Spending(questions: 0, promptTokens: 0, completionTokens: 0, cost: .zero, unpriced: 0),
                pace: ReviewPace(dayBegan: midnight))
            let text = StatsReport(StatisticsPage(statistics), offset: .seconds(3600), given: given).text
            return text.split(separator: "\n").prefix(2).last.map(String.init) ?? ""
        }

        #expect(
            heads == [
                "interval: since 2026-11-01, from 2026-11-01 00:00 of the local clock",
                "interval: today, from 2026-11-01 00:00 of the local clock", "Decisions",
            ])
    }

    @Test func `samples that no check has seen are looked at first`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try await store(in: program)

        let ending = try await program.run("stats", "--dataset", samples.path)

        #expect(ending.errors.contains("Checks: 4 samples to look at."), "\(ending.errors)")
        #expect(try await samples.dataset.samplesWithoutFindings(limit: 9).isEmpty)
    }

    @Test func `a filter that makes no sense is refused`() async throws {
        let program = try Program()
        defer { program.clean() }

        let ending = try await program.run("stats", "--filter", "statsu:accepted")

        #expect(ending.status == 64 && ending.errors.contains("status?"), "\(ending.errors)")
    }

    @Test(arguments: [(0, 0), (3_600, 0), (86_399, 0), (-1, -86_400)])
    func `today began at the last midnight of the local clock`(second: Int64, midnight: Int64) {
        let clock = Surroundings.read(["TZ": "UTC"])
        let offset = clock.utcOffset.components.seconds

        let began = clock.dayBegan(at: Timestamp(microseconds: (second - offset) * 1_000_000))

        #expect(began == Timestamp(microseconds: (midnight - offset) * 1_000_000))
    }

    /// What follows the title of a row.
    private func cells(of title: String, in lines: [String]) -> [String] {
        let line = lines.first { $0.hasPrefix("  \(title)  ") } ?? ""
        return line.dropFirst(title.count + 2).split(separator: " ").map(String.init)
    }
}
