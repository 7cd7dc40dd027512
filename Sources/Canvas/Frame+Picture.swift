extension Frame {
    /// The frame as text: its rows, each exactly as wide as the frame, with line feeds between them.
    package func text() -> String {
        (0..<size.rows).map(text(row:)).joined(separator: "\n")
    }

    /// One row as text, without colours.
    package func text(row: Int) -> String {
        cells(row: row).reduce(into: "") { $0 += $1.text }
    }

    /// The frame's inks as text, a line for each row: `border 1, title 12, text.dim/list.selected 30`.
    ///
    /// The number is the cells; the surface follows a slash where it is not `base`; emphasis is left out.
    package func roles() -> String {
        (0..<size.rows).map(roles(row:)).joined(separator: "\n")
    }

    /// One row's inks as text.
    package func roles(row: Int) -> String {
        var runs: [(name: String, count: Int)] = []
        for cell in cells(row: row) {
            let name = cell.ink.roleName
            if let last = runs.last, last.name == name {
                runs[runs.count - 1].count += 1
            } else {
                runs.append((name, 1))
            }
        }
        return runs.map { "\($0.name) \($0.count)" }.joined(separator: ", ")
    }

    private func cells(row: Int) -> ArraySlice<Cell> {
        cells[row * size.columns..<(row + 1) * size.columns]
    }
}

extension Ink {
    fileprivate var roleName: String {
        surface == .base ? role.rawValue : "\(role.rawValue)/\(surface.rawValue)"
    }
}
