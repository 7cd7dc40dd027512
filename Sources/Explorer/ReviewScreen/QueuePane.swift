import Canvas
import DisplaySafety
import Engine
import Review

/// The list of samples, with what was decided about each.
struct QueuePane {
    let state: ExplorerState
    let pen: Pen

    var title: SafeText {
        let view = state.queue.view
        let filter = view.filter == .everything ? "" : "  / \(view.filter.text)"
        let sort = view.sort == .standard ? "" : "  sort \(view.sort.text)"
        return pen.line("Queue \(state.queue.total)\(filter)\(sort)")
    }

    /// Rows that are out of sight, wherever the pane is, stay blank.
    var rows: [PaneRow] {
        let samples = state.queue.rows
        if samples.isEmpty, state.queue.view.filter != .everything {
            return [PaneRow("No sample fits.", .textDim), PaneRow("esc shows all again", .textDim)]
        }
        let columns = Columns(for: samples)
        let visible = visible
        return samples.enumerated().map { index, sample in
            visible.contains(index) ? row(for: sample, columns) : PaneRow(Line(), item: .sample(sample.id))
        }
    }

    /// The rows that a pane as high as the screen would show: the selected one in their middle, as far as the ends allow.
    private var visible: Range<Int> {
        let height = state.size.rows
        let middle = state.queue.index.map { $0 - state.queue.offset } ?? 0
        let first = max(0, min(middle - height / 2, state.queue.rows.count - height))
        return first..<first + height
    }

    /// What all rows have in common, so that they stand below each other.
    private struct Columns {
        let label: Int
        /// Whether a check found something in any of the rows at hand.
        let hasFindings: Bool

        init(for rows: [QueueRow]) {
            label = max(3, rows.map(\.shortLabel.count).max() ?? 0)
            hasFindings = rows.contains { ($0.findings ?? 0) > 0 }
        }
    }

    private func row(for sample: QueueRow, _ columns: Columns) -> PaneRow {
        let isSelected = sample.id == state.queue.selection
        let isMarked = state.isMarked(sample.id)
        var line = Line(
            isMarked ? "+" : isSelected ? pen[.listSelected] : " ", Ink(isMarked ? .listMarked : .textStrong))
        line.append(
            SafeText(sample.shortLabel.leftPadded(to: columns.label) + " "), Ink(isMarked ? .listMarked : .listRow))
        line.append(mark(of: sample), Ink(sample.progress == .growing ? .iterRunning : sample.status.role))
        let flag = pen[.decisionFlag]
        line.append(
            sample.isFlagged ? flag : SafeText(" ").padded(to: flag.width),
            Ink(sample.isFlagged ? .decisionFlag : .text))
        if columns.hasFindings { line.append(findings(in: sample), Ink(.lintWarn)) }
        line.append(SafeText(" " + counts(of: sample) + " "), Ink(.listCount))
        let query = state.wrapsRows ? pen.line(sample.query) : pen.line(sample.query, columns: state.size.columns)
        line.append(query, Ink(sample.isUndecided ? .listRow : .textDim))
        return PaneRow(line, item: .sample(sample.id))
    }

    private func findings(in sample: QueueRow) -> SafeText {
        guard let count = sample.findings, count > 0 else { return "   " }
        return count > 9 ? " !+" : SafeText(" !\(count)")
    }

    private func counts(of sample: QueueRow) -> String {
        switch sample.progress {
        case .growing where sample.steps == 0: "grows"
        case .failed: "failed"
        case .interrupted: "stopped"
        case .growing, .finished: "\(sample.chains)c\(sample.steps)s"
        }
    }

    /// The status with the key of the reason, in a column of the same width for all.
    private func mark(of sample: QueueRow) -> SafeText {
        let reason = sample.status == .rejected ? sample.reason.map { String($0.key) } ?? "" : ""
        let edited: SafeText = sample.isEdited && sample.status != .draft ? pen[.decisionDraft] : .empty
        let sign = sample.progress == .growing ? pen[.iterRunning] : pen[sample.status.glyph]
        let width = pen.glyphs.width(of: Glyph.decisions) + 1
        return (sign + SafeText(reason) + edited).prefix(width: width).padded(to: width)
    }

    /// What the signs mean, and the facts about the sample on show.
    func footer(showsFacts: Bool) -> [PaneRow] {
        let legend: [[(Glyph, String)]] = [
            [(.decisionPending, "pending"), (.decisionAccept, "accepted")],
            [(.decisionDraft, "edited"), (.decisionSkip, "skipped")],
            [(.decisionFlag, "flagged"), (.iterRunning, "grows")],
        ]
        let width = pen.glyphs.width(of: Glyph.decisions)
        let rows = legend.map { entries in
            let parts = entries.map { (pen[$0].padded(to: width) + SafeText(" " + $1)).padded(to: 13) }
            return PaneRow(SafeText.joined(parts), .textDim)
        }
        let reason = PaneRow(pen[.decisionReject].padded(to: width) + "n rejected, reason n", .textDim)
        let counts = PaneRow("c chains     s steps", .textDim)
        let marks = PaneRow(pen.line("marked \(state.markedCount)   space mark"), .textDim)
        let finding = PaneRow(pen.line("sort \(state.queue.view.sort.text)   o sort  / filter"), .textDim)
        let facts =
            state.open.map { FactsPane(open: $0, name: state.name(of: $0.id), pen: pen).rows(width: 26).prefix(8) }
            ?? []
        return [.empty] + rows + [reason, counts, marks, finding] + (showsFacts ? [.empty] + facts : [])
    }

    /// The queue in one row, where there is no room for a list.
    func drawStrip(in rect: Rect, on frame: inout Frame) {
        var line = Line(" Queue ", Ink(.tab))
        if let row = state.queue.selected { line = line + self.row(for: row, Columns(for: state.queue.rows)).left }
        let place = state.queue.index.map { "\($0 + 1)/\(state.queue.total) " } ?? ""
        frame.draw(
            PaneRow(line, right: Line(SafeText(place), Ink(.textDim))), at: rect.origin, columns: rect.columns, pen: pen
        )
    }
}

extension QueueRow {
    /// `417`, and `417.b1` for a branch of it.
    fileprivate var shortLabel: String { String(number) + id.branch.map { ".b\($0)" }.joined() }
}

extension ReviewState.Status {
    /// The sign that leads a row.
    var glyph: Glyph {
        switch self {
        case .pending: .decisionPending
        case .draft: .decisionDraft
        case .accepted: .decisionAccept
        case .rejected: .decisionReject
        case .skipped: .decisionSkip
        }
    }

    /// How the sign is drawn.
    var role: Role {
        switch self {
        case .pending: .decisionPending
        case .draft: .decisionDraft
        case .accepted: .decisionAccept
        case .rejected: .decisionReject
        case .skipped: .decisionSkip
        }
    }
}

extension String {
    fileprivate func leftPadded(to columns: Int) -> String {
        String(repeating: " ", count: max(0, columns - count)) + self
    }
}
