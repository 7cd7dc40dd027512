import DisplaySafety
import Engine
import Evaluation

/// A comparison for people: as text, or as Markdown for a paper or a README.
struct MethodReport {
    private static let titleWidth = 21
    private static let cellWidth = 14

    private let table: ComparisonTable
    private let published: [PublishedFigures]

    init(_ table: ComparisonTable, beside published: [PublishedFigures] = []) {
        self.table = table
        self.published = published
    }

    private var grid: ComparisonGrid { ComparisonGrid(table, beside: published) }

    private var notes: [String] {
        table.notes + published.map { "Published, \($0.title): \($0.source)." }
    }

    /// Each line ends with a line feed; an interval stands below its figure.
    var text: String {
        let grid = grid
        let heads = [line("", grid.heads.map(\.order).withoutRepetitions), line("", grid.heads.map(\.method))]
        let rows = grid.rows.flatMap { row -> [String] in
            let intervals = row.cells.map { $0.interval ?? "" }
            return [line(row.title, row.cells.map(\.text))]
                + (intervals.contains { !$0.isEmpty } ? [line("", intervals)] : [])
        }
        let notes = notes.flatMap { note in
            SafeText(note).wrapped(to: 76).enumerated().map { ($0 == 0 ? "  - " : "    ") + $1.plain }
        }
        return (heads + rows + ["Notes"] + notes).map { $0 + "\n" }.joined()
    }

    private func line(_ title: String, _ cells: [String]) -> String {
        let fitted = cells.map { cell in
            SafeText(cell).truncated(to: Self.cellWidth).padded(to: Self.cellWidth).plain
        }
        let line = ([SafeText(title).padded(to: Self.titleWidth).plain] + fitted).joined(separator: " ")
        return String(line.reversed().drop { $0 == " " }.reversed())
    }

    /// A table with the interval behind each figure, and the notes below it.
    var markdown: String {
        let grid = grid
        let heads = [""] + grid.heads.map { "\($0.method) (\($0.order))" }
        let rule = ["---"] + grid.heads.map { _ in "---:" }
        var title = ""
        let rows = grid.rows.compactMap { row -> [String]? in
            guard !row.cells.isEmpty else {
                title = row.title + ", "
                return nil
            }
            let isPart = row.title.hasPrefix("  ")
            return [(isPart ? title : "") + row.title.drop { $0 == " " }]
                + row.cells.map { cell in cell.text + (cell.interval.map { " (\($0))" } ?? "") }
        }
        let lines = ([heads, rule] + rows).map { cells in
            "| " + cells.map(Self.escaped).joined(separator: " | ") + " |\n"
        }
        return lines.joined() + "\n" + notes.map { "- \(Self.escaped($0))\n" }.joined()
    }

    private static func escaped(_ text: String) -> String {
        SafeText(text).plain.replacing("|", with: "\\|")
    }
}

extension [String] {
    /// A word only where it differs from the one before it.
    fileprivate var withoutRepetitions: [String] {
        indices.map { $0 > 0 && self[$0] == self[$0 - 1] ? "" : self[$0] }
    }
}
