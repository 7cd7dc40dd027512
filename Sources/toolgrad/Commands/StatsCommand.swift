import ArgumentParser
import DatasetStore
import Engine
import Explorer
import Review

/// `toolgrad stats`: what became of the samples, each number with the filter that shows them.
struct StatsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "Count decisions, reasons, lengths, tools, pace and cost.",
        discussion: """
            toolgrad stats
            toolgrad stats --filter 'run:7f3a !dup:yes'
            toolgrad stats --since today
            toolgrad stats --json | jq .decisions.accept_rate
            toolgrad stats --json | jq -r .proposed_run.command

            --json has, for each figure, the filter that shows its samples, and under "definitions" what it means. \
            "proposed_run" is the command of a run for the tools that fewer than three accepted samples use. \
            Cost and pace are "–", and null in JSON, where they are not known. The checks look first at samples that \
            they have not seen.
            """)

    @OptionGroup var list: ListOptions

    @Option(
        help: ArgumentHelp(
            "Only samples decided since then: all, today, week (the last 7 days), or a day such as 2026-11-01.",
            discussion: "Days begin at midnight of the local clock; 2026-11-01T08:00Z names a moment.",
            valueName: "day"))
    var since: String?

    @Flag(help: "Print one JSON document.")
    var json = false

    @OptionGroup var source: DatasetOption

    mutating func validate() throws {
        var problems = list.problems
        problems += sinceProblem.map { ["--since: \($0) \(StatisticsInterval.advice)"] } ?? []
        guard problems.isEmpty else { throw ValidationError(problems.joined(separator: "\n")) }
    }

    /// What is wrong with the interval; nil where it can be counted.
    private var sinceProblem: String? {
        guard let since else { return nil }
        let offset = Surroundings.read().utcOffset
        guard let interval = StatisticsInterval(reading: since, offset: offset) else {
            return "\"\(since)\" is no interval."
        }
        return interval.obstacle(at: Surroundings.now(), offset: offset)
    }

    func run() async throws {
        let surroundings = Surroundings.read()
        let interval = since.flatMap { StatisticsInterval(reading: $0, offset: surroundings.utcOffset) } ?? .all
        let dataset = try source.openForList()
        let filter = try await list.view(in: dataset).filter
        // Some figures are about what the checks found.
        try await dataset.prepare(for: QueueView(filter: filter.and(.withFindings)))
        let page = try await dataset.statistics(filter, in: interval, dayBegan: surroundings.dayBegan())
        let report = StatsReport(page, offset: surroundings.utcOffset, given: since)
        try Output.data.write(json ? page.json.prettyText + "\n" : report.text)
    }
}

extension Surroundings {
    /// The last midnight of the local clock.
    func dayBegan(at now: Timestamp = Self.now()) -> Timestamp {
        let offset = utcOffset.components.seconds * 1_000_000
        let local = now.microseconds + offset
        let sinceMidnight = (local % 86_400_000_000 + 86_400_000_000) % 86_400_000_000
        return Timestamp(microseconds: local - sinceMidnight - offset)
    }
}
