import Engine
import GRDB
import Review

/// A part of another file's journal, with what it takes to find its decisions again here.
struct JournalPage: Sendable {
    /// In the order of their numbers.
    let decisions: [Decision]
    /// Every decision on the samples concerned, in the order in which they count.
    private(set) var journals: [SampleID: [Decision]] = [:]
    /// The samples of the first decisions of bulks.
    private(set) var bulks: [Int: SampleID] = [:]
    /// The samples that reasons name by their labels.
    private(set) var labelled: [String: SampleID] = [:]

    /// Every decision on one sample.
    init(_ decisions: [Decision], of sample: SampleID) {
        let own = decisions.filter { $0.sample == sample }
        self.decisions = own.sorted { $0.sequence < $1.sequence }
        journals = [sample: own]
        for decision in own { bulks[decision.sequence] = sample }
    }

    init(after sequence: Int, limit: Int, in database: Database, path: String) throws {
        decisions = try database.decisions(after: sequence, limit: limit, in: path)
        for bulk in Set(decisions.compactMap(\.bulk)) {
            bulks[bulk] = try database.decision(bulk, in: path)?.sample
        }
        for sample in Set(decisions.map(\.sample)).union(bulks.values) {
            let row = try SampleRow.existing(sample, in: database)
            journals[sample] = try database.decisions(of: sample, row.id, in: path)
        }
        for label in Set(journals.values.joined().flatMap(\.action.namedLabels)) {
            labelled[label] = try SampleLabel(label).flatMap(database.sample(labelled:))
        }
    }
}

extension Decision.Action {
    /// The labels of other samples that the reasons name.
    fileprivate var namedLabels: [String] {
        switch self {
        case .reject(let reasons, _): reasons.compactMap(\.other)
        case .judge(let opinion, _), .adjudicate(let opinion): opinion.decision.namedLabels
        case .accept, .skip, .returnToPending, .flag, .unflag, .edit, .comment, .prefer, .equal, .undo: []
        }
    }

    /// The same action, with other numbers of decisions and other labels; nil where what it takes back has no number.
    func renumbered(_ number: (Int) -> Int?, labels: (String) throws -> String) rethrows -> Self? {
        switch self {
        case .undo(let sequence): return number(sequence).map(Self.undo)
        case .reject(let reasons, let note):
            return .reject(try reasons.relabelled(labels), note: note)
        case .judge(let opinion, let pass): return .judge(try opinion.relabelled(labels), pass: pass)
        case .adjudicate(let opinion): return .adjudicate(try opinion.relabelled(labels))
        case .accept, .skip, .returnToPending, .flag, .unflag, .edit, .comment, .prefer, .equal: return self
        }
    }
}

extension Opinion {
    fileprivate func relabelled(_ labels: (String) throws -> String) rethrows -> Opinion {
        switch self {
        case .accepted, .skipped: self
        case .rejected(let reasons, let note): .rejected(try reasons.relabelled(labels), note: note)
        }
    }
}

extension [AnchoredReason] {
    fileprivate func relabelled(_ labels: (String) throws -> String) rethrows -> [AnchoredReason] {
        try map { AnchoredReason($0.reason, at: $0.target, other: try $0.other.map(labels)) }
    }
}
