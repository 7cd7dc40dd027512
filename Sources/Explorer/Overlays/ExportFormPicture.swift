import Canvas
import DisplaySafety

/// The formats, the folder, and how many samples would be written.
struct ExportFormPicture {
    let form: ExportForm
    let pen: Pen

    func draw(on frame: inout Frame) {
        let count = "\(form.count) \(form.status.rawValue) sample\(form.count == 1 ? "" : "s") to write."
        let heading = PaneRow(pen.line(count), .text)
        let formats = form.formats.enumerated().map(row)
        let rows = [heading, .empty] + formats + [.empty, folder, complaint, keys]
        var panel = Panel(title: "Export", rows: rows)
        switch form.field {
        case .format:
            panel.selected = 2 + form.chosen
            panel.cursor = Position(row: 2 + form.chosen, column: 0)
        case .folder: panel.cursor = Position(row: rows.count - 3, column: 8 + pen.line(form.folder.head).width)
        }
        panel.draw(columns: min(78, frame.size.columns), on: &frame, pen: pen)
    }

    private func row(_ index: Int, _ format: ExplorerState.ExportFormat) -> PaneRow {
        var line = Line(index == form.chosen ? pen[.listSelected] + " " : "  ", Ink(.textStrong))
        line.append(pen.line(format.name).padded(to: 18), Ink(.textStrong))
        line.append(pen.line(format.summary), Ink(.textDim))
        return PaneRow(line)
    }

    private var folder: PaneRow {
        PaneRow(Line([Span("folder  ", .textDim), Span(pen.line(form.folder.text), .input)]))
    }

    private var complaint: PaneRow {
        form.complaint.map { PaneRow(pen.line($0), .inputError) } ?? .empty
    }

    private var keys: PaneRow {
        switch form.field {
        case .format: PaneRow("j/k format   tab folder   enter write   esc", .hintText)
        case .folder: PaneRow("typing the folder   tab format   enter write   esc", .hintText)
        }
    }
}
