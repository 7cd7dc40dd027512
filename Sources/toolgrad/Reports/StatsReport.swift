import DisplaySafety
import Review

/// The statistics as text, in 80 columns.
struct StatsReport {
    private static let barLength = 18
    /// From nothing to the most there is.
    private static let heights = ["_", ".", "-", "=", "#"]

    private let page: StatisticsPage
    /// How far the clock of those who read it is ahead of UTC.
    private let offset: Duration
    /// The beginning of the interval as it was given; nil where none was.
    private let given: String?

    init(_ page: StatisticsPage, offset: Duration, given: String? = nil) {
        self.page = page
        self.offset = offset
        self.given = given
    }

    /// Each line ends with a line feed.
    var text: String {
        let filter = page.filter == .everything ? "all" : page.filter.text
        let count = page[.samples]?.count ?? 0
        let head = ["\(count.withCommas) sample\(count == 1 ? "" : "s")   filter: \(SafeText(filter).plain)"]
        let sections = StatisticsSection.allCases.flatMap { [""] + lines(of: $0) }
        return (head + interval + sections).map { $0 + "\n" }.joined()
    }

    /// What was given, and when that began on the local clock.
    private var interval: [String] {
        guard let began = page.beginning?.dayAndTime(offset: offset) else { return [] }
        switch (page.interval, given) {
        case (.since, nil): return ["interval: \(page.interval.title(offset: offset)) of the local clock"]
        case (.since, .some(let given)):
            return ["interval: since \(SafeText(given).plain), from \(began) of the local clock"]
        case (.all, _), (.today, _), (.week, _):
            return ["interval: \(page.interval.title(offset: offset)), from \(began) of the local clock"]
        }
    }

    private func lines(of section: StatisticsSection) -> [String] {
        let figures = page.listed(in: section)
        let most = figures.filter(\.hasBar).compactMap(\.count).max() ?? 0
        var term: StatisticsTerm?
        return [section.title]
            + figures.flatMap { figure -> [String] in
                let heading = figure.term == term ? nil : page.heading(of: figure.term)
                term = figure.term
                return [heading.map { "  (\($0))" }].compactMap(\.self) + [line(for: figure, most: most)]
            }
    }

    private func line(for figure: Figure, most: Int) -> String {
        let value = figure.isRate ? figure.percentText ?? "–" : figure.valueText
        let percent = figure.isRate ? "" : figure.percentText ?? ""
        let cells = [
            SafeText(figure.title).truncated(to: 26).padded(to: 26).plain, value.aligned(to: 8),
            percent.aligned(to: 6), figure.note.isEmpty ? bar(for: figure, most: most) : SafeText(figure.note).plain,
        ]
        return ("  " + cells.joined(separator: "  ")).withoutSpacesAtEnd
    }

    private func bar(for figure: Figure, most: Int) -> String {
        if case .series(let series) = figure.value { return series.levels.map { Self.heights[$0] }.joined() }
        guard let count = figure.count, figure.hasBar, most > 0 else { return "" }
        return String(repeating: "#", count: (count * Self.barLength + most - 1) / most)
    }
}

extension String {
    fileprivate func aligned(to width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }

    fileprivate var withoutSpacesAtEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
