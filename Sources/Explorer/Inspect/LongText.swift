import Canvas
import DisplaySafety

/// Bytes in pieces that are drawn one at a time, so that the longest line opens at once.
///
/// A piece is a line with its line feed, or a part of a line that is longer than a piece may be.
struct LongText: Hashable, Sendable {
    /// How rows come about where a line is wrapped.
    enum Flow: Hashable, Sendable {
        /// Broken between words, for prose.
        case words
        /// Broken at the edge, so that every space is there.
        case cells
    }

    private static let limit = 4096

    let bytes: [UInt8]
    let flow: Flow
    private let starts: [Int]
    /// For each piece the number of its line, from 1.
    private let lines: [Int32]

    init(_ bytes: [UInt8], _ flow: Flow) {
        self.bytes = bytes
        self.flow = flow
        var (starts, lines) = ([0], [Int32(1)])
        var end = Self.end(of: 0, in: bytes)
        while end < bytes.count {
            starts.append(end)
            lines.append((lines.last ?? 1) + (bytes[end - 1] == Self.lineFeed ? 1 : 0))
            end = Self.end(of: end, in: bytes)
        }
        (self.starts, self.lines) = (starts, lines)
    }

    /// How many pieces; at least one, which may be empty.
    var count: Int { starts.count }
    var lineCount: Int { Int(lines.last ?? 1) }

    func line(of piece: Int) -> Int { Int(lines[piece]) }

    /// Whether a line begins with a piece.
    func beginsLine(_ piece: Int) -> Bool { piece == 0 || lines[piece] > lines[piece - 1] }

    func start(of piece: Int) -> Int { starts[piece] }

    /// The piece that an offset of the bytes lies in.
    func piece(at offset: Int) -> Int {
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return max(0, low - 1)
    }

    /// A piece without the end of its line.
    func text(of piece: Int) -> SafeText {
        let text = SafeText(bytes[starts[piece]..<end(of: piece)])
        return text.clusters.last?.isLineBreak == true ? text[0..<text.clusters.count - 1] : text
    }

    /// The cells of a piece.
    func width(of piece: Int) -> Int {
        plainWidth(of: piece) ?? text(of: piece).width
    }

    /// The cells of a piece that is printable ASCII, where each byte is one; nil for every other one.
    func plainWidth(of piece: Int) -> Int? {
        let bytes = bytes[starts[piece]..<end(of: piece)]
        let body = bytes.last == Self.lineFeed ? bytes.dropLast() : bytes
        return body.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? body.count : nil
    }

    /// The rows of a piece as ranges of its clusters.
    func rows(of piece: Int, in room: Inspector.Room) -> [Range<Int>] {
        if flow == .cells, let width = plainWidth(of: piece) {
            guard width > 0 else { return [0..<0] }
            return stride(from: 0, to: width, by: room.columns).map { $0..<min(width, $0 + room.columns) }
        }
        let text = room.drawable(text(of: piece))
        return switch flow {
        case .words: text.wrappedRanges(to: room.columns)
        case .cells: text.chopped(to: room.columns)
        }
    }

    /// How many clusters of a piece come before an offset of the bytes.
    func clusters(of piece: Int, before offset: Int, in room: Inspector.Room) -> Int {
        let end = min(max(starts[piece], offset), end(of: piece))
        return room.drawable(SafeText(bytes[starts[piece]..<end])).clusters.count
    }

    private func end(of piece: Int) -> Int {
        piece + 1 < starts.count ? starts[piece + 1] : bytes.count
    }

    private static let lineFeed: UInt8 = 0x0A

    /// Where the piece ends that begins at an offset: after a line feed, else between words, else between characters.
    private static func end(of start: Int, in bytes: [UInt8]) -> Int {
        let last = min(bytes.count, start + limit)
        if let feed = bytes[start..<last].firstIndex(of: lineFeed) { return feed + 1 }
        guard last < bytes.count, bytes[last] != lineFeed else { return min(bytes.count, last + 1) }
        if let space = bytes[last - limit / 16..<last].lastIndex(of: 0x20) { return space + 1 }
        return (last - 3...last).last { bytes[$0] & 0xC0 != 0x80 } ?? last
    }
}

extension SafeText {
    /// One line in parts of at most so many cells.
    func chopped(to width: Int) -> [Range<Int>] {
        var (parts, start, used) = ([Range<Int>](), 0, 0)
        for (index, cluster) in clusters.enumerated() {
            if used + cluster.width > width, index > start {
                parts.append(start..<index)
                (start, used) = (index, 0)
            }
            used += cluster.width
        }
        return parts + [start..<clusters.count]
    }
}
