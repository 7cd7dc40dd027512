import Engine

/// The figures of a dataset, or of the part of it that a filter lets through, in the order in which they are shown.
package struct StatisticsPage: Hashable, Sendable {
    /// The samples that were asked for.
    package let filter: Filter
    /// Of which decisions on them the figures are.
    package let interval: StatisticsInterval
    /// The first moment that belongs to the interval; nil where it has no beginning.
    package let beginning: Timestamp?
    package let figures: [Figure]
    /// How many of the samples with iterations that added nothing were asked why.
    package let explained: Int
    /// The tools that no accepted sample uses, by name.
    package let unusedTools: [ToolName]

    /// The tools that fewer accepted samples use than one would want, those with fewest first.
    package let gaps: [ToolGap]
    private let dataset: String

    /// The figures, of a dataset at a path.
    package init(_ statistics: Statistics, dataset: String = "dataset.toolgrad") {
        filter = statistics.asked
        interval = statistics.interval
        beginning = statistics.interval.beginning(dayBegan: statistics.pace.dayBegan)
        gaps = statistics.gaps
        self.dataset = dataset
        explained = statistics.explained
        unusedTools = statistics.unusedTools
        figures =
            statistics.decisionFigures + statistics.rejectionFigures + statistics.lengthFigures
            + statistics.coverageFigures + statistics.paceFigures + statistics.noOpFigures
    }

    /// A run that would use the tools with too few uses, or those alone that no accepted sample uses; nil for none.
    package func proposedRun(for term: StatisticsTerm = .toolGap) -> ProposedRun? {
        ProposedRun(for: term == .toolsNeverUsed ? gaps.filter { $0.uses == 0 } : gaps, dataset: dataset)
    }

    /// The figures of one part, in their order.
    package func figures(of section: StatisticsSection) -> [Figure] { figures.filter { $0.term.section == section } }

    /// Those of them that have a row of their own: how many samples there are stands above all.
    package func listed(in section: StatisticsSection) -> [Figure] {
        figures(of: section).filter { $0.term != .samples }
    }

    /// What stands above the first figure of a term; nil where nothing does.
    package func heading(of term: StatisticsTerm) -> String? {
        let isPart = term == .cause && explained < self[.noOpSamples]?.count ?? 0
        return term.heading.map { isPart ? "\($0), newest \(explained) samples" : $0 }
    }

    /// The first figure of a term; nil where there is none.
    package subscript(term: StatisticsTerm) -> Figure? { figures.first { $0.term == term } }
}

extension Statistics {
    /// A number of samples that a filter shows just so.
    func figure(
        _ term: StatisticsTerm, item: String? = nil, _ title: String, _ count: Int, of whole: Int? = nil,
        where conditions: Filter.Condition...
    ) -> Figure {
        let value = whole.map { Figure.Value.share(count, of: $0) } ?? .count(count)
        return Figure(term, item: item, title, value, .shown(narrowed(by: conditions), count: count))
    }

    /// What the samples have in common, and this too.
    func narrowed(by conditions: [Filter.Condition]) -> Filter {
        conditions.isEmpty ? filter : filter.and(.all(conditions.map(Filter.condition)))
    }
}

extension Filter.Condition {
    static func standing(_ status: ReviewState.Status) -> Self { .status([status]) }

    static let decided = Self.status([.accepted, .rejected])

    /// Just so many of something; nil is open.
    static func amount(_ quantity: Filter.Quantity, from lowest: Int, to highest: Int?) -> Self {
        .count(quantity, Filter.Bounds(Double(lowest), highest.map(Double.init)))
    }
}
