import ArgumentParser
import DatasetStore
import DisplaySafety
import Engine
import Explorer
import Foundation
import NcursesTerminal
import Review

/// `toolgrad show`: a sample as text, as JSON or as its recorded bytes; without one, the list of the samples.
struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print a sample, or list the samples.",
        discussion: """
            toolgrad show --filter 'status:pending lint:any' --sort -length --limit 20
            toolgrad show s-00417 --it 4
            toolgrad show s-00417 --raw step:3
            toolgrad show s-00417 --raw step:3.arguments

            A sample is shown as it counts, with its edits applied; --it shows what was grown. --raw prints bytes \
            exactly, without a line feed of its own. What was asked of a sample that is not finished and has not counted \
            yet is shown as waiting.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: "The sample, such as s-00001; without it, the samples are listed.")
    var sample: String?

    @Option(help: ArgumentHelp("Show it as it stood after this iteration.", valueName: "iteration"))
    var it: Int?

    @Option(help: ArgumentHelp("Print the bytes of query, response, step:3 or step:3.arguments.", valueName: "place"))
    var raw: String?

    @OptionGroup var list: ListOptions

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The order of the list: \(Sort.names.joined(separator: ", ")).", valueName: "order"))
    var sort: String?

    @Option(help: "List at most so many.")
    var limit: Int?

    @Option(help: "How to print it.")
    var format = Format.text

    @Flag(help: "The same as --format json: one line for each sample.")
    var json = false

    @OptionGroup var source: DatasetOption

    private var isJSON: Bool { json || format == .json }

    mutating func validate() throws {
        let problems = misplaced + wrongValues + list.problems
        guard problems.isEmpty else { throw ValidationError(problems.joined(separator: "\n")) }
    }

    private var misplaced: [String] {
        let forList = [
            ("--filter", list.filter != nil), ("--queue", list.queue != nil), ("--sort", sort != nil),
            ("--limit", limit != nil),
        ]
        let forSample = [("--it", it != nil), ("--raw", raw != nil)]
        let wrong = (sample == nil ? forSample : forList).filter(\.1).map(\.0)
        return wrong.map { "\($0) is for \(sample == nil ? "one sample; name it" : "lists; leave out the sample")." }
            + (raw != nil && isJSON ? ["--raw prints bytes, so it does not go with JSON."] : [])
    }

    private var wrongValues: [String] {
        var problems: [String] = []
        if let limit, limit < 1 { problems.append("--limit is \(limit). Give a number of at least 1.") }
        if let raw, RecordedPlace(raw) == nil {
            problems.append(
                "--raw: there is no \"\(SafeText(raw).plain)\". Use query, response, step:3 or step:3.arguments.")
        }
        do throws(FilterProblem) { _ = try sort.map { text throws(FilterProblem) in try Sort(parsing: text) } } catch {
            problems.append("--sort: " + error.underlined(in: sort ?? ""))
        }
        return problems
    }

    func run() async throws {
        guard let sample else { return try await printList() }
        let dataset = try source.open(.readOnly)
        let reading = try await dataset.reading(of: try await dataset.id(labelled: sample))
        let label = try await dataset.label(of: reading.sample.id).description
        try check(reading.sample, label)
        if let place = raw.flatMap(RecordedPlace.init) { return try printBytes(of: place, reading.sample, label) }
        let alike = try await dataset.earlierAlike(to: reading.sample.id)?.finding
        let now = dataset.growthNow(of: reading.sample.id.run)
        let asked = try await dataset.asked(of: reading.sample.id)
        guard !isJSON else { return try Output.data.line(json(reading, label, asked)) }
        let report = SampleReport(
            sample: reading.sample, label: label, iteration: it, decisions: reading.decisions,
            compared: try await dataset.comparedLabels(of: reading.decisions), duplicate: alike, now: now, asked: asked)
        try Output.data.line(report.text)
    }

    private func check(_ sample: ReviewedSample, _ label: String) throws {
        guard let it, !sample.state.iterations.contains(where: { $0.number == it }) else { return }
        throw CommandFailure("\(label) has \(sample.state.iterations.count) iterations, none numbered \(it).")
    }

    private func json(_ reading: SampleReading, _ label: String, _ asked: AskedOfSample) -> String {
        SampleLine(
            sample: reading.sample, label: label, iteration: it, decisions: reading.decisions, asked: asked
        ).json.compactText
    }

    private func printBytes(of place: RecordedPlace, _ sample: ReviewedSample, _ label: String) throws {
        guard let bytes = (it.map(sample.standing(after:)) ?? sample).bytes(of: place) else {
            throw CommandFailure(
                "\(label) has no \(SafeText("\(place)").plain). Look at it with toolgrad show \(label).")
        }
        try Output.data.write(bytes)
    }
}

extension ShowCommand {
    private static let page = 500

    private func printList() async throws {
        let choosesOrSorts = list.isUsed || sort != nil
        let dataset = try choosesOrSorts ? source.openForList() : source.open(.readOnly)
        var view = try await list.view(in: dataset)
        if let sort { view.sort = try Sort(parsing: sort) }
        if choosesOrSorts { try await dataset.prepare(for: view) }
        var rest = limit ?? .max
        var offset = 0
        while rest > 0 {
            let summaries = try await dataset.summaries(
                offset: offset, limit: min(Self.page, rest), view.filter, sort: view.sort)
            guard !summaries.isEmpty else { return }
            for summary in summaries { try await print(summary, in: dataset) }
            offset += summaries.count
            rest -= summaries.count
        }
    }

    private func print(_ summary: SampleSummary, in dataset: Dataset) async throws {
        guard isJSON else {
            let now = summary.growth.isOpen ? dataset.growthNow(of: summary.id.run) : .rests
            return try Output.data.line(
                ListLine(summary, now).plain(fitting: StandardStreams.output.isTerminal ? 80 : nil))
        }
        let sample = try await dataset.reviewedSample(summary.id)
        try Output.data.line(SampleLine(sample: sample, label: summary.label.description).json.compactText)
    }
}
