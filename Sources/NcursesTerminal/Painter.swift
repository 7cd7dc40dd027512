import CNcurses
internal import Canvas

/// Brings the screen from the frame it shows to another one.
struct Painter {
    let tier: ColorTier
    private var shown: Frame?
    private var theme: Theme?
    private var looks: [Ink: Style] = [:]

    init(tier: ColorTier) {
        self.tier = tier
    }

    /// Nothing on the screen is known any more, so the next frame is painted as a whole.
    mutating func forget() {
        shown = nil
        ct_forget_screen()
    }

    /// Paints what differs; what lies beyond the screen is left out.
    mutating func paint(_ picture: Exchange.Picture, on size: Size) {
        if theme != picture.theme {
            theme = picture.theme
            looks = [:]
            shown = nil
        }
        for run in picture.frame.changes(from: shown) { put(run, theme: picture.theme, size: size) }
        shown = picture.frame
        let cursor = picture.frame.cursor.flatMap { Rect(size).contains($0) ? $0 : nil }
        ct_flush(Int32(cursor?.row ?? -1), Int32(cursor?.column ?? -1))
    }

    private mutating func put(_ run: Frame.Run, theme: Theme, size: Size) {
        guard run.position.row < size.rows else { return }
        var cells: [ct_cell] = []
        cells.reserveCapacity(run.cells.count)
        var column = run.position.column
        for cell in run.cells where cell.width > 0 {
            guard column + cell.width <= size.columns else { break }
            cells.append(ct_cell(cell, style: style(of: cell.ink, in: theme)))
            column += cell.width
        }
        ct_put(Int32(run.position.row), Int32(run.position.column), cells, Int32(cells.count))
    }

    private mutating func style(of ink: Ink, in theme: Theme) -> Style {
        if let style = looks[ink] { return style }
        let style = theme.style(for: ink, tier: tier)
        looks[ink] = style
        return style
    }
}
