import Engine

/// What can be said of the run at a moment, in figures.
struct RunOutlook: Hashable {
    private let live: LiveState
    private let run: RunActivity
    private let now: Timestamp?

    init(_ state: ExplorerState) {
        live = state.live
        run = state.run
        // Without a tick the last event is the newest time that is known.
        now = [state.session.now, state.live.tally.latest].compactMap(\.self).max()
    }

    /// Samples of the run that have ended, those from before included.
    var ended: Int { live.before + live.tally.ended }

    /// Samples that were asked for; nil where that is not known.
    var requested: Int? {
        switch run {
        case .growing(let requested), .paused(let requested): requested
        case .idle, .ended, .failed: nil
        }
    }

    /// Samples that have not begun; nil where it is not known how many were asked for.
    var waiting: Int? { requested.map { max(0, $0 - live.before - live.tally.begun) } }

    /// Samples that are still to end: those that were stopped come to no end in this run.
    var left: Int? { waiting.map { $0 + live.growingOriginals } }

    /// How long the run was watched.
    var watched: Duration? {
        guard let first = live.tally.first, let now else { return nil }
        let end = run.isUnderWay || live.growing > 0 ? now : live.tally.latest ?? now
        return end.since(first)
    }

    /// How long it will still take; nil where that is not known, or makes no sense.
    var outlook: Pace.Outlook? {
        guard let left, left > 0, !run.isPaused, let now else { return nil }
        return live.tally.pace.outlook(for: left, since: live.tally.first, now: now)
    }

    /// What it is doing, in a word or two.
    var activity: String {
        switch run {
        case .growing: "running"
        case .paused: "PAUSED"
        case .failed: "FAILED"
        case .ended: "ended"
        case .idle: live.growing > 0 ? "in another process" : "over"
        }
    }

    /// The limits of its plan, with what was spent, the nearest one first.
    var budgets: [BudgetUse] {
        guard let budget = live.tally.plan?.budget else { return [] }
        let usage = live.tally.usage
        let seconds = Int(watched?.components.seconds ?? 0)
        let uses: [BudgetUse?] = [
            budget.money.map { money in
                BudgetUse(
                    spent: usage.costText, limit: "\(money)",
                    percent: usage.cost.nanodollars.percent(of: money.nanodollars))
            },
            budget.tokens.map { BudgetUse(usage.tokens, of: $0, "tokens") },
            budget.modelCalls.map { BudgetUse(usage.modelCalls, of: $0, "model calls") },
            budget.toolCalls.map { BudgetUse(usage.toolCalls, of: $0, "tool calls") },
            budget.time.map { BudgetUse(seconds, of: Int($0.components.seconds), "s") },
        ]
        return uses.compactMap(\.self).sorted { $0.percent > $1.percent }
    }
}

/// A limit of a run, and what was spent of it.
struct BudgetUse: Hashable {
    let spent: String
    let limit: String
    let percent: Int

    init(spent: String, limit: String, percent: Int) {
        (self.spent, self.limit, self.percent) = (spent, limit, percent)
    }

    fileprivate init(_ spent: Int, of limit: Int, _ unit: String) {
        self.init(
            spent: spent.withCommas, limit: "\(limit.withCommas) \(unit)",
            percent: Int64(spent).percent(of: Int64(limit)))
    }
}

extension Int64 {
    /// At most 100 of so many; all of nothing.
    fileprivate func percent(of all: Int64) -> Int {
        all <= 0 ? 100 : Int(Swift.min(100, Double(self) / Double(all) * 100))
    }
}
