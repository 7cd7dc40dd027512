import Engine
import Review

/// What a dataset card says beyond the exported rows themselves: how they were grown and how they were chosen.
package struct CardFacts: Hashable, Sendable {
    /// One run that the rows come from.
    package struct Run: Hashable, Sendable {
        package let id: RunID
        package let planner: String
        /// Models by stage, each as `NAME at ADDRESS`; empty for the offline planner.
        package let models: [String: String]
        /// The SHA-256 of each prompt, by its name.
        package let prompts: [String: ContentHash]
        package let seed: UInt64
        package let strategy: String
        /// As people read it; nil where no model was paid or no price is known.
        package let cost: String?

        package init(
            id: RunID, planner: String, models: [String: String], prompts: [String: ContentHash], seed: UInt64,
            strategy: String, cost: String?
        ) {
            self.id = id
            self.planner = planner
            self.models = models
            self.prompts = prompts
            self.seed = seed
            self.strategy = strategy
            self.cost = cost
        }
    }

    /// Where tools came from.
    package struct ToolSource: Hashable, Sendable {
        package let name: String
        /// The command or the address.
        package let origin: String
        /// As the source states it; nil where it states none.
        package let license: String?

        package init(name: String, origin: String, license: String?) {
            self.name = name
            self.origin = origin
            self.license = license
        }
    }

    package var runs: [Run] = []
    package var sources: [ToolSource] = []
    /// Samples of the dataset by status, whatever the filter of the export.
    package var statuses: [ReviewState.Status: Int] = [:]
    /// Rejected samples by their primary reason.
    package var reasons: [Reason: Int] = [:]
    /// The filter that chose the samples, as it is written.
    package var filter = ""
    /// Checks by name with their versions.
    package var checks: [String: Int] = [:]
    /// Samples with a finding of this severity were left out; nil where findings left out none.
    package var gate: Finding.Severity?

    package init() {}
}

extension CardFacts {
    /// The card's sections, each line as Markdown.
    var lines: [String] {
        section("How it was grown", runs.flatMap(\.lines))
            + section("Where the tools come from", sources.map(\.line))
            + section("How it was chosen", choosing)
    }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["", "## \(title)", ""] + lines
    }

    private var choosing: [String] {
        let decided = (statuses[.accepted] ?? 0) + (statuses[.rejected] ?? 0)
        var lines: [String] = []
        if !statuses.isEmpty {
            let counts = ReviewState.Status.allCases.compactMap { status in
                statuses[status].map { "\($0) \(status.rawValue)" }
            }
            lines.append("- Samples of the dataset: \(counts.joined(separator: ", "))")
        }
        if decided > 0 {
            lines.append("- Accepted of those decided: \(((statuses[.accepted] ?? 0) * 1000 / decided).tenths) %")
        }
        let commonest = reasons.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
        if !commonest.isEmpty {
            lines.append(
                "- Rejected for: " + commonest.map { "`\($0.key.rawValue)` \($0.value)" }.joined(separator: ", "))
        }
        if !filter.isEmpty { lines.append("- Filter: `\(filter)`") }
        if !checks.isEmpty {
            let names = checks.sorted { $0.key < $1.key }.map { "`\($0.key)` \($0.value)" }.joined(separator: ", ")
            lines.append("- Checks, with their versions: \(names)")
        }
        if let gate { lines.append("- Left out: samples with a finding of severity \(gate.rawValue) or worse") }
        return lines
    }
}

extension CardFacts.Run {
    fileprivate var lines: [String] {
        let models = models.sorted { $0.key < $1.key }.map { "\($0.key) by \($0.value)" }.joined(separator: ", ")
        var lines = [
            "- Run `\(id)`: planner \(planner.oneLine), strategy \(strategy), seed \(seed)"
                + (models.isEmpty ? "" : "; \(models.oneLine)") + (cost.map { "; cost \($0)" } ?? "")
        ]
        lines += prompts.sorted { $0.key < $1.key }.map { "  - prompt `\($0.key)`: SHA-256 `\($0.value)`" }
        return lines
    }
}

extension CardFacts.ToolSource {
    fileprivate var line: String {
        "- `\(name.oneLine)`: \(origin.oneLine)" + "; licence: " + (license?.oneLine ?? "not stated")
    }
}

extension Int {
    /// Thousandths as per cent with one decimal place: `953` is `95.3`.
    var tenths: String { "\(self / 10).\(self % 10)" }
}

extension String {
    /// On one line, without what Markdown would take for the end of code.
    fileprivate var oneLine: String {
        split(whereSeparator: \.isNewline).joined(separator: " ").replacing("`", with: "'")
    }
}
