import ArgumentParser
import DatasetStore
import Review

/// `toolgrad agreement`: how far two readings of the same samples agree.
struct AgreementCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreement", abstract: "Tell how far two reviewers, or two passes, agree.",
        discussion: """
            toolgrad review --pass 2 --sample 10% --seed 7 judges decided samples again, blind; several reviewers do so \
            in files of their own, and toolgrad merge brings them together. Told are the raw share, Cohen's kappa and \
            Gwet's AC1, each with its 95 % interval, on the decision, on the primary reason and on every reason. The \
            screen Adjudicate of the explorer settles what differs. Without --json nobody is named.
            """)

    @Flag(help: "Print it as JSON, with the reviewers.")
    var json = false

    @OptionGroup var source: DatasetOption

    func run() async throws {
        let report = AgreementReport(summary: try await source.open(.readOnly).agreement())
        if json { return try Output.data.line(report.json.compactText) }
        for line in report.lines { try Output.data.line(line) }
    }
}
