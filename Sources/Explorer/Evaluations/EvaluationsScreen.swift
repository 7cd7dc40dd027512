import Canvas
import DisplaySafety
import Engine
import Evaluation
import Review

/// The screen Evaluations: what models made of the items of a dataset, the wrong ones first.
struct EvaluationsScreen: ScreenBody {
    let state: ExplorerState
    let pen: Pen

    private var evaluations: EvaluationsState { state.evaluations }
    private var studies: [ListedEvaluation] { evaluations.studies ?? [] }
    private var entries: [EvaluationList.Entry] { evaluations.list.entries }

    var pending: PendingReading { evaluations.pending }

    var status: [String] {
        guard let study = evaluations.study else { return [] }
        let right = evaluations.right
        let place = entries.isEmpty ? [] : ["\((evaluations.row + 1).withCommas)/\(entries.count.withCommas)"]
        let share = right.part.share(of: right.whole).map { " \($0)" } ?? ""
        return [evaluations.title(of: study)] + place + [
            "right \(right.part.withCommas)/\(right.whole.withCommas)\(share)"
        ]
            + reading(study) + (evaluations.other.map { ["A is \(evaluations.title(of: $0))"] } ?? [])
            + study.study.facts
    }

    private func reading(_ study: ListedEvaluation) -> [String] {
        let rows = evaluations.rows
        guard rows.isReading else { return [] }
        return ["reading \(rows.readCount.withCommas) of \((rows.indices?.count ?? study.study.items).withCommas)"]
    }

    var hints: [Hint] {
        ownHints + [
            Hint(.evaluations(.nextItem), .evaluations(.previousItem), label: "item"), Hint(.inspect),
        ] + (evaluations.study == nil ? [] : [Hint(.nextPane)]) + [
            Hint(.evaluations(.wrong)), Hint(.evaluations(.category)), Hint(.evaluations(.mark)),
            Hint(.evaluations(.previousStudy), .evaluations(.nextStudy), label: "evaluation"),
            Hint(.evaluations(.refresh)), Hint(.closeLayer, label: "back"), Hint(.palette), Hint(.quit),
        ]
    }

    /// What is done in the pane with the keys; nothing where it is empty.
    private var ownHints: [Hint] {
        guard evaluations.study != nil else { return [] }
        return switch evaluations.pane {
        case .studies: [Hint(.down, .up, label: "evaluation"), Hint(.open, label: "its items")]
        case .items where entries.isEmpty: []
        case .items: [Hint(.down, .up, label: "item"), Hint(.open, label: "its sample")]
        case .detail where evaluations.shown == nil: []
        case .detail: [Hint(.down, .up, label: "scroll"), Hint(.open, label: "read in full")]
        }
    }

    private func layout(in rect: Rect) -> EvaluationsLayout {
        EvaluationsLayout(rect, studies: studies.count, showing: evaluations.pane)
    }

    func draw(in rect: Rect, on frame: inout Frame) {
        guard evaluations.study != nil else {
            return PaneBox(
                title: "Evaluations", rows: emptiness.map { PaneRow(pen.line($0), .textDim) }, cursor: nil, scroll: 0,
                focus: .focused
            ).draw(in: rect, on: &frame, pen: pen)
        }
        let layout = layout(in: rect)
        if let tabs = layout.tabs { frame.draw(tabLine, at: tabs.origin, columns: tabs.columns) }
        if let studies = layout.studies { drawStudies(in: studies, on: &frame) }
        if let items = layout.items { drawItems(in: items, on: &frame) }
        if let detail = layout.detail { drawDetail(in: detail, on: &frame) }
    }

    private func focus(_ pane: EvaluationsState.Pane) -> Focus { evaluations.pane == pane ? .focused : .unfocused }

    private var tabLine: Line {
        EvaluationsState.Pane.allCases.reduce(into: Line(" ")) { line, pane in
            let isShown = pane == evaluations.pane
            line.append(SafeText(isShown ? "[\(pane.title)]" : " \(pane.title) "), Ink(isShown ? .tabActive : .tab))
            line.append(" ")
        }
    }

    /// What there is to say where no evaluation is stored, or none is known yet.
    private var emptiness: [String] {
        guard evaluations.studies == nil else {
            return [
                "This dataset has no evaluation yet.", "One is made by:",
                "toolgrad evaluate --model NAME --dataset \(state.dataset).toolgrad",
                "It asks a model the accepted samples' queries.",
                "The model rules is built in and asks nobody.",
            ]
        }
        return evaluations.problem.map { state.words(onReading: "evaluations", failed: $0) }
            ?? ["Reading the evaluations."]
    }
}

extension EvaluationsScreen {
    private func drawStudies(in rect: Rect, on frame: inout Frame) {
        let window = ListWindow(of: studies.count, around: evaluations.studyRow, height: rect.rows - 2)
        let columns = columns(of: window.range.map { studies[$0] }, width: rect.columns - 4)
        PaneBox(
            title: pen.line("Evaluations \(studies.count)"), rows: window.range.map { studyRow($0, columns) },
            cursor: .row(evaluations.studyRow), scroll: 0, focus: focus(.studies), note: window.note
        ).draw(in: rect, on: &frame, pen: pen)
    }

    private func studyRow(_ place: Int, _ columns: [StudyColumn]) -> PaneRow {
        let listed = studies[place]
        let isShown = listed.id == evaluations.rows.study
        let isMarked = listed.id == evaluations.marked
        var line = Line(
            isMarked ? "A " : (isShown ? pen[.listSelected] : " ") + " ", Ink(isMarked ? .listMarked : .textStrong))
        line.append(pen.line(evaluations.title(of: listed)), Ink(isShown ? .textStrong : .listRow))
        line.append(pen.line(facts(of: listed)), Ink(.textDim))
        return PaneRow(line, right: Line(pen.line(figures(of: listed, columns)), Ink(.listCount)), item: .row(place))
    }

    /// What is told of an evaluation behind its name and its model.
    private enum StudyColumn: CaseIterable {
        case items, right, day
    }

    /// A name and a model are read in full before a day is, or a number of items.
    private func columns(of studies: [ListedEvaluation], width: Int) -> [StudyColumn] {
        let choices: [[StudyColumn]] = [StudyColumn.allCases, [.items, .right], [.right]]
        let fitting = choices.first { columns in
            studies.allSatisfy { listed in
                let texts = [evaluations.title(of: listed) + facts(of: listed), figures(of: listed, columns)]
                return texts.map { pen.line($0).width }.reduce(3, +) <= width
            }
        }
        return fitting ?? [.right]
    }

    private func facts(of listed: ListedEvaluation) -> String { "  " + listed.study.facts.joined(separator: "  ") }

    private func figures(of listed: ListedEvaluation, _ columns: [StudyColumn] = StudyColumn.allCases) -> String {
        columns.map { column in
            switch column {
            case .items: listed.study.items.ofItems
            case .right: listed.right.map { "right \($0.part.share(of: $0.whole) ?? "–")" } ?? "not finished"
            case .day: String(listed.study.began.dayAndTime(offset: state.utcOffset).prefix(10))
            }
        }.joined(separator: "  ")
    }

    private func drawItems(in rect: Rect, on frame: inout Frame) {
        let window = ListWindow(of: entries.count, around: evaluations.row, height: rect.rows - 2)
        let columns = ItemColumns(of: window.range.map { entries[$0] }, on: self, width: rect.columns - 4)
        PaneBox(
            title: itemsTitle, rows: entries.isEmpty ? waiting : window.range.map { itemRow($0, columns) },
            cursor: .row(evaluations.row), scroll: 0, focus: focus(.items), note: window.note
        ).draw(in: rect, on: &frame, pen: pen)
    }

    private var itemsTitle: SafeText {
        let all = evaluations.rows.count
        let shown = entries.count == all ? all.withCommas : "\(entries.count.withCommas) of \(all.withCommas)"
        let filters = [
            evaluations.other == nil ? nil : "where they differ", evaluations.scope == .wrong ? "wrong only" : nil,
            evaluations.category?.rawValue,
            evaluations.list.unpaired > 0 ? "\(evaluations.list.unpaired.withCommas) not in both" : nil,
        ].compactMap(\.self)
        return pen.line((["Items \(shown)"] + filters).joined(separator: "   "))
    }

    /// What there is to say where no item is shown.
    private var waiting: [PaneRow] { waitingWords.map { PaneRow(pen.line($0), .textDim) } }

    private var waitingWords: [String] {
        if evaluations.rows.isReading || evaluations.rows.count == 0 {
            return [state.words(onNoRowsOf: evaluations.rows)]
        }
        guard evaluations.other != nil else { return ["No item is so."] }
        if evaluations.base.isReading { return ["A is being read."] }
        guard evaluations.list.pairs == 0 else { return ["They differ in no such item."] }
        return ["They have no item in common."]
            + (evaluations.list.differing > 0 ? ["Those with the same name ask for other things."] : [])
    }

    /// What the rows of items have in common.
    private struct ItemColumns {
        /// The longest name, as far as there is room for it.
        let name: Int
        /// Where there is little room, mistakes are worth more; the detail has the category.
        let showsCategory: Bool

        private static let roomForCategory = 70
        private static let roomForNames = 90

        init(of entries: [EvaluationList.Entry], on screen: EvaluationsScreen, width: Int) {
            showsCategory = width >= Self.roomForCategory
            let names = entries.compactMap { screen.evaluations.rows[$0.place]?.summary?.id }
            name = min(width >= Self.roomForNames ? 18 : 12, names.map { screen.pen.line($0).width }.max() ?? 0)
        }
    }

    private func itemRow(_ place: Int, _ columns: ItemColumns) -> PaneRow {
        let entry = entries[place]
        var line = Line((place == evaluations.row ? pen[.listSelected] : " ") + " ", Ink(.textStrong))
        switch evaluations.rows[entry.place] {
        case nil: line.append(pen[.ellipsis], Ink(.textDim))
        case .unreadable(let index, let text):
            line.append(pen[.lintError] + SafeText(" \(index) "), Ink(.lintError))
            line.append(pen.line(text), Ink(.lintError))
        case .item(let item):
            line = line + signs(of: item, entry.difference)
            let name = pen.line(item.id).truncated(to: columns.name, ellipsis: pen[.ellipsis])
            line.append(name.padded(to: columns.name + 1), Ink(.listRow))
            let category = SafeText(item.category.rawValue).padded(to: 13)
            if columns.showsCategory { line.append(category, Ink(.textDim)) }
            line.append(SafeText(item.faults.isEmpty ? "" : item.faults.joined(separator: ", ") + "  "), Ink(.lintWarn))
            line.append(pen.line(item.query), Ink(.textDim))
        }
        return PaneRow(line, item: .row(place))
    }

    /// Right or wrong; where two evaluations are compared, first in the marked one.
    private func signs(of item: EvaluationSummary, _ difference: EvaluationList.Difference?) -> Line {
        let width = pen.glyphs.width(of: [.stepOk, .stepFail])
        let sign = { (isRight: Bool) in
            Line(pen[isRight ? .stepOk : .stepFail].padded(to: width + 1), Ink(isRight ? .stepOk : .stepFail))
        }
        guard let difference else { return sign(item.isRight) + word(item.isRight) }
        let before = difference.signs?.marked ?? item.isRight
        return Line("A", Ink(.listMarked)) + sign(before) + Line("here", Ink(.textDim)) + sign(item.isRight)
    }

    private func word(_ isRight: Bool) -> Line {
        Line(SafeText(isRight ? "right " : "wrong "), Ink(isRight ? .stepOk : .stepFail))
    }
}

extension EvaluationsScreen {
    private func drawDetail(in rect: Rect, on frame: inout Frame) {
        PaneBox(
            title: detailTitle.truncated(to: rect.columns - 6, ellipsis: pen[.ellipsis]),
            rows: detail(width: rect.columns - 4), cursor: nil, scroll: evaluations.scroll, focus: focus(.detail)
        ).draw(in: rect, on: &frame, pen: pen)
    }

    private var detailTitle: SafeText {
        guard let item = evaluations.shown else { return "Item" }
        let difference = evaluations.entry?.difference.map { "   \($0.words)" } ?? ""
        let verdict = item.score.isRight ? "right" : "wrong"
        return pen.line("\(item.id)   \(item.truth.category.rawValue)   \(verdict)\(difference)")
    }

    private func detail(width: Int) -> [PaneRow] {
        guard let item = evaluations.shown else { return [missing] }
        let other = evaluations.other.flatMap { other in
            evaluations.shownOfOther.map { (name: evaluations.title(of: other), item: $0) }
        }
        return EvaluatedItemRows(item: item, other: other, width: width, pen: pen).rows
    }

    private var missing: PaneRow {
        if case .unreadable(_, let text)? = evaluations.selected { return PaneRow(pen.line(text), .lintError) }
        return PaneRow(entries.isEmpty ? "There is no item." : "The item is being read.", .textDim)
    }

    /// How many rows the detail has, and how many of them there is room for.
    var detailRoom: (rows: Int, height: Int) {
        let rect = layout(in: ScreenShell.body(of: state.size)).detail ?? ScreenShell.body(of: state.size)
        return (detail(width: rect.columns - 4).count, max(1, rect.rows - 2))
    }
}

extension EvaluationsScreen {
    /// Items that are read out around the one under the cursor.
    private static let spokenItems = 20
    private static let spokenWidth = 4_000

    var lines: [String] {
        guard let study = evaluations.study else { return emptiness.map(said) }
        guard !entries.isEmpty else { return waitingWords }
        switch evaluations.pane {
        case .studies: return ["Evaluations: \(studies.count)."] + studies.map { said(words(on: $0)) }
        case .items:
            let window = ListWindow(of: entries.count, around: evaluations.row, height: Self.spokenItems)
            let note = window.note.isEmpty ? "" : ", told of \(window.note)"
            return [said("Evaluation \(evaluations.title(of: study)). \(itemsTitle.plain)\(note)")]
                + window.range.map { said(words(on: entries[$0])) }
        case .detail: return spokenDetail
        }
    }

    var place: [String] {
        switch evaluations.pane {
        case .studies:
            let row = evaluations.studyRow
            return studies.indices.contains(row) ? [said(words(on: studies[row]))] : emptiness.map(said)
        case .items: return evaluations.entry.map { [said(words(on: $0))] } ?? waitingWords
        case .detail: return spokenDetail
        }
    }

    private func words(on listed: ListedEvaluation) -> String {
        let marked = listed.id == evaluations.marked ? ", marked as A" : ""
        return "\(evaluations.title(of: listed)), \(figures(of: listed).replacing("  ", with: ", "))\(marked)"
    }

    private func words(on entry: EvaluationList.Entry) -> String {
        switch evaluations.rows[entry.place] {
        case nil: return "The item is being read."
        case .unreadable(let index, let text): return "Item \(index): \(text)"
        case .item(let item):
            let verdict = entry.difference?.words ?? (item.isRight ? "right" : "wrong")
            let faults = item.faults.isEmpty ? "" : ": " + item.faults.joined(separator: ", ")
            return "\(item.id), \(item.category.rawValue), \(verdict)\(faults). \(item.query)"
        }
    }

    private var spokenDetail: [String] {
        let rows = detail(width: Self.spokenWidth).map { row in
            [row.left.text.plain.trimmed, row.right.text.plain].filter { !$0.isEmpty }.joined(separator: ", ")
        }
        return [detailTitle.plain.replacing("   ", with: ", ")] + rows.filter { !$0.isEmpty }
    }

    private func said(_ text: String) -> String { pen.line(text).plain }
}
