/// One line of an edited text, and where its rows begin.
///
/// Places in it are counted in UTF-8 bytes.
struct TextLine: Hashable, Sendable {
    private(set) var text: String
    /// Where its rows begin; the first is 0.
    private(set) var rows: [Int] = [0]
    /// Characters as a reader counts them.
    private(set) var characters: Int

    /// Rows before a changed one that can change with it: a word moves up when it becomes shorter.
    private static let reach = 3

    init(_ text: String, _ wrap: SoftWrap) {
        self.text = text
        characters = text.count
        breakRows(wrap)
    }

    var length: Int { text.utf8.count }

    mutating func breakRows(_ wrap: SoftWrap) {
        rows = [0]
        continueRows(wrap, old: [], shift: 0)
    }

    /// Puts a text without line feeds where another one was; only the rows around it are broken anew.
    mutating func replace(_ range: Range<Int>, with new: String, _ wrap: SoftWrap) {
        let first = max(0, row(at: range.lowerBound) - Self.reach)
        let old = rows[(first + 1)...].drop { $0 < range.upperBound }
        text.replaceSubrange(index(range.lowerBound)..<index(range.upperBound), with: new)
        characters = text.count
        rows.removeSubrange((first + 1)...)
        continueRows(wrap, old: old, shift: new.utf8.count - range.count)
    }

    /// Goes on after the last row until the line ends, or until a row begins where one began before.
    private mutating func continueRows(_ wrap: SoftWrap, old: ArraySlice<Int>, shift: Int) {
        var old = old
        while true {
            let end = wrap.end(ofRowAt: rows[rows.count - 1], in: text)
            guard end < length else { return }
            old = old.drop { $0 + shift < end }
            if let first = old.first, first + shift == end {
                rows += old.map { $0 + shift }
                return
            }
            rows.append(end)
        }
    }

    private func index(_ byte: Int) -> String.Index {
        text.utf8.index(text.startIndex, offsetBy: byte)
    }
}

extension TextLine {
    /// The row that a byte is in; the one that begins there, where one ends and another begins.
    func row(at byte: Int) -> Int {
        var (low, high) = (0, rows.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if rows[middle] <= byte { low = middle } else { high = middle }
        }
        return low
    }

    /// The bytes of a row.
    func range(ofRow row: Int) -> Range<Int> {
        rows[row]..<(row + 1 < rows.count ? rows[row + 1] : length)
    }

    /// The nearest place at or after a byte that lies between two characters.
    func boundary(atOrAfter byte: Int) -> Int {
        let index = index(byte)
        if byte == 0 || byte == length || String.Index(index, within: text) != nil { return byte }
        return text.utf8.distance(from: text.startIndex, to: text.index(after: index))
    }

    func boundary(before byte: Int) -> Int {
        text.utf8.distance(from: text.startIndex, to: text.index(before: index(byte)))
    }

    func boundary(after byte: Int) -> Int {
        let rest = text[index(byte)...]
        return text.utf8.distance(from: text.startIndex, to: rest.index(after: rest.startIndex))
    }

    /// The character that begins at a byte.
    func character(at byte: Int) -> Character {
        let rest = text[index(byte)...]
        return rest[rest.startIndex]
    }

    /// A part as it is, byte for byte.
    func part(_ range: Range<Int>) -> String { String(text[index(range.lowerBound)..<index(range.upperBound)]) }
}
