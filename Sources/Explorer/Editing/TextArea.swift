/// A text of several lines that is being typed, and the cursor in it.
///
/// It keeps every byte: what cannot be drawn is shown as a marker and stays what it is. Rows are cached by line, so that
/// a key costs the rows around it.
struct TextArea: Hashable, Sendable {
    /// Bytes it holds at most.
    static let limit = 65_536

    /// A place between two characters.
    struct Place: Hashable, Comparable, Sendable {
        var line: Int
        /// UTF-8 bytes before it in its line.
        var byte: Int

        static func < (left: Place, right: Place) -> Bool {
            (left.line, left.byte) < (right.line, right.byte)
        }
    }

    /// A row on the screen: one of a line's.
    struct Row: Hashable, Comparable, Sendable {
        var line: Int
        var row: Int

        static let first = Row(line: 0, row: 0)

        static func < (left: Row, right: Row) -> Bool {
            (left.line, left.row) < (right.line, right.row)
        }
    }

    var lines: [TextLine]
    var cursor = Place(line: 0, byte: 0)
    /// The column that up and down aim for.
    var wanted: Int?
    /// Why the last key changed nothing.
    var refusal: String?
    var history = TextHistory()
    /// How often the text was changed, undoing included.
    var changes = 0
    /// UTF-8 bytes of the whole text.
    var bytes: Int
    private(set) var wrap: SoftWrap

    /// The text with the cursor at its end.
    init(_ text: String, _ wrap: SoftWrap) {
        self.wrap = wrap
        lines = text.lineParts.map { TextLine($0, wrap) }
        bytes = text.utf8.count
        cursor = end
    }

    var text: String { lines.map(\.text).joined(separator: "\n") }

    /// Characters as a reader counts them, line breaks among them.
    var characters: Int { lines.reduce(lines.count - 1) { $0 + $1.characters } }

    var end: Place { Place(line: lines.count - 1, byte: lines[lines.count - 1].length) }

    /// Breaks the lines anew where the width is another one.
    mutating func fit(_ wrap: SoftWrap) {
        guard wrap != self.wrap else { return }
        self.wrap = wrap
        for line in lines.indices { lines[line].breakRows(wrap) }
    }

    /// Whether this is the text, byte for byte.
    func holds(_ other: String) -> Bool {
        bytes == other.utf8.count && text.utf8.elementsEqual(other.utf8)
    }

    /// A part of the text as it is.
    func part(_ range: Range<Place>) -> String {
        let (from, to) = (range.lowerBound, range.upperBound)
        guard from.line < to.line else { return lines[from.line].part(from.byte..<to.byte) }
        let first = lines[from.line].part(from.byte..<lines[from.line].length)
        let whole = lines[(from.line + 1)..<to.line].map(\.text)
        return ([first] + whole + [lines[to.line].part(0..<to.byte)]).joined(separator: "\n")
    }
}

extension String {
    /// The parts between line feeds, byte for byte; a carriage return stays at the end of its part.
    var lineParts: [String] {
        utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)) }
    }
}
