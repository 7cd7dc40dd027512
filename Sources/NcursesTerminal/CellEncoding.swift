import CNcurses
internal import Canvas

extension ct_cell {
    /// The cell as ncurses takes it.
    init(_ cell: Cell, style: Style) {
        self.init()
        var scalars = cell.text.unicodeScalars.lazy.map(\.value).makeIterator()
        self.scalars.0 = scalars.next() ?? 0x20
        self.scalars.1 = scalars.next() ?? 0
        self.scalars.2 = scalars.next() ?? 0
        self.scalars.3 = scalars.next() ?? 0
        self.scalars.4 = scalars.next() ?? 0
        foreground = style.foreground.number
        background = style.background.number
        attributes = style.attributes.bits
        width = UInt8(clamping: cell.width)
    }
}

extension Color {
    /// The number that the terminal's description gives the colour; -1 is the default.
    fileprivate var number: Int32 {
        switch self {
        case .standard: -1
        case .ansi(let number), .indexed(let number): Int32(clamping: number)
        case .rgb(let red, let green, let blue):
            // The lowest eight numbers of a direct-colour terminal are the named colours.
            max(8, Int32(red) << 16 | Int32(green) << 8 | Int32(blue))
        }
    }
}

extension Attributes {
    /// What ncurses can do; it knows no line through the text.
    fileprivate var bits: UInt16 {
        let known = [
            (Attributes.bold, CT_BOLD), (.dim, CT_DIM), (.italic, CT_ITALIC),
            (.underline, CT_UNDERLINE), (.reverse, CT_REVERSE),
        ]
        return known.reduce(0) { contains($1.0) ? $0 | UInt16($1.1) : $0 }
    }
}
