import Canvas
import DisplaySafety

/// What lies over the screen.
struct OverlayPicture {
    let overlay: Overlay
    let state: ExplorerState
    let pen: Pen

    func draw(on frame: inout Frame) {
        switch overlay {
        case .reasons(let picker):
            ReasonPickerPicture(picker: picker, name: name(of: picker.subject), pen: pen).draw(on: &frame)
        case .help(let page): HelpPicture(page: page, pen: pen).draw(on: &frame)
        case .palette(let palette): PalettePicture(palette: palette, pen: pen).draw(on: &frame)
        case .filter(let line):
            let layout = state.layout
            FilterLinePicture(line: line, pen: pen).draw(in: layout.hints.lastRow, above: layout.status, on: &frame)
        case .sorts(let menu): SortMenuPicture(menu: menu, pen: pen).draw(on: &frame)
        case .confirm(let confirmation): ConfirmationPicture(confirmation: confirmation, pen: pen).draw(on: &frame)
        case .rerun(let question): RerunQuestionPicture(question: question, pen: pen).draw(on: &frame)
        case .stopping(let question): StopQuestionPicture(question: question, pen: pen).draw(on: &frame)
        case .editing(let sheet): EditSheetPicture(sheet, pen: pen).draw(on: &frame)
        case .override(let sheet):
            if let subject = state.subject(of: sheet) {
                OverrideSheetPicture(sheet: sheet, subject: subject, pen: pen).draw(on: &frame)
            }
        case .rewriting(let choice):
            RewriteChoicePicture(
                choice: choice, open: state.open, columns: min(100, frame.size.columns), pen: pen
            ).draw(on: &frame)
        case .inspector(let inspector):
            InspectorPicture(inspector: inspector, pen: pen).draw(on: &frame)
            NoticeLine(notice: state.notice, pen: pen).draw(over: frame.bounds, on: &frame)
        case .notices: NoticesPicture(told: state.told, utcOffset: state.utcOffset, pen: pen).draw(on: &frame)
        case .export(let form): ExportFormPicture(form: form, pen: pen).draw(on: &frame)
        case .approval(let dialog): CallDialogPicture(dialog, in: state, pen: pen).draw(on: &frame)
        case .proposal(let sheet): RunSheetPicture(sheet: sheet, pen: pen).draw(on: &frame)
        case .quit:
            QuitQuestion(
                run: state.run, growing: state.growing.count,
                asking: state.approvals.waiting.isEmpty ? nil : state.asking,
                background: state.background.warnings(while: state.run, holding: state.held.count)
            ).draw(on: &frame, pen: pen)
        }
    }

    private func name(of subject: ReasonPicker.Subject) -> String {
        switch subject {
        case .one(let sample): state.name(of: sample)
        case .many(_, let count): "\(count) samples"
        case .disputed(_, let name): name
        }
    }
}

extension Rect {
    /// The lowest of its rows.
    fileprivate var lastRow: Rect {
        Rect(row: row + max(0, rows - 1), column: column, rows: min(1, rows), columns: columns)
    }
}

/// A focused box in the middle of the screen with rows from edge to edge.
struct Panel {
    let title: SafeText
    let rows: [PaneRow]
    /// The row that the terminal's cursor is on, and the column in it.
    var cursor = Position(row: 0, column: 0)
    /// The row that is highlighted.
    var selected: Int?

    func draw(columns: Int, on frame: inout Frame, pen: Pen) {
        let rect = frame.bounds.centred(Size(columns: columns, rows: rows.count + 2))
        frame.box(rect, title: title, focus: .focused, glyphs: pen.glyphs, surface: .surface)
        let inner = rect.inset()
        for (row, place) in zip(rows, inner.rowRange) {
            let at = Position(row: place, column: inner.column + 1)
            frame.draw(row, at: at, columns: inner.columns - 2, pen: pen)
        }
        frame.lay(.surface, under: inner)
        if let selected, selected < inner.rows {
            let row = Rect(row: inner.row + selected, column: inner.column, rows: 1, columns: inner.columns)
            frame.lay(.listSelected, under: row)
        }
        frame.cursor = Position(
            row: inner.row + min(cursor.row, max(0, inner.rows - 1)),
            column: inner.column + min(1 + cursor.column, max(0, inner.columns - 1)))
    }
}
