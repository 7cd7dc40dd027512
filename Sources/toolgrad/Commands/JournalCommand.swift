import ArgumentParser
import DatasetStore
import DisplaySafety
import Engine
import Explorer
import NcursesTerminal
import Review

/// `toolgrad journal`: every decision, and whether the lists still agree with them.
struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: "Print every decision, oldest first.",
        discussion: """
            The journal is only added to: an undo is a decision too. What is not stored of a decision is left out.
            --verify folds the journal of every sample again, compares that with what lists show of it, prints the \
            differences, and exits with 1 when there are any.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, jsonl
    }

    @Option(help: "How to print it.")
    var format = Format.text

    @Flag(help: "The same as --format jsonl.")
    var json = false

    @Option(help: ArgumentHelp("Only what follows the decision with this number.", valueName: "sequence"))
    var after = 0

    @Option(help: ArgumentHelp("Only what this reviewer decided.", valueName: "name"))
    var reviewer: String?

    @Flag(help: "Compare the journal with what lists show.")
    var verify = false

    @OptionGroup var source: DatasetOption

    mutating func validate() throws {
        var problems: [String] = []
        if after < 0 { problems.append("--after is \(after). Give 0 or more.") }
        if verify, after != 0 || reviewer != nil {
            problems.append("--verify is about the whole journal: leave out --after and --reviewer.")
        }
        guard problems.isEmpty else { throw ValidationError(problems.joined(separator: "\n")) }
    }

    private var isJSON: Bool { json || format == .jsonl }

    func run() async throws {
        if verify { return try await compare() }
        let dataset = try source.open(.readOnly)
        var labels: [SampleID: String] = [:]
        var last = after
        while true {
            let page = try await dataset.decisions(after: last, limit: 1_000)
            guard let next = page.last?.sequence else { return }
            for decision in page where reviewer == nil || decision.reviewer == reviewer {
                let known = labels[decision.sample]
                let label = if let known { known } else { try await dataset.label(of: decision.sample).description }
                labels[decision.sample] = label
                let line = JournalLine(
                    decision: decision, label: label, compared: try await dataset.comparedLabel(of: decision))
                try Output.data.line(isJSON ? line.json.compactText : line.text)
            }
            last = next
        }
    }

    private func compare() async throws {
        let dataset = try source.openForList()
        try await dataset.prepare(for: .standard)
        let ids = try await dataset.ids(matching: .everything)
        var differing = 0
        let progress = CountProgress("Journal", count: ids.count)
        for (place, id) in ids.enumerated() {
            try progress.tell(done: place)
            let differences = try await dataset.differences(of: id)
            guard !differences.isEmpty else { continue }
            differing += 1
            let label = try await dataset.label(of: id).description
            for difference in differences {
                try Output.data.line(isJSON ? difference.json(label).compactText : "\(label)  \(difference.text)")
            }
        }
        try progress.end()
        try Output.notes.line("\(ids.count.samples) compared, \(differing) differ.")
        if differing > 0 { throw ExitCode.failure }
    }
}

extension Dataset {
    /// What the sample is called that a decision compares its own with; nil where it is not in the file, or there is
    /// none.
    func comparedLabel(of decision: Decision) async throws -> String? {
        guard let other = decision.action.compared else { return nil }
        return try await summaries(of: [other]).first?.label.description
    }

    /// What the samples are called that decisions compare their own with, as far as they are in the file.
    func comparedLabels(of decisions: [Decision]) async throws -> [SampleID: String] {
        let compared = Set(decisions.compactMap(\.action.compared))
        let summaries = try await summaries(of: Array(compared))
        return Dictionary(summaries.map { ($0.id, $0.label.description) }) { first, _ in first }
    }
}
