import Canvas
import DisplaySafety
import Engine
import Review

/// A run that would use tools with too few uses, to be copied as a command.
struct RunSheet: Hashable, Sendable {
    let run: ProposedRun
    /// What its tools have in common: `never used`.
    let gap: String
    /// In which samples uses were counted; nil for all of them.
    let basis: String?
    /// What a finished sample of them cost.
    let cost: Figure.Value

    /// The keys that close the sheet do nothing else.
    func copies(by key: Key) -> Bool { key == .character("y") }

    var title: String { "A run for \(run.tools.count) tool\(run.tools.count == 1 ? "" : "s"): \(gap)" }

    /// What is to be known before it is begun, a sentence each.
    var notes: [String] {
        [
            "Nothing is started from here: the command begins the run in a shell.",
            "\(run.count) sample\(run.count == 1 ? "" : "s"): so many it takes when each brings one missing use.",
            price,
            run.others > 0 ? "It leaves \(run.others) more with too few uses to another run." : nil,
            basis.map { "Uses are counted in these samples alone: \($0)." },
            "Add --mcp-config, --toolbench or --model where the tools or the planner need it.",
        ].compactMap(\.self)
    }

    /// What the run may cost, by what samples cost so far.
    private var price: String {
        switch cost {
        case .money(let each) where each > .zero:
            "Finished samples cost \(cost.text) each so far: at that price, about \(text(of: each)) in all."
        case .money: "Finished samples cost nothing so far; another planner may."
        case .atLeast(let each):
            "Finished samples cost \(cost.text) each so far: at that price, at least \(text(of: each)) in all."
        case .count, .share, .bits, .time, .perHour, .series, .unknown:
            "What it costs is not known: there is no price of a finished sample yet."
        }
    }

    /// So much for each sample of the run.
    private func text(of each: Money) -> String {
        let (product, overflow) = each.nanodollars.multipliedReportingOverflow(by: Int64(run.count))
        return Figure.Value.money(Money(nanodollars: overflow ? .max : product)).text
    }

    /// The text for the clipboard.
    var copied: CopiedText { CopiedText(name: "the command", text: run.command) }
}

/// The command, with what is to be known before it is begun.
struct RunSheetPicture {
    let sheet: RunSheet
    let pen: Pen

    func draw(on frame: inout Frame) {
        let columns = min(90, frame.size.columns)
        let command = Line(pen.line(sheet.run.command), Ink(.textStrong)).wrapped(to: columns - 4)
        let notes = notes(columns: columns - 4, rows: max(1, frame.size.rows - 7))
        let most = max(1, frame.size.rows - notes.count - 6)
        let isCut = command.count > most
        let rows =
            command.prefix(isCut ? max(1, most - 1) : most).map { PaneRow($0) }
            + (isCut ? [PaneRow(Line(pen[.ellipsis], Ink(.textDim)))] : [])
            + [.empty] + notes.map { PaneRow($0) }
            + [.empty, PaneRow("y copies the command   any other key closes", .hintText)]
        Panel(title: pen.line(sheet.title), rows: rows).draw(columns: columns, on: &frame, pen: pen)
    }

    /// Cut where a row of the command and the keys would not be in sight.
    private func notes(columns: Int, rows: Int) -> [Line] {
        let notes = sheet.notes.flatMap { Line(pen.line($0), Ink(.textDim)).wrapped(to: columns) }
        return notes.count > rows ? notes.prefix(rows - 1) + [Line(pen[.ellipsis], Ink(.textDim))] : notes
    }
}
