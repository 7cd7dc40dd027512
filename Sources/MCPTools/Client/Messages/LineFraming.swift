import Foundation

/// Cuts bytes that come in pieces into lines, at line feeds and nowhere else.
///
/// A line above the limit is not kept: what is, is its beginning and its end, so that it can be said which answer it
/// was.
package struct LineFraming: Sendable {
    /// What comes out, in order.
    package enum Item: Hashable, Sendable {
        /// Without its line feed, and without a carriage return or a byte order mark; never blank.
        case line(Data)
        case tooLong(LongLine)
        /// A line that is too long has no end in sight; nothing is read any more.
        case endless(after: Int)
    }

    /// What is kept of a line that is too long.
    package struct LongLine: Hashable, Sendable {
        package let head: Data
        package let tail: Data
        /// Of the whole line, in bytes.
        package let count: Int

        package init(head: Data, tail: Data, count: Int) {
            self.head = head
            self.tail = tail
            self.count = count
        }
    }

    /// Bytes that are kept of the beginning of a line that is too long.
    package static let keptHead = 64 << 10
    private static let keptTail = 256
    /// So many times the limit, and a line counts as endless.
    private static let endlessFactor = 4

    private let limit: Int
    private var line = Data()
    /// Bytes of a line that is too long and were dropped.
    private var dropped = 0
    private var isAtStart = true
    private var isEndless = false

    /// `limit` is the longest line, in bytes.
    package init(limit: Int) {
        self.limit = limit
    }

    /// Takes the next bytes, and gives what they complete.
    package mutating func read(_ piece: Data) -> [Item] {
        var items: [Item] = []
        var rest = piece[...]
        while !rest.isEmpty, !isEndless {
            guard let end = rest.firstIndex(of: 0x0A) else {
                append(rest)
                if let item = endless() { items.append(item) }
                break
            }
            append(rest[..<end])
            if let item = takeLine() { items.append(item) }
            rest = rest[rest.index(after: end)...]
        }
        return items
    }

    /// Takes the end of the bytes: a last line without its line feed counts.
    package mutating func finish() -> Item? {
        isEndless ? nil : takeLine()
    }

    private mutating func append(_ bytes: Data) {
        line.append(bytes)
        guard line.count > limit else { return }
        let kept = Self.keptHead + Self.keptTail
        guard line.count > 2 * kept else { return }
        let tail = line.suffix(Self.keptTail)
        dropped += line.count - kept
        line = line.prefix(Self.keptHead) + tail
    }

    private mutating func endless() -> Item? {
        let count = line.count + dropped
        guard count > Self.endlessFactor * limit else { return nil }
        isEndless = true
        line = Data()
        return .endless(after: count)
    }

    private mutating func takeLine() -> Item? {
        defer {
            line = Data()
            dropped = 0
            isAtStart = false
        }
        let count = line.count + dropped
        guard count <= limit else {
            return .tooLong(LongLine(head: line.prefix(Self.keptHead), tail: line.suffix(Self.keptTail), count: count))
        }
        var whole = line[...]
        if isAtStart, whole.starts(with: [0xEF, 0xBB, 0xBF]) { whole = whole.dropFirst(3) }
        if whole.last == 0x0D { whole = whole.dropLast() }
        let isBlank = whole.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        return isBlank ? nil : .line(Data(whole))
    }
}
