import ArgumentParser
import DatasetStore
import DisplaySafety
import Engine
import Explorer
import NcursesTerminal
import Review

/// `toolgrad check`: what the checks find in the samples, with a threshold for scripts.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Run the checks over a dataset, and say how good the checks are.",
        discussion: """
            toolgrad check --filter status:accepted
            toolgrad check --filter status:accepted --severity warning --threshold 0.95
            toolgrad check --json | jq -c 'select(.findings | length > 0)'
            toolgrad check --judge --model gpt-4.1-mini --max-cost 2.50
            toolgrad check --examples

            Checks pre-fill reasons; they never decide. Exits with 1 when fewer samples pass than the threshold asks, \
            and when --threshold is given and the filter lets no sample through. --examples needs no dataset: it prints \
            the precision and recall of each check on cases labelled by hand.

            The judged checks ask a model. Their verdicts are kept in the dataset, shown and counted from then on, and \
            never paid for twice; one of a text that was edited since counts no more, and a sample without one counts \
            under "–". They warn at most, and are not measured. Exits with 3 when a limit of --judge was met.
            """)

    @OptionGroup var list: ListOptions

    @Option(help: "A sample fails by a finding of this severity or a worse one: info, warning or error.")
    var severity = Finding.Severity.error

    @Option(help: "The share of the samples that must pass, from 0 to 1; without it, all of them.")
    var threshold: Double?

    @Flag(help: "Print one line of JSON for each sample; the table goes to stderr.")
    var json = false

    @Flag(help: "Measure the checks on their labelled cases, and name every case that one gets wrong.")
    var examples = false

    @OptionGroup(title: "Judged checks") var judging: JudgeOptions

    @OptionGroup var source: DatasetOption

    mutating func validate() throws {
        var problems = list.problems
        if let threshold, !(0...1).contains(threshold) {
            problems.append("--threshold is \(threshold). Give a share from 0 to 1.")
        }
        if examples, judging.isWanted { problems.append("--examples measures, and --judge judges: give one of them.") }
        guard problems.isEmpty else { throw ValidationError(problems.joined(separator: "\n")) }
    }

    func run() async throws {
        if examples { return try printExamples() }
        let dataset = try judging.isWanted ? source.open(.readWrite) : source.openForList()
        var view = try await list.view(in: dataset)
        view.filter = view.filter.and(Filter(growth: .finished))
        let ending = judging.isWanted ? try await judge(view.filter, in: dataset) : .complete
        var report = CheckReport(failingFrom: severity)
        try await dataset.check(view.filter) { checked in
            report.add(checked)
            guard json else { return }
            let label = try await dataset.label(of: checked.sample.id)
            let line = CheckLine(checked, label, passes: report.passes(checked.findings)).json.compactText
            // A terminal obeys what it is sent; a file or a pipe gets every byte.
            try Output.data.line(StandardStreams.output.isTerminal ? SafeText(line).plain : line)
        }
        try (json ? Output.notes : .data).write(report.text)
        try check(report)
        if case .limitMet = ending { throw ExitCode.limitMet }
    }

    private func check(_ report: CheckReport) throws {
        guard let share = report.share else {
            if threshold != nil { throw ExitCode.failure }
            return
        }
        guard share >= threshold ?? 1 else { throw ExitCode.failure }
    }

    private func printExamples() throws {
        try ExamplesReport().print(asJSON: json)
        let names = JudgedCheck.allCases.map(\.name).joined(separator: ", ")
        try (json ? Output.notes : .data).write("\nThe judged checks ask a model, and are not measured: \(names).\n")
    }
}

extension Finding.Severity: ExpressibleByArgument {}

/// What the checks found in one sample, for machines.
struct CheckLine {
    private let checked: CheckedSample
    private let label: SampleLabel
    private let passes: Bool

    init(_ checked: CheckedSample, _ label: SampleLabel, passes: Bool) {
        self.checked = checked
        self.label = label
        self.passes = passes
    }

    var json: JSON {
        let sample = checked.sample
        return [
            "sample": .string(label.description), "run": .string(sample.id.run.hash.hex),
            "index": .number(JSON.Number(sample.id.index)),
            "status": .string(sample.review.status.rawValue), "passes": .bool(passes),
            "findings": .array(checked.findings.map(\.json)), "judged": checked.judged.json,
        ]
    }
}

extension JudgedState {
    /// Null where there is no verdict on the sample as it stands.
    fileprivate var json: JSON {
        guard case .judged(let stored) = self else { return nil }
        return ["by": .string(stored.model), "verdicts": stored.judgement.json]
    }
}
