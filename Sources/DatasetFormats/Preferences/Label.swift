import Engine
import Review

/// One way to go on from a place of a sample, judged by itself.
struct Label {
    enum Verdict {
        case good, bad
    }

    let verdict: Verdict
    /// Who says so: the source of a preference, `accepted`, or `rejected_` and the reason.
    let source: String
    let history: [[ExportStep]]
    let continuation: Continuation
}

extension ExportMaterial {
    /// What is known to be good or bad, the sample's own turns first, then what was preferred in it.
    func labels(of preferences: [Preference]) -> [Label] {
        guard let row = conversation else { return [] }
        let own: [Label] =
            switch reviewed.review.status {
            case .accepted: row.accepted
            case .rejected: reviewed.review.reasons.compactMap(row.rejected)
            case .pending, .draft, .skipped: []
            }
        return own + preferences.flatMap(\.labels)
    }
}

extension Preference {
    fileprivate var labels: [Label] {
        [
            Label(verdict: .good, source: source.rawValue, history: history, continuation: chosen),
            Label(verdict: .bad, source: source.rawValue, history: history, continuation: rejected),
        ]
    }
}

extension ExportRow {
    /// Every turn, and the response.
    fileprivate var accepted: [Label] {
        let calls = turns.indices.map { place in
            (history: Array(turns[..<place]), next: Continuation.calls(turns[place].map(\.step.call)))
        }
        return (calls + [(turns, .answer(response))]).map {
            Label(verdict: .good, source: "accepted", history: $0.history, continuation: $0.next)
        }
    }

    /// What a reason shows to be bad; nil where it is not one call or the response.
    fileprivate func rejected(for reason: AnchoredReason) -> Label? {
        switch reason.target {
        case .step(let number), .argument(let number, _):
            guard reason.reason.blames == .call,
                let place = turns.firstIndex(where: { $0.contains { $0.step.number == number } }),
                let step = turns[place].first(where: { $0.step.number == number })
            else { return nil }
            return label(reason, after: Array(turns[..<place]), .calls([step.step.call]))
        case .response:
            return reason.reason.blames == .answer ? label(reason, after: turns, .answer(response)) : nil
        case .whole, .query, .chain, .iteration, .proposal: return nil
        }
    }

    private func label(
        _ reason: AnchoredReason, after history: [[ExportStep]], _ continuation: Continuation
    ) -> Label {
        Label(
            verdict: .bad, source: "rejected_" + reason.reason.rawValue, history: history,
            continuation: continuation)
    }
}

extension Reason {
    fileprivate enum Blamed {
        case call, answer, other
    }

    /// What an assistant should have done otherwise; an empty output is the tool's doing, a bad query nobody's.
    fileprivate var blames: Blamed {
        switch self {
        case .wrongTool, .badValue, .argumentNotInferable, .redundantStep, .badDependency, .unsafe: .call
        case .ungrounded, .incomplete, .leaksTools, .unnatural: .answer
        case .ambiguous, .timeBound, .missingStep, .emptyOutput, .duplicate, .other: .other
        }
    }
}
