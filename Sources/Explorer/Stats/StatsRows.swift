import Canvas
import DisplaySafety
import Review

/// The figures of the screen Stats as rows of its panes.
struct StatsRows {
    let page: StatisticsPage
    let pen: Pen

    /// The rows of a part, the figures numbered from 0.
    func rows(of section: StatisticsSection, width: Int) -> [PaneRow] {
        let figures = page.listed(in: section)
        let layout = Columns(of: figures, pen, width: width)
        let lengths: [PaneRow] = section == .lengths ? [lengthHead(width)] : []
        let head: [PaneRow] = basis(of: section) + lengths
        return head
            + figures.enumerated().flatMap { place, figure -> [PaneRow] in
                let isFirst = place == 0 || figures[place - 1].term != figure.term
                let heading = isFirst ? page.heading(of: figure.term) : nil
                let row = section == .lengths ? length(figure, width) : row(figure, layout)
                return [heading.map { PaneRow(pen.line($0), .textDim) }].compactMap(\.self) + [row.on(.row(place))]
            }
    }

    /// What a part is about, where nothing of it is there yet.
    private func basis(of section: StatisticsSection) -> [PaneRow] {
        guard page[.accepted]?.count == 0 else { return [] }
        switch section {
        case .coverage: return [PaneRow("Only accepted samples count: none yet.", .textDim)]
        case .lengths where page[.rejected]?.count == 0:
            return [PaneRow("Only accepted and rejected samples count: none yet.", .textDim)]
        case .lengths, .decisions, .rejections, .pace, .noOps: return []
        }
    }

    /// How wide the parts of the rows of a pane are.
    struct Columns {
        let title: Int
        let value: Int
        let bar: Int
        /// What the longest bar stands for.
        let most: Int

        fileprivate static let percent = 7
        /// A longer value, as a cost of which a part is not known, has its row to itself.
        private static let longestValue = 10

        init(of figures: [Figure], _ pen: Pen, width: Int) {
            title = min(max(26, width / 3), figures.map { pen.line($0.shownTitle).width }.max() ?? 0)
            let notes = figures.filter { !$0.isRate && $0.hasBar }.map { pen.line($0.note).width }.max() ?? 0
            let values = figures.map { pen.line($0.valueText).width }.filter { $0 <= Self.longestValue }
            value = max(7, values.max() ?? 0) + 1
            bar = max(0, width - title - value - Self.percent - 2 - (notes > 0 ? notes + 2 : 0))
            most = figures.filter(\.hasBar).compactMap(\.count).max() ?? 0
        }
    }

    private func row(_ figure: Figure, _ columns: Columns) -> PaneRow {
        var line = Line(fitted(figure.shownTitle, columns.title), Ink(.text))
        guard !figure.isRate else {
            line.append(aligned(figure.percentText ?? "–", columns.value), Ink(.textStrong))
            line.append(pen.line("  " + figure.note), Ink(.textDim))
            return PaneRow(line)
        }
        if case .series(let series) = figure.value {
            line.append(aligned(figure.valueText, columns.value), Ink(.textStrong))
            line.append("  ")
            return PaneRow(line + spark(series))
        }
        let isLong = pen.line(figure.valueText).width >= columns.value
        let value = isLong ? pen.line("  " + figure.valueText) : aligned(figure.valueText, columns.value)
        line.append(value, Ink(figure.role))
        line.append(aligned(figure.percentText ?? "", Columns.percent), Ink(.textDim))
        guard figure.hasBar else {
            line.append(pen.line("  " + figure.note), Ink(.textDim))
            return PaneRow(line)
        }
        line.append("  ")
        line = line + bar(figure.count, of: columns.most, columns.bar)
        return PaneRow(line, right: Line(pen.line(figure.note), Ink(.textDim)))
    }

    private func bar(_ count: Int?, of most: Int, _ columns: Int) -> Line {
        guard let count, most > 0 else { return Line() }
        // Whatever there is has a trace.
        return Line(pen.glyphs.line(of: .progressFill, columns: (count * columns + most - 1) / most), Ink(.bar))
    }

    /// A sign for each time, the higher the more there was.
    private func spark(_ series: Series) -> Line {
        series.levels.reduce(into: Line()) { $0.append(pen[Glyph.sparks[$1]], Ink(.spark)) }
    }

    private func fitted(_ text: String, _ width: Int) -> SafeText {
        pen.line(text).truncated(to: width, ellipsis: pen[.ellipsis]).padded(to: width)
    }

    private func aligned(_ text: String, _ width: Int) -> SafeText {
        let text = pen.line(text)
        return SafeText(String(repeating: " ", count: max(0, width - text.width))) + text
    }
}

extension StatsRows {
    private static let lengthTitle = 9
    private static let lengthValue = 6

    /// The columns of a bar on either side.
    private func lengthBar(_ width: Int) -> Int { max(0, (width - Self.lengthTitle) / 2 - Self.lengthValue - 3) }

    private func lengthHead(_ width: Int) -> PaneRow {
        let half = Self.lengthValue + 3 + lengthBar(width)
        let title = SafeText(String(repeating: " ", count: Self.lengthTitle))
        return PaneRow(Line(title + fitted("   accepted", half) + pen.line("   rejected"), Ink(.textDim)))
    }

    /// The accepted ones on the left, the rejected ones on the right, all of them measured alike.
    private func length(_ figure: Figure, _ width: Int) -> PaneRow {
        let most = page.listed(in: .lengths).flatMap(\.parts).compactMap(\.count).max() ?? 0
        let columns = lengthBar(width)
        return PaneRow(
            figure.parts.reduce(Line(fitted(figure.title, Self.lengthTitle), Ink(.text))) { line, part in
                var line = line
                line.append(aligned(part.valueText, Self.lengthValue), Ink(.textStrong))
                line.append(" ")
                let bar = bar(part.count, of: most, columns)
                return line + bar + Line(SafeText(String(repeating: " ", count: columns - bar.width + 2)))
            })
    }
}

extension PaneRow {
    /// The row as one that the cursor can be on.
    fileprivate func on(_ item: PaneItem) -> PaneRow { PaneRow(left, right: right, item: item) }
}

extension Figure {
    /// The title, indented where it is a part of the figure above it.
    fileprivate var shownTitle: String {
        switch term {
        case .acceptedAsIs, .acceptedAfterEdit, .topTool, .family, .cause: "  " + title
        case .samples, .accepted, .rejected, .skipped, .undecided, .flagged, .acceptRate, .reason, .primaryReason,
            .lintAgreed, .lintPrecision, .target, .worstTool, .worstPlanner, .steps, .chains, .lengthAccepted,
            .lengthRejected, .toolsUsed, .toolsNeverUsed, .toolGap, .entropy, .pairs, .median, .ninetieth, .perHour,
            .today, .activity, .cost, .costPerCompleted, .costPerAccepted, .promptTokens, .completionTokens, .edited,
            .edit,
            .noOpSamples, .noOpIterations:
            title
        }
    }

    fileprivate var role: Role {
        switch value {
        case .money, .atLeast: .cost
        case .count, .share, .bits, .time, .perHour, .series, .unknown: .textStrong
        }
    }
}
