extension Statistics {
    var lengthFigures: [Figure] {
        figures(.steps, "step", steps, upTo: 7, of: .steps) + figures(.chains, "chain", chains, upTo: 4, of: .chains)
    }

    /// A figure for each number up to the last one, which stands for all above it too; 0 only where there are any.
    private func figures(
        _ term: StatisticsTerm, _ noun: String, _ counts: [Int: Verdicts], upTo last: Int, of quantity: Filter.Quantity
    ) -> [Figure] {
        ((counts[0] == nil ? 1 : 0)...last).map { number in
            let highest = number == last ? nil : number
            let verdicts = counts.filter { $0.key == number || highest == nil && $0.key > number }.values
            let title = "\(number)\(highest == nil ? "+" : "") \(noun)\(number == 1 ? "" : "s")"
            let bounds = Filter.Condition.amount(quantity, from: number, to: highest)
            return figure(term, "\(number)", title, verdicts.reduce(into: Verdicts()) { $0.add($1) }, bounds)
        }
    }

    private func figure(
        _ term: StatisticsTerm, _ item: String, _ title: String, _ verdicts: Verdicts, _ bounds: Filter.Condition
    ) -> Figure {
        var both = figure(term, item: item, title, verdicts.decided, of: decided, where: .decided, bounds)
        let kind = term == .steps ? "steps" : "chains"
        both.parts = [
            figure(
                .lengthAccepted, item: "\(kind).\(item)", "accepted", verdicts.accepted, of: count(.accepted),
                where: .standing(.accepted), bounds),
            figure(
                .lengthRejected, item: "\(kind).\(item)", "rejected", verdicts.rejected, of: count(.rejected),
                where: .standing(.rejected), bounds),
        ]
        return both
    }
}

extension Statistics.Verdicts {
    fileprivate mutating func add(_ other: Self) {
        accepted += other.accepted
        rejected += other.rejected
    }
}
