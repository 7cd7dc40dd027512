import DatasetStore
import Engine
import Review

/// What was done to one sample, as a line.
struct DecidedLine {
    /// Whether it was decided, would be, or was taken back.
    private enum Kind {
        case decided([Decision])
        case wouldBe
        /// A decision was undone, or an undoing; empty where that was only looked at.
        case takenBack(TakenBack, [Decision])
    }

    private let label: String
    private let status: ReviewState.Status
    private let isFlagged: Bool
    private let action: String
    private let kind: Kind

    init(_ summary: SampleSummary, _ decisions: [Decision]) {
        self.init(summary, decisions.first?.action.title ?? "", .decided(decisions))
    }

    init(_ summary: SampleSummary, wouldBe actions: [Decision.Action]) {
        self.init(summary, actions.first?.title ?? "", .wouldBe)
    }

    init(_ summary: SampleSummary, _ taken: TakenBack, _ decisions: [Decision]) {
        self.init(summary, taken.isUndone ? "undo" : "redo", .takenBack(taken, decisions))
    }

    private init(_ summary: SampleSummary, _ action: String, _ kind: Kind) {
        label = summary.label.description
        status = summary.status
        isFlagged = summary.isFlagged
        self.action = action
        self.kind = kind
    }

    /// For people.
    var text: String {
        switch kind {
        case .decided, .wouldBe: "\(label)  \(status.rawValue)\(isFlagged ? "  flagged" : "")"
        case .takenBack(let taken, _): "\(label)  \(action == "undo" ? "undone" : "redone"): \(taken.title)"
        }
    }

    /// For machines.
    var json: JSON {
        var line: JSON.Object = ["id": .string(label), "action": .string(action)]
        if case .takenBack(let taken, _) = kind { line.set("of", .string(taken.title)) }
        line.set("status", .string(status.rawValue))
        line.set("flagged", .bool(isFlagged))
        line.set("decisions", .array(decisions.map { .count($0.sequence) }))
        line.set("bulk", decisions.first?.bulk.map(JSON.count) ?? .null)
        return .object(line)
    }

    private var decisions: [Decision] {
        switch kind {
        case .decided(let decisions), .takenBack(_, let decisions): decisions
        case .wouldBe: []
        }
    }
}
