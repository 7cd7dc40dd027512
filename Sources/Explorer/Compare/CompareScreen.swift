import Canvas
import DisplaySafety
import Engine
import Review

/// The screen Compare: two sides, each a sample as it stood after an iteration.
struct CompareScreen: ScreenBody {
    let state: ExplorerState
    let pen: Pen

    private var compare: CompareState { state.compare }

    var status: [String] {
        guard let comparison = compare.comparison else { return [] }
        let (count, place) = (hunks.count, compare.hunk.map { "\($0 + 1)/" } ?? "")
        let parts = [
            "A \(comparison.first.title)", "B \(comparison.second.title)",
            count == 0 ? "no difference" : "\(place)\(count) difference\(count == 1 ? "" : "s")",
        ]
        let saved = state.session.lastSaved.map { ["saved \($0.timeOfDay(offset: state.utcOffset))"] } ?? []
        return parts + saved
    }

    var hints: [Hint] {
        [
            Hint(.compare(.previousHunk), .compare(.nextHunk), label: "difference"),
            Hint(.compare(.preferFirst), .compare(.preferSecond), .compare(.preferNeither), label: "prefer"),
            Hint(.compare(.previousIteration), label: "B earlier"), Hint(.compare(.nextIteration), label: "B later"),
            Hint(.compare(.nextBranch), .compare(.previousBranch), label: "branch"), Hint(.compare(.swap)),
            Hint(.compare(.setFirst)), Hint(.override), Hint(.compare(.accept)), Hint(.nextPane), Hint(.undo),
            Hint(.closeLayer), Hint(.palette),
        ]
    }

    func draw(in rect: Rect, on frame: inout Frame) {
        guard let comparison = compare.comparison, let known = compare.known else {
            return drawNothing(in: rect, on: &frame)
        }
        let layout = layout(in: rect, known, comparison)
        draw(Lineage(known: known, comparison: comparison, pen: pen), known, layout, on: &frame)
        if let tabs = layout.tabs { frame.draw(tabLine, at: tabs.origin, columns: tabs.columns) }
        if let chains = layout.chains { draw(comparison, in: chains, on: &frame) }
        if let query = layout.query { draw(.query, in: query, on: &frame) }
        if let response = layout.response { draw(.response, in: response, on: &frame) }
        if let pane = layout.only { draw(only: pane, comparison, in: layout.rest, on: &frame) }
        let free = NoticeLine(notice: state.notice, pen: pen).room(over: rect)
        frame.draw(
            pairwise(comparison).truncated(to: min(free, layout.pairwise.columns), ellipsis: pen[.ellipsis]),
            at: layout.pairwise.origin)
    }

    private func layout(in rect: Rect, _ known: ComparedSamples, _ comparison: Comparison) -> CompareLayout {
        let wanted = [CompareState.Pane.query, .response].map { pane in
            let text = text(of: pane)
            return (text?.rows(width: rect.columns - 4).count ?? 0) + (text?.measures == nil ? 2 : 3)
        }
        return CompareLayout(
            for: rect, akin: known.members.count, isPair: !comparison.isOfOneSample, wanted: wanted,
            showing: compare.pane)
    }

    private func drawNothing(in rect: Rect, on frame: inout Frame) {
        let text = compare.second == nil ? "There is no sample to compare yet." : "Reading the samples."
        frame.draw(
            Line(SafeText(" " + text), Ink(.textDim)), at: Position(row: rect.row + 1, column: rect.column),
            columns: rect.columns)
    }
}

extension CompareScreen {
    private func draw(_ lineage: Lineage, _ known: ComparedSamples, _ layout: CompareLayout, on frame: inout Frame) {
        let rect = layout.lineage
        guard layout.isWide, let comparison = compare.comparison else {
            let pair = ComparedSamples(
                known.members.filter { [lineage.comparison.first.id, lineage.comparison.second.id].contains($0.id) })
            let rows = Lineage(known: pair, comparison: lineage.comparison, pen: pen).rows(width: rect.columns)
            for (row, place) in zip(rows, rect.rowRange) {
                frame.draw(row, at: Position(row: place, column: rect.column), columns: rect.columns, pen: pen)
            }
            return
        }
        let rest = known.leftOut == 0 ? "" : "   \(known.leftOut) more not shown"
        PaneBox(
            title: SafeText("Lineage" + rest), rows: lineage.rows(width: rect.columns - 4), cursor: nil,
            scroll: max(0, lineage.row(of: comparison.second) - (rect.rows - 3)), focus: .unfocused
        ).draw(in: rect, on: &frame, pen: pen)
    }

    private var tabLine: Line {
        CompareState.Pane.allCases.reduce(into: Line(" ")) { line, pane in
            let isShown = pane == compare.pane
            line.append(SafeText(isShown ? "[\(pane.title)]" : " \(pane.title) "), Ink(isShown ? .tabActive : .tab))
            line.append(" ")
        }
    }

    private func draw(only pane: CompareState.Pane, _ comparison: Comparison, in rect: Rect, on frame: inout Frame) {
        switch pane {
        case .chains: draw(comparison, in: rect, on: &frame)
        case .query, .response: draw(pane, in: rect, on: &frame)
        }
    }

    private func draw(_ comparison: Comparison, in rect: Rect, on frame: inout Frame) {
        let halves = rect.split(columns: [.weight(1), .weight(1)])
        let blocks = chains(comparison, width: halves[0].columns - 4)
        let scroll = compare.scrolls[.chains] ?? 0
        PaneBox(
            title: title("A", comparison.first), rows: blocks.flatMap(\.left), cursor: nil, scroll: scroll,
            focus: .unfocused
        ).draw(in: halves[0], on: &frame, pen: pen)
        PaneBox(
            title: title("B", comparison.second), rows: blocks.flatMap(\.right), cursor: nil, scroll: scroll,
            focus: compare.pane == .chains ? .focused : .unfocused
        ).draw(in: halves[1], on: &frame, pen: pen)
    }

    private func title(_ letter: String, _ side: Comparison.Side) -> SafeText {
        let count = side.view.workflow.steps.count
        let place = side.iterations == 0 ? "" : "/\(side.iterations)"
        return pen.line("\(letter)  \(side.title)\(place)   \(count) step\(count == 1 ? "" : "s")")
    }

    func chains(_ comparison: Comparison, width: Int) -> [ComparedChains.Block] {
        ComparedChains(comparison: comparison, width: width, pen: pen).blocks
    }

    private func draw(_ pane: CompareState.Pane, in rect: Rect, on frame: inout Frame) {
        guard let text = text(of: pane) else { return }
        PaneBox(
            title: SafeText([pane.title, text.title].filter { !$0.isEmpty }.joined(separator: "   ")),
            rows: text.rows(width: rect.columns - 4), cursor: nil, scroll: compare.scrolls[pane] ?? 0,
            focus: compare.pane == pane ? .focused : .unfocused, footer: text.measures.map { [PaneRow($0)] } ?? []
        ).draw(in: rect, on: &frame, pen: pen)
    }

    /// What a pane of text shows; nil for the chains.
    func text(of pane: CompareState.Pane) -> ComparedText? {
        guard let comparison = compare.comparison else { return nil }
        let found = { (target: Target) in
            comparison.sides.flatMap { letter, _, alone in
                alone.filter { $0.target == target }.map { (side: letter, finding: $0) }
            }
        }
        return switch pane {
        case .chains: nil
        case .query: ComparedText(comparison: comparison.query, noun: "query", findings: found(.query), pen: pen)
        case .response:
            ComparedText(comparison: comparison.response, noun: "response", findings: found(.response), pen: pen)
        }
    }
}

extension CompareScreen {
    /// What reviewers said of the two, and how to say it.
    func pairwise(_ comparison: Comparison) -> Line {
        var line = Line(" Pairwise: ", Ink(.textDim))
        guard !comparison.isOfOneSample else {
            line.append(pen.line("both sides are states of \(comparison.first.name)."), Ink(.textDim))
            return line
        }
        line.append(pen.line(words(on: comparison)), Ink(comparison.verdict == nil ? .text : .decisionAccept))
        return line
    }

    private func words(on comparison: Comparison) -> String {
        let keys = state.keymap
        let (first, second) = (keys.name(of: .compare(.preferFirst)), keys.name(of: .compare(.preferSecond)))
        let neither = keys.name(of: .compare(.preferNeither))
        let ask = "A is better (\(first)), B is better (\(second)), equal (\(neither))."
        return switch comparison.verdict?.outcome {
        case .firstIsBetter: "A is better so far.   \(ask)"
        case .secondIsBetter: "B is better so far.   \(ask)"
        case .equal: "equal so far.   \(ask)"
        case .disputed: "reviewers differ so far.   \(ask)"
        case nil: ask
        }
    }

    /// How many rows a pane has, and how many of them there is room for.
    func room(of pane: CompareState.Pane) -> (rows: Int, height: Int) {
        guard let comparison = compare.comparison, let known = compare.known else { return (0, 1) }
        let layout = layout(in: ScreenShell.body(of: state.size), known, comparison)
        let rect = layout.rect(of: pane)
        switch pane {
        case .chains:
            let width = rect.split(columns: [.weight(1), .weight(1)])[0].columns - 4
            return (chains(comparison, width: width).reduce(0) { $0 + $1.left.count }, max(1, rect.rows - 2))
        case .query, .response:
            let text = text(of: pane)
            let footer = text?.measures == nil ? 0 : 1
            return (text?.rows(width: rect.columns - 4).count ?? 0, max(1, rect.rows - 2 - footer))
        }
    }

    /// Where the two sides differ, from the chains to the response.
    var hunks: [CompareState.Hunk] {
        guard let comparison = compare.comparison, let known = compare.known else { return [] }
        let layout = layout(in: ScreenShell.body(of: state.size), known, comparison)
        let width = layout.rect(of: .chains).split(columns: [.weight(1), .weight(1)])[0].columns - 4
        var (hunks, row): ([CompareState.Hunk], Int) = ([], 0)
        for block in chains(comparison, width: width) {
            if !block.differing.isEmpty { hunks.append(CompareState.Hunk(pane: .chains, row: row)) }
            row += block.left.count
        }
        return hunks + runs(of: .query, layout) + runs(of: .response, layout)
    }

    /// The rows in which a run of changes begins.
    private func runs(of pane: CompareState.Pane, _ layout: CompareLayout) -> [CompareState.Hunk] {
        let rows = text(of: pane)?.rows(width: layout.rect(of: pane).columns - 4) ?? []
        return rows.indices.filter { rows[$0].hasChange && ($0 == 0 || !rows[$0 - 1].hasChange) }
            .map { CompareState.Hunk(pane: pane, row: $0) }
    }
}

extension CompareState.Pane {
    /// What it is called.
    var title: String {
        switch self {
        case .chains: "Chains"
        case .query: "Query"
        case .response: "Response"
        }
    }
}
