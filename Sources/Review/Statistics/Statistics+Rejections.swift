import Engine

extension Statistics {
    var rejectionFigures: [Figure] {
        reasonFigures + [agreed, precision] + targetFigures + [worstTool, worstPlanner].compactMap(\.self)
    }

    /// Every reason that was given, the commonest first.
    private var reasonFigures: [Figure] {
        let given = Reason.allCases.filter { reasons[$0] != nil }
        return given.enumerated().sorted { left, right in
            let (first, second) = (reasons[left.element] ?? 0, reasons[right.element] ?? 0)
            return first == second ? left.offset < right.offset : first > second
        }.map { figure(of: $0.element) }
    }

    private func figure(of reason: Reason) -> Figure {
        var all = figure(
            .reason, item: reason.rawValue, "\(reason.key) \(reason.rawValue)", reasons[reason] ?? 0,
            of: count(.rejected), where: .reason(reason))
        all.parts = [
            Figure(
                .primaryReason, item: reason.rawValue, "first", .count(primaryReasons[reason] ?? 0),
                .hidden("A filter finds a reason in any place: it cannot ask for the first one alone."))
        ]
        return all
    }

    /// No condition joins a rejection with what was found, so each reason is asked for by itself.
    private var agreed: Figure {
        let none = agreedReasons.sorted { $0.rawValue < $1.rawValue }.map { reason in
            Filter.not(.all([.condition(.reason(reason)), .condition(.finding(reason))]))
        }
        // With no reason there is nothing to find: that a sample has no status at all is never so.
        let some = none.isEmpty ? Filter.condition(.status([])) : Filter.not(.all(none))
        return Figure(
            .lintAgreed, "foreseen by a check", .share(lintAgreed, of: count(.rejected)),
            .shown(filter.and(some), count: lintAgreed))
    }

    private var precision: Figure {
        Figure(
            .lintPrecision, "found, then rejected", .share(withFindings.rejected, of: withFindings.decided),
            .shown(narrowed(by: [.decided, .finding(nil)]), count: withFindings.decided))
    }

    private var targetFigures: [Figure] {
        targets.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { target, count in
            Figure(
                .target, item: target, "about \(target)", .share(count, of: self.count(.rejected)),
                .hidden("No filter asks what a reason is about."))
        }
    }

    private var worstTool: Figure? {
        let named = uses.verdicts.map { (name: $0.key.text, verdicts: $0.value) }
        return worst(of: named, .worstTool, "worst tool", among: uses.seen.map(\.text)) { .tool($0) }
    }

    private var worstPlanner: Figure? {
        let named = planners.map { (name: $0.key, verdicts: $0.value) }
        return worst(of: named, .worstPlanner, "worst planner", among: Array(planners.keys)) { .model($0) }
    }

    private func worst(
        of named: [(name: String, verdicts: Verdicts)], _ term: StatisticsTerm, _ title: String, among names: [String],
        _ condition: (String) -> Filter.Condition
    ) -> Figure? {
        let ranked = named.filter { $0.verdicts.rejected > 0 }.sorted { left, right in
            (right.verdicts.leastRejected, left.name) < (left.verdicts.leastRejected, right.name)
        }
        guard let worst = ranked.first else { return nil }
        let samples: Figure.Samples =
            worst.name.isExactPattern(among: names)
            ? .shown(narrowed(by: [.standing(.rejected), condition(worst.name)]), count: worst.verdicts.rejected)
            : .hidden("A filter cannot tell its name from others.")
        return Figure(
            term, item: worst.name, title,
            .share(worst.verdicts.rejected, of: worst.verdicts.decided), samples)
    }
}

extension Statistics.Verdicts {
    /// The share of the rejected ones that is sure enough, so that one rejection alone makes nothing the worst.
    fileprivate var leastRejected: Double { WilsonInterval.of(rejected, of: decided)?.lowerBound ?? 0 }
}

extension String {
    /// Whether a pattern of a filter that is written so fits this name and no other one; patterns ignore case.
    func isExactPattern(among names: some Sequence<String>) -> Bool {
        !contains("*") && !contains("\0") && names.count { $0.lowercased() == lowercased() } == 1
    }
}
