/// Where two texts differ: what both begin and end with, in whole words, and what each has between.
struct TextChange: Hashable, Sendable {
    let head: String
    let old: String
    let new: String
    let tail: String

    init(from old: String, to new: String) {
        let (before, after) = (Array(old.utf8), Array(new.utf8))
        let head = Self.commonHead(before, after)
        let tail = Self.commonTail(before.dropFirst(head), after.dropFirst(head))
        self.head = String(decoding: before.prefix(head), as: UTF8.self)
        self.old = String(decoding: before.dropFirst(head).dropLast(tail), as: UTF8.self)
        self.new = String(decoding: after.dropFirst(head).dropLast(tail), as: UTF8.self)
        self.tail = String(decoding: before.suffix(tail), as: UTF8.self)
    }

    /// Up to the last white space, so that a word is never cut.
    private static func commonHead(_ old: [UInt8], _ new: [UInt8]) -> Int {
        var count = zip(old, new).prefix { $0 == $1 }.count
        while count > 0, !isSpace(old[count - 1]) { count -= 1 }
        return count
    }

    /// From a word's beginning on in both.
    private static func commonTail(_ old: ArraySlice<UInt8>, _ new: ArraySlice<UInt8>) -> Int {
        var count = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
        while count > 0, !begins(old.dropLast(count)) || !begins(new.dropLast(count)) { count -= 1 }
        return count
    }

    private static func begins(_ before: ArraySlice<UInt8>) -> Bool {
        before.last.map(isSpace) ?? true
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }
}
