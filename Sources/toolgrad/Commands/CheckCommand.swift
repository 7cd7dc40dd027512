import ArgumentParser
import DatasetStore
import DisplaySafety
import Engine
import Explorer
import Review

/// `toolgrad check`: what the checks find in the samples, with a threshold for scripts.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Run the checks over a dataset, and say how good the checks are.",
        discussion: """
            toolgrad check --filter status:accepted
            toolgrad check --filter status:accepted --severity warning --threshold 0.95
            toolgrad check --json | jq -c 'select(.findings | length > 0)'
            toolgrad check --examples

            Checks pre-fill reasons; they never decide. Exits with 1 when fewer samples pass than the threshold asks. \
            --examples needs no dataset: it prints the precision and recall of each check on cases labelled by hand.
            """)

    @OptionGroup var list: ListOptions

    @Option(help: "A sample fails by a finding of this severity or a worse one: info, warning or error.")
    var severity = Finding.Severity.error

    @Option(help: "The share of the samples that must pass, from 0 to 1.")
    var threshold = 1.0

    @Flag(help: "Print one line of JSON for each sample; the table goes to stderr.")
    var json = false

    @Flag(help: "Measure the checks on their labelled cases, and name every case that one gets wrong.")
    var examples = false

    @OptionGroup var source: DatasetOption

    mutating func validate() throws {
        var problems = list.problems
        if !(0...1).contains(threshold) { problems.append("--threshold is \(threshold). Give a share from 0 to 1.") }
        guard problems.isEmpty else { throw ValidationError(problems.joined(separator: "\n")) }
    }

    func run() async throws {
        if examples { return try ExamplesReport().print(asJSON: json) }
        let dataset = try source.openForList()
        var view = try await list.view(in: dataset)
        view.filter = view.filter.and(Filter(growth: .finished))
        // Likeness is known of samples that were looked at.
        try await dataset.prepare(for: QueueView(filter: view.filter.and(.condition(.duplicate))))
        var report = CheckReport(failingFrom: severity)
        for try await sample in dataset.reviewedSamples(view.filter) {
            let findings = try await dataset.findings(in: sample, from: .info)
            report.add(findings)
            if json {
                try Output.data.line(CheckLine(sample, findings, passes: report.passes(findings)).json.compactText)
            }
        }
        try (json ? Output.notes : .data).write(report.text)
        guard report.share >= threshold else { throw ExitCode.failure }
    }
}

extension Finding.Severity: ExpressibleByArgument {}

/// What the checks found in one sample, for machines.
struct CheckLine {
    private let sample: ReviewedSample
    private let findings: [Finding]
    private let passes: Bool

    init(_ sample: ReviewedSample, _ findings: [Finding], passes: Bool) {
        self.sample = sample
        self.findings = findings
        self.passes = passes
    }

    var json: JSON {
        [
            "sample": .string("\(sample.id)"), "run": .string(sample.id.run.hash.hex),
            "status": .string(sample.review.status.rawValue), "passes": .bool(passes),
            "findings": .array(findings.map(\.json)),
        ]
    }
}

extension Finding {
    /// Everything of it, as lines for machines have it.
    var json: JSON {
        [
            "check": .string(check), "version": .number(JSON.Number(version)), "severity": .string(severity.rawValue),
            "target": .string("\(target)"), "reason": .string(reason.rawValue), "evidence": .string(evidence),
        ]
    }
}
