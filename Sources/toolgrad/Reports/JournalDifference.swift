import DatasetStore
import DisplaySafety
import Engine
import Review

/// Something that a list shows of a sample and that its journal does not say.
struct JournalDifference: Hashable, Sendable {
    let name: String
    /// What the list shows.
    let listed: String
    /// What the journal amounts to.
    let folded: String

    /// For people, safe for a terminal.
    var text: String { SafeText("\(name): the list has \(listed), the journal \(folded)").plain }

    /// For machines.
    func json(_ label: String) -> JSON {
        ["id": .string(label), "what": .string(name), "listed": .string(listed), "folded": .string(folded)]
    }
}

extension JournalDifference {
    /// Compares the line of a sample with the sample itself.
    static func all(between summary: SampleSummary, and sample: ReviewedSample) -> [JournalDifference] {
        let review = sample.review
        let pairs: [(String, String, String)] = [
            ("status", summary.status.rawValue, review.status.rawValue),
            ("flagged", "\(summary.isFlagged)", "\(review.isFlagged)"),
            ("edited", "\(summary.isEdited)", "\(!review.edits.isEmpty)"),
            ("stale", "\(summary.isStale)", "\(!sample.staleSteps.isEmpty)"),
            ("commented", "\(summary.isCommented)", "\(!review.comments.isEmpty)"),
            ("reason", summary.reason?.rawValue ?? "none", review.reasons.first?.reason.rawValue ?? "none"),
            ("chains", "\(summary.chains)", "\(sample.workflow.chains.count)"),
            ("steps", "\(summary.steps)", "\(sample.workflow.steps.count)"),
            ("query", head(of: summary.queryHead), head(of: sample.query)),
        ]
        return pairs.filter { ExactText($1) != ExactText($2) }.map { Self(name: $0, listed: $1, folded: $2) }
    }

    /// As much of a query as lists keep, counted as the database counts.
    private static func head(of query: String?) -> String {
        guard let query else { return "none" }
        let scalars = query.unicodeScalars.prefix(160).map { $0 == "\0" ? "\u{FFFD}" : $0 }
        return "\"" + String(String.UnicodeScalarView(scalars)) + "\""
    }
}

extension Dataset {
    /// Where the line of a sample and its journal differ; what is decided in between is looked at once more.
    func differences(of sample: SampleID) async throws -> [JournalDifference] {
        let first = try await compared(sample)
        return first.isEmpty ? [] : try await compared(sample)
    }

    private func compared(_ sample: SampleID) async throws -> [JournalDifference] {
        let reviewed: ReviewedSample
        do { reviewed = try await reviewedSample(sample) } catch let error as DatasetError {
            guard case .damaged = error else { throw error }
            return [JournalDifference(name: "journal", listed: "the sample", folded: error.description)]
        }
        guard let summary = try await summaries(of: [sample]).first else { return [] }
        return JournalDifference.all(between: summary, and: reviewed)
    }
}
