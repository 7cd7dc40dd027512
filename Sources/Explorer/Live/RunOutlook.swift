import Engine

/// What can be said of the run at a moment, in figures.
struct RunOutlook: Hashable {
    private let live: LiveState
    private let run: RunActivity
    private let held: Set<SampleID>
    private let now: Timestamp?

    init(_ state: ExplorerState) {
        live = state.live
        run = state.run
        held = state.held
        // Without a tick the last event is the newest time that is known.
        now = [state.session.now, state.live.tally.latest].compactMap(\.self).max()
    }

    /// Samples of the run that have ended, those from before included.
    var ended: Int { live.past.figures.ended + live.tally.ended }

    /// What its samples took, with what they took before, as far as that is known.
    var usage: Usage { live.past.told.usage + live.tally.usage }

    /// Samples that a limit stopped; those of earlier times wait for their turn again once somebody goes on with the run.
    var interrupted: Int { live.tally.interrupted + (goesOn ? 0 : live.past.interrupted.count) }

    /// Samples that were asked for; nil where that is not known.
    var requested: Int? {
        switch run {
        case .growing(let requested), .paused(let requested): requested
        case .idle: live.past.standing?.requested
        case .ended, .failed: goesOn ? live.past.standing?.requested : nil
        }
    }

    /// Samples that no worker has taken up; nil where it is not known how many were asked for.
    var waiting: Int? {
        requested.map { requested in
            max(0, requested - live.past.figures.begun - live.tally.begun) + live.begunAndWaiting
                + (goesOn ? live.past.left : 0)
        }
    }

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
        guard let left, left > 0, !run.isPaused, isUnderWay, standing == nil, let now else { return nil }
        return live.tally.pace.outlook(for: left, since: live.tally.first, now: now)
    }

    /// What it is doing, in a word or two.
    var activity: String {
        switch run {
        case .growing: standing.map { "\($0) held" } ?? "running"
        case .paused: "PAUSED"
        case .ended where goesOn, .failed where goesOn: "in another process"
        case .failed: "FAILED"
        case .ended: "ended"
        case .idle where live.growing > 0: "in another process"
        case .idle: requested.map { ended < $0 } == true ? "unfinished, nobody grows it now" : "over"
        }
    }

    /// How many samples grow while every one of them is held; nil where one goes on.
    private var standing: Int? {
        let growing = live.places.filter { !$0.phase.isOver }
        return growing.isEmpty || !growing.allSatisfy { held.contains($0.id) } ? nil : growing.count
    }

    /// Whether somebody grows the run, here or elsewhere.
    private var goesOn: Bool { run.isUnderWay || live.growingOriginals > 0 }

    /// Whether somebody grows something, here or elsewhere.
    private var isUnderWay: Bool { run.isUnderWay || live.growing > 0 }

    /// The limits of its plan, with what was spent, the nearest one first.
    var budgets: [BudgetUse] {
        guard let budget = (live.tally.plan ?? live.past.standing?.plan)?.budget else { return [] }
        let usage = self.usage
        let seconds = Int(watched?.components.seconds ?? 0)
        let uses: [BudgetUse?] = [
            budget.money.map { money in
                BudgetUse(
                    spent: usage.costText, limit: "\(money)",
                    percent: Int(usage.cost.nanodollars).percent(of: Int(money.nanodollars)))
            },
            budget.tokens.map { BudgetUse(usage.tokens, of: $0, "tokens") },
            budget.modelCalls.map { BudgetUse(usage.modelCalls, of: $0, "model calls") },
            budget.toolCalls.map { BudgetUse(usage.toolCalls, of: $0, "tool calls") },
            knowsTime ? budget.time.map { BudgetUse(seconds, of: Int($0.components.seconds), "s") } : nil,
        ]
        return uses.compactMap(\.self).sorted { $0.percent > $1.percent }
    }

    /// Whether its time is the time for which it was watched: a process that goes on with a run begins anew.
    private var knowsTime: Bool { run.isUnderWay || live.past.figures.begun == 0 }
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
            percent: spent.percent(of: limit))
    }
}
