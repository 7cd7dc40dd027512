/// Cuts a file into rows while it is read piece by piece, so that only one row is ever in memory.
///
/// A row that is longer than a given number of bytes is passed over up to its end, so that those behind it keep their
/// numbers. A byte order mark at the beginning belongs to no row.
package struct RowSplitter: Sendable {
    private enum Cutting {
        case whole
        case lines
        case list(ListScan)
    }

    private let longest: Int
    private var cutting: Cutting
    private var row: [UInt8] = []
    /// The bytes of the row so far; `row` has none of them once they are too many.
    private var length = 0
    /// Rows so far.
    private var count = 0

    /// `longest` is the most bytes of one row.
    package init(_ layout: ImportLayout, longest: Int = ImportLimits.bytes) {
        self.longest = longest
        cutting =
            switch layout {
            case .whole: .whole
            case .lines: .lines
            case .list: .list(ListScan())
            }
    }

    /// The rows that a piece completes.
    package mutating func add(_ piece: [UInt8]) -> [ImportRow] {
        switch cutting {
        case .whole:
            keep(piece[...])
            return []
        case .lines: return lines(in: piece)
        case .list(var scan):
            let rows = elements(in: piece, by: &scan)
            cutting = .list(scan)
            return rows
        }
    }

    /// What is left when the file is at its end.
    package mutating func finish() -> [ImportRow] {
        switch cutting {
        case .whole: return [complete()]
        case .lines: return length == 0 ? [] : [complete()]
        case .list(let scan): return scan.isOver ? [] : [broken("The list is not closed.")]
        }
    }

    private mutating func keep(_ bytes: ArraySlice<UInt8>) {
        length += bytes.count
        if length <= longest { row += bytes } else { row = [] }
    }

    private mutating func complete() -> ImportRow {
        count += 1
        defer {
            row = []
            length = 0
        }
        if length > longest { return ImportRow(spot: spot, content: .tooLong(length)) }
        return ImportRow(spot: spot, content: .bytes(count == 1 ? row.withoutMark : row))
    }

    private var spot: ImportPlace.Spot {
        switch cutting {
        case .whole: .whole
        case .lines: .line(count)
        case .list: .element(count)
        }
    }

    private mutating func broken(_ what: String) -> ImportRow {
        count += 1
        return ImportRow(spot: spot, content: .broken(what))
    }
}

extension RowSplitter {
    private mutating func lines(in piece: [UInt8]) -> [ImportRow] {
        var rows: [ImportRow] = []
        var rest = piece[...]
        while let end = rest.firstIndex(of: 0x0A) {
            keep(rest[..<end])
            rows.append(complete())
            rest = rest[(end + 1)...]
        }
        keep(rest)
        return rows
    }

    private mutating func elements(in piece: [UInt8], by scan: inout ListScan) -> [ImportRow] {
        var rows: [ImportRow] = []
        var start = 0
        for (index, byte) in piece.enumerated() {
            switch scan.read(byte) {
            case .inside: continue
            case .outside: start = index + 1
            case .elementEnds:
                keep(piece[start..<index])
                rows.append(complete())
                start = index + 1
            case .stray:
                rows.append(broken("Something stands behind the end of the list."))
                start = index + 1
            }
        }
        keep(piece[start...])
        return rows
    }
}

/// Follows a JSON list byte by byte, as far as it takes to know where its elements end.
private struct ListScan {
    enum Step {
        /// The byte belongs to an element, or may.
        case inside
        case outside
        case elementEnds
        /// The first byte behind the list that is no white space.
        case stray
    }

    private enum State {
        case before
        /// Within the list; nothing but white space of the element was read yet.
        case blank(isFirst: Bool)
        case element
        case string
        case escaped
        case after
        case over
    }

    private var state = State.before
    /// Lists and objects that are open within the element.
    private var depth = 0

    /// Whether the list has ended.
    var isOver: Bool {
        switch state {
        case .after, .over: true
        case .before, .blank, .element, .string, .escaped: false
        }
    }

    mutating func read(_ byte: UInt8) -> Step {
        switch state {
        case .before:
            if byte == UInt8(ascii: "[") { state = .blank(isFirst: true) }
            return .outside
        case .blank(let isFirst): return begin(byte, isFirst)
        case .element: return go(on: byte)
        case .string:
            if byte == UInt8(ascii: "\\") { state = .escaped } else if byte == UInt8(ascii: "\"") { state = .element }
            return .inside
        case .escaped:
            state = .string
            return .inside
        case .after:
            guard !byte.isJSONSpace else { return .outside }
            state = .over
            return .stray
        case .over: return .outside
        }
    }

    private mutating func begin(_ byte: UInt8, _ isFirst: Bool) -> Step {
        if byte.isJSONSpace { return .outside }
        if byte == UInt8(ascii: "]"), isFirst {
            state = .after
            return .outside
        }
        state = .element
        return go(on: byte)
    }

    private mutating func go(on byte: UInt8) -> Step {
        switch byte {
        case UInt8(ascii: "\""): state = .string
        case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "]") where depth == 0:
            state = .after
            return .elementEnds
        case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
        case UInt8(ascii: ",") where depth == 0:
            state = .blank(isFirst: false)
            return .elementEnds
        case _: break
        }
        return .inside
    }
}

extension UInt8 {
    /// Whether the byte is white space between parts of JSON.
    var isJSONSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}

extension [UInt8] {
    /// The bytes without a byte order mark of UTF-8 before them.
    var withoutMark: [UInt8] { starts(with: [0xEF, 0xBB, 0xBF]) ? Array(dropFirst(3)) : self }
}
