import Canvas
import Engine
import Review

extension ExplorerState {
    /// What the screen Stats asks for when it is gone to.
    mutating func enterStats() -> [Effect] {
        // What was shown from here is a part of the page, not another one.
        let filter = queue.view.filter == stats.given ? stats.filter : queue.view.filter
        if filter != stats.filter { (stats.filter, stats.page) = (filter, nil) }
        return readStatistics()
    }

    /// Moves about on the screen Stats.
    mutating func moveInStats(_ motion: Motion) -> [Effect] {
        switch motion {
        case .leave: return show(.review)
        case .nextPane: stats.pane = stats.pane.moved(by: 1)
        case .previousPane: stats.pane = stats.pane.moved(by: -1)
        case .open: return openFigure()
        case .down, .up, .halfPageDown, .halfPageUp, .first, .last:
            let count = stats.count(in: stats.pane)
            stats[stats.pane] = motion.row(from: stats[stats.pane], of: max(1, count), page: size.rows)
        }
        return []
    }

    /// Does what is asked for on the screen Stats alone.
    mutating func act(_ action: StatsAction) -> [Effect] {
        switch action {
        case .interval: count(stats.interval.next)
        case .propose: proposeRun()
        case .refresh: readStatistics()
        case .write: stats.page.map { [.writeStatistics($0)] } ?? []
        }
    }

    /// Why it is not possible now; nil when it is.
    func obstacle(to action: StatsAction) -> String? {
        switch action {
        case .interval: nil
        case .propose: obstacleToProposing
        case .refresh: stats.isReading ? "The figures are being counted." : nil
        case .write: stats.page == nil ? "There are no figures yet." : nil
        }
    }

    /// Counts what was decided in another interval.
    mutating func count(_ interval: StatisticsInterval) -> [Effect] {
        stats.choose(interval)
        return readStatistics()
    }

    private var obstacleToProposing: String? {
        guard let page = stats.page else { return "There are no figures yet." }
        guard page.proposedRun(for: stats.gap) != nil else {
            return "No tool has too few uses, or none that a note can name."
        }
        return page[.accepted]?.count == 0
            ? "Only uses in accepted samples count, and none is accepted here: accept some first." : nil
    }

    private mutating func proposeRun() -> [Effect] {
        guard let page = stats.page, let run = page.proposedRun(for: stats.gap) else { return [] }
        let isWhole = page.filter == .everything && page.interval == .all
        let gap = stats.gap == .toolsNeverUsed ? "never used" : "fewer than \(ToolGap.target) uses"
        let basis = [
            page.filter == .everything ? nil : page.filter.text,
            page.interval == .all ? nil : page.interval.title(offset: utcOffset),
        ]
        overlay = .proposal(
            RunSheet(
                run: run, gap: gap, basis: isWhole ? nil : basis.compactMap(\.self).joined(separator: ", "),
                cost: page[.costPerCompleted]?.value ?? .unknown))
        return []
    }

    mutating func pressed(_ key: Key, in sheet: RunSheet) -> [Effect] {
        overlay = nil
        return sheet.copies(by: key) ? [.copy(sheet.copied)] : []
    }

    /// Shows the samples behind the figure under the cursor, or says why it cannot.
    private mutating func openFigure() -> [Effect] {
        guard stats.pane != .agreement else {
            guard stats.agreement != nil else {
                tell("There is no second pass yet, so there is nothing to settle.")
                return []
            }
            return show(.adjudicate)
        }
        guard let figure = stats.figure else { return [] }
        switch figure.samples {
        case .hidden(let reason):
            tell("\(figure.title): \(reason)")
            return []
        case .shown(let filter, _):
            stats.given = filter
            return show(.review) + (filter == queue.view.filter ? [] : show(filter))
        }
    }
}

extension ExplorerState {
    private mutating func readStatistics() -> [Effect] {
        guard !stats.isReading else {
            stats.isOutdated = true
            return []
        }
        (stats.isReading, stats.isOutdated, stats.askedAt) = (true, false, session.now)
        return [.loadStatistics(stats.filter, stats.interval)]
    }

    /// Takes in a page; one that was asked for before the filter changed is asked for anew.
    mutating func take(_ page: StatisticsPage, agreement: AgreementSummary?) -> [Effect] {
        stats.isReading = false
        guard page.filter == stats.filter, page.interval == stats.interval else { return readStatistics() }
        (stats.page, stats.agreement, stats.readAt) = (page, agreement, session.now)
        return []
    }

    mutating func statisticsFailed(_ text: String) {
        stats.isReading = false
        tell(text, .error)
    }

    /// Counts again what is on the screen, once it is a while old: there may be a hundred changes in a second.
    mutating func refreshStatistics() -> [Effect] {
        guard screen == .stats, stats.isOutdated, !stats.isReading else { return [] }
        guard let read = stats.readAt, let now = session.now else { return readStatistics() }
        // What takes long is done the less often.
        let pause = max(.seconds(2), (stats.askedAt.map(read.since) ?? .zero) * 4)
        return now.since(read) < pause ? [] : readStatistics()
    }
}

extension StatsState {
    /// How many rows of a pane the cursor can be on.
    func count(in pane: StatsPane) -> Int {
        guard let section = pane.section else { return AgreementRows.count(of: agreement) }
        return page?.listed(in: section).count ?? 0
    }

    /// Which tools a run is proposed for: those that are never used where the cursor is on these.
    var gap: StatisticsTerm {
        pane == .coverage && figure?.term == .toolsNeverUsed ? .toolsNeverUsed : .toolGap
    }

    /// The figure under the cursor; nil where there is none.
    var figure: Figure? {
        guard let section = pane.section, let figures = page?.listed(in: section) else { return nil }
        return figures.isEmpty ? nil : figures[min(max(0, self[pane]), figures.count - 1)]
    }
}

extension ExplorerEvent {
    /// Whether it changes something that the figures count.
    var changesFigures: Bool {
        switch self {
        case .decided, .listChanged, .changedOutside, .runEnded: true
        case .recorded(let recorded): if case .finished = recorded.event { true } else { false }
        case _: false
        }
    }
}
