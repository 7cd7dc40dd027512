import Engine
import Review

/// The part of a card that says how its rows came about, each line as Markdown.
struct CardStory {
    let facts: CardFacts
    let options: ExportOptions
    let totals: ExportTotals

    init(_ options: ExportOptions, _ totals: ExportTotals) {
        facts = options.facts ?? CardFacts()
        self.options = options
        self.totals = totals
    }

    var lines: [String] {
        section("How it was grown", runs.flatMap(\.lines))
            + section("Where the tools come from", sources.map(\.line))
            + section("How it was chosen", curation + limits)
    }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["", "## \(title)", ""] + lines
    }

    private var runs: [CardFacts.Run] { facts.runs.filter { totals.runs.contains($0.id) } }

    /// Each once; a run names the program's own tools only where it has no others.
    private var sources: [CardFacts.ToolSource] {
        guard options.facts != nil else { return [] }
        let demo: [CardFacts.ToolSource] = totals.origins[.demo] == nil ? [] : [.demo]
        var seen: Set<CardFacts.ToolSource> = []
        return (demo + runs.flatMap(\.sources)).filter { seen.insert($0).inserted }
    }
}

extension CardStory {
    private var curation: [String] {
        let decided = (facts.statuses[.accepted] ?? 0) + (facts.statuses[.rejected] ?? 0)
        var lines: [String] = []
        if !facts.statuses.isEmpty {
            let counts = ReviewState.Status.allCases.compactMap { status in
                facts.statuses[status].map { "\($0) \(status.rawValue)" }
            }
            lines.append("- Samples of the dataset: \(counts.joined(separator: ", "))")
        }
        if decided > 0 {
            lines.append(
                "- Accepted of those decided: \(((facts.statuses[.accepted] ?? 0) * 1000 / decided).tenths) %")
        }
        let commonest = facts.reasons.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
        if !commonest.isEmpty {
            lines.append(
                "- Rejected for: " + commonest.map { "`\($0.key.rawValue)` \($0.value)" }.joined(separator: ", "))
        }
        if facts.takesUndecided { lines.append("- Samples that nobody accepted are among the rows (`--include all`)") }
        if options.weakPairs == .included {
            lines.append(
                "- Weak pairs are among the rows: their rejected one merely was not chosen, or never belonged here")
        }
        if !facts.filter.isEmpty { lines.append("- Filter: `\(facts.filter.oneLine)`") }
        if !facts.checks.isEmpty {
            let names = facts.checks.sorted { $0.key < $1.key }.map { "`\($0.key)` \($0.value)" }
            lines.append("- Checks, with their versions: \(names.joined(separator: ", "))")
        }
        return lines
    }

    /// What was asked for, and left samples or rows out.
    private var limits: [String] {
        var lines: [String] = []
        if let gate = options.gate {
            lines.append("- Left out: samples with a finding of severity \(gate.rawValue) or worse")
        }
        if let origins = options.origins {
            let names = origins.map(\.rawValue).sorted().joined(separator: ", ")
            lines.append("- Left out: samples with a result that is not from: \(names)")
        }
        if let most = options.maxTokens {
            switch options.oversize {
            case .skipped: lines.append("- Left out: rows of more than \(most) tokens")
            case .cutOutputs:
                lines.append("- Rows of more than \(most) tokens: long tool outputs cut, else left out")
            }
        }
        return lines
    }
}

extension CardFacts.Run {
    fileprivate var lines: [String] {
        let models = models.sorted { $0.key < $1.key }.map { "\($0.key) by `\($0.value.description.oneLine)`" }.joined(
            separator: ", ")
        var lines = [
            "- Run `\(id)`: planner `\(planner.oneLine)`, strategy \(strategy), seed \(seed)"
                + (models.isEmpty ? "" : "; \(models)") + (cost.map { "; cost \($0)" } ?? "")
        ]
        if planner == ImportedSample.planner {
            lines.append(
                "  - imported: how its samples came to be, and whether their calls were really made, is not recorded")
        }
        lines += prompts.sorted { $0.key < $1.key }.map { "  - prompt `\($0.key)`: SHA-256 `\($0.value)`" }
        return lines
    }
}

extension CardFacts.ToolSource {
    fileprivate var line: String {
        "- `\(name.oneLine)`: \(origin.oneLine); licence: \(license?.oneLine ?? "not stated")"
    }
}

extension Int {
    /// Thousandths as per cent with one decimal place: `953` is `95.3`.
    fileprivate var tenths: String { "\(self / 10).\(self % 10)" }
}

extension String {
    /// On one line, without what Markdown would take for the end of code.
    var oneLine: String {
        split(whereSeparator: \.isNewline).joined(separator: " ").replacing("`", with: "'")
    }
}
