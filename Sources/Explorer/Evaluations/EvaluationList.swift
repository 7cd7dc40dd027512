import Engine
import Evaluation

/// Which items of an evaluation a list shows, and in which order.
struct EvaluationList: Hashable, Sendable {
    /// Which items are let through.
    enum Scope: Hashable, Sendable {
        case all, wrong
    }

    /// What an item came to in the evaluation that is marked, where that is something else.
    enum Difference: Hashable, Sendable {
        /// The marked evaluation has it right, this one wrong.
        case lost
        /// The marked evaluation has it wrong, this one right.
        case won
        /// Both have it wrong, or right, by other calls.
        case otherwise
    }

    struct Entry: Hashable, Sendable {
        /// The place of the row among all of the evaluation.
        let place: Int
        /// Nil where nothing is compared.
        let difference: Difference?
    }

    private(set) var entries: [Entry] = []
    /// Items that were left out of a comparison: only one evaluation has them, or they ask for something else there.
    private(set) var unpaired = 0
    /// Items that are in both evaluations and ask for the same, whatever is filtered; 0 where nothing is compared.
    private(set) var pairs = 0
    /// Items that both have under one name and that ask for something else; 0 where nothing is compared.
    private(set) var differing = 0

    init() {}

    /// Of what was read by now: wrong ones first, and what cannot be read before them; among equals as they were asked.
    init(_ rows: [EvaluationRow?], scope: Scope, category: Truth.Category?, comparedWith base: [EvaluationRow?]?) {
        let others = base.map { base in
            Dictionary(base.compactMap { $0?.summary }.map { ($0.id, $0) }) { first, _ in first }
        }
        var ranked: [[Entry]] = [[], [], [], []]
        for (place, row) in rows.enumerated() {
            guard let row else { continue }
            guard let summary = row.summary else {
                ranked[0].append(Entry(place: place, difference: nil))
                continue
            }
            guard let others else {
                guard Self.letsThrough(summary, scope, category) else { continue }
                ranked[summary.isRight ? 2 : 1].append(Entry(place: place, difference: nil))
                continue
            }
            guard let other = others[summary.id], other.truth == summary.truth else {
                unpaired += 1
                if others[summary.id] != nil { differing += 1 }
                continue
            }
            pairs += 1
            guard let difference = Difference(from: other, to: summary), Self.letsThrough(summary, scope, category)
            else { continue }
            ranked[difference.rank].append(Entry(place: place, difference: difference))
        }
        if let others { unpaired += others.count - rows.count { ($0?.summary).map { others[$0.id] != nil } ?? false } }
        entries = ranked.flatMap(\.self)
    }

    private static func letsThrough(
        _ summary: EvaluationSummary, _ scope: Scope, _ category: Truth.Category?
    ) -> Bool {
        (scope == .all || !summary.isRight) && (category == nil || category == summary.category)
    }
}

extension EvaluationList.Difference {
    /// Nil where both made the same of it.
    fileprivate init?(from base: EvaluationSummary, to other: EvaluationSummary) {
        switch (base.isRight, other.isRight) {
        case (true, false): self = .lost
        case (false, true): self = .won
        case (true, true), (false, false):
            guard base.calls != other.calls else { return nil }
            self = .otherwise
        }
    }

    fileprivate var rank: Int {
        switch self {
        case .lost: 1
        case .won: 2
        case .otherwise: 3
        }
    }
}
