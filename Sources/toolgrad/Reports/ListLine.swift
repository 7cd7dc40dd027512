import DatasetStore
import DisplaySafety
import Review

/// A sample as a line of a plain list, safe for a terminal.
struct ListLine {
    private let text: SafeText

    /// What is known of a sample that is not finished is told with its draft, or instead of one.
    init(_ summary: SampleSummary, _ now: GrowthNow = .rests) {
        let growth = summary.growth.isOpen && summary.queryHead != nil ? [now.mark] : []
        let facts = ["\(summary.chains)c\(summary.steps)s"] + growth + Self.marks(of: summary)
        let head = (summary.queryHead ?? summary.growth.words(now)).replacing("\n", with: " ")
        text = SafeText.joined([
            SafeText("\(summary.label)  "), SafeText(summary.status.rawValue).padded(to: 8),
            SafeText("  \(facts.joined(separator: " "))  "), SafeText(head),
        ])
    }

    private static func marks(of summary: SampleSummary) -> [String] {
        [
            summary.reason?.rawValue, summary.isEdited ? "edited" : nil, summary.isStale ? "stale" : nil,
            summary.isFlagged ? "flagged" : nil, summary.isCommented ? "commented" : nil,
        ].compactMap(\.self)
    }

    /// The whole line, or as much of it as fits a number of columns.
    func plain(fitting columns: Int? = nil) -> String {
        columns.map { text.truncated(to: $0).plain } ?? text.plain
    }
}
