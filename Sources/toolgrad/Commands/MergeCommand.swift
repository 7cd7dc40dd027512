import ArgumentParser
import DatasetStore
import DisplaySafety
import Foundation

/// `toolgrad merge`: several datasets into one.
struct MergeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Bring what other datasets have into one: samples, decisions, reviewers.",
        discussion: """
            toolgrad merge ann.toolgrad ben.toolgrad --into team.toolgrad

            A sample that several have is one: the longer history counts, and decisions lie among each other by their \
            times, each with its reviewer; what two files judge differently is named. Merging again changes nothing. \
            A sample whose histories differ is left as it is and named; then it \
            exits with 1. Baselines and evaluations stay in their files and are named. The other files are not changed.
            """)

    @Argument(help: ArgumentHelp("The datasets to take from.", valueName: "file"))
    var files: [String]

    @Option(help: ArgumentHelp("The dataset to add to; begun where there is none.", valueName: "file"))
    var into: String

    func run() async throws {
        let surroundings = Surroundings.read()
        let sources = try files.map {
            try Dataset.openedAfterCrash(at: surroundings.existingDataset($0), mode: .readOnly)
        }
        guard !files.contains(where: { Self.isSame($0, into) }) else {
            throw CommandFailure("\(into) cannot be merged into itself. Name another file with --into.")
        }
        let target = try Dataset.openedAfterCrash(at: into, mode: .readWrite)
        var refused = 0
        for source in sources {
            let report = try await target.merge(source)
            try tell(report, of: source.path)
            refused += report.samples.refused
        }
        if refused > 0 { throw ExitCode.failure }
    }

    private func tell(_ report: MergeReport, of path: String) throws {
        let (samples, decisions) = (report.samples, report.decisions)
        try Output.data.line(
            "\(path): \(samples.new) new samples, \(samples.extended) grown further, \(samples.same) as they were; "
                + "\(decisions.new) new decisions, \(decisions.known) known"
                + (decisions.refused > 0 ? ", \(decisions.refused) not taken" : "") + "; \(report.runs.new) new runs"
                + (report.disagreementCount > 0 ? "; \(report.disagreementCount) samples judged differently" : ""))
        for shift in report.labels where !shift.isSame {
            try Output.notes.line(
                "  its samples \(shift.old.lowerBound) to \(shift.old.upperBound) begin at \(shift.new) in \(into)")
        }
        for refusal in report.refusals {
            try Output.notes.line(ToolText.line("  \(refusal.label) was left as it is: \(refusal.reason)"))
        }
        try more(samples.refused - report.refusals.count)
        for line in DecisionRefusal.lines(report.decisionRefusals, of: decisions.refused) {
            try Output.notes.line(ToolText.line("  " + line))
        }
        for line in report.linesOnStudies(in: path) { try Output.notes.line(ToolText.line("  " + line)) }
        for disagreement in report.disagreements {
            try Output.notes.line(ToolText.line("  " + disagreement.line(between: into, and: path)))
        }
        try more(report.disagreementCount - report.disagreements.count)
    }

    private func more(_ count: Int) throws {
        if count > 0 { try Output.notes.line("  … and \(count) more") }
    }

    private static func isSame(_ one: String, _ other: String) -> Bool {
        URL(fileURLWithPath: one).resolvingSymlinksInPath() == URL(fileURLWithPath: other).resolvingSymlinksInPath()
    }
}

extension MergeReport {
    /// The studies that stay where they are, and what else is said there of those that are here too.
    fileprivate func linesOnStudies(in path: String) -> [String] {
        let named = Set(studiesLeft.map(\.id))
        return studiesLeft.map { "the study \($0.name) (\($0.kind.rawValue), \($0.id)) stays in \(path)" }
            + studyNotesLeft.filter { !named.contains($0.study) }.map { $0.line(in: path) }
    }
}

extension MergeReport.StudyNote {
    fileprivate func line(in path: String) -> String {
        switch kind {
        case .evaluation: "the figures of the evaluation \(study) stay in \(path)"
        case .baseline: "how many samples the baseline \(study) should have stays in \(path)"
        }
    }
}

extension MergeReport.Disagreement {
    /// Who says what, and which of it counts.
    fileprivate func line(between here: String, and there: String) -> String {
        "\(label) is \(self.here.status.rawValue) by \(self.here.reviewer) in \(here) and "
            + "\(self.there.status.rawValue) by \(self.there.reviewer) in \(there); "
            + "both are kept, and it counts as \(counts.rawValue)"
    }
}
