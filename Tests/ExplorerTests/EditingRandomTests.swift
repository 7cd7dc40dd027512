import Canvas
import Testing

@testable import Explorer

@Suite("Random editing")
struct EditingRandomTests {
    private static let keys = 2_500

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `agrees with a plain string, and everything can be undone`(seed: UInt64) {
        var random = RandomText(state: seed)
        let original = random.text(scalars: 60)
        var model = PlainText(text: original)
        var area = TextArea.example(original, columns: 30)

        for _ in 0..<Self.keys {
            let key = random.key(isLong: area.bytes > 400)
            let before = area
            _ = area.press(key, page: 4)
            guard model.press(key, before: before, after: area) else { break }
            expectSound(area, &random)
        }

        let final = area.text
        while area.refusal == nil { area.press("ctrl-_") }
        let isOriginal = area.holds(original)
        #expect(isOriginal)
        area.press("left")
        while area.refusal == nil { area.press("ctrl-r") }
        let isFinal = area.holds(final)
        #expect(isFinal)
    }

    private func expectSound(_ area: TextArea, _ random: inout RandomText) {
        var area = area
        #expect(area.column < area.wrap.columns)
        #expect(area.characters == area.lines.reduce(area.lines.count - 1) { $0 + $1.text.count })
        guard random.below(20) == 0 else { return }
        for line in area.lines { expectRows(of: line, area.wrap) }
        area.fit(SoftWrap(columns: Drawing.widest + 2 + random.below(40)))
        #expect(area.column < area.wrap.columns)
    }
}

/// The same edits on a plain string, slow and obvious.
private struct PlainText {
    var text: String
    /// Bytes before the cursor.
    var cursor: Int

    init(text: String) {
        self.text = text
        cursor = text.utf8.count
    }

    /// The characters, line by line; a line feed is one.
    private var units: [String] {
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        return Array(lines.map { String($0).map { String($0) } }.joined(separator: ["\n"]))
    }

    private var boundaries: [Int] {
        units.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.utf8.count) }
    }

    private var previous: Int { boundaries.last { $0 < cursor } ?? 0 }
    private var next: Int { boundaries.first { $0 > cursor } ?? cursor }
    private var lineStart: Int { (text.utf8.prefix(cursor).lastIndex(of: 0x0A)).map { offset(of: $0) + 1 } ?? 0 }
    private var lineEnd: Int {
        text.utf8.dropFirst(cursor).firstIndex(of: 0x0A).map { offset(of: $0) } ?? text.utf8.count
    }

    private func offset(of index: String.Index) -> Int { text.utf8.distance(from: text.startIndex, to: index) }

    private mutating func replace(_ range: Range<Int>, with new: String) {
        var bytes = Array(text.utf8)
        bytes.replaceSubrange(range, with: new.utf8)
        text = String(decoding: bytes, as: UTF8.self)
        let end = range.lowerBound + new.utf8.count
        cursor = boundaries.first { $0 >= end } ?? end
    }

    /// Follows a key and says whether the other text agrees; where words or rows count, it takes over the cursor.
    mutating func press(_ key: Key, before: TextArea, after: TextArea) -> Bool {
        let place = after.part(TextArea.Place(line: 0, byte: 0)..<after.cursor).utf8.count
        switch key {
        case .character(let character): replace(cursor..<cursor, with: String(character))
        case .paste(let pasted): replace(cursor..<cursor, with: pasted)
        case .enter: replace(cursor..<cursor, with: "\n")
        case .backspace: replace(previous..<cursor, with: "")
        case .delete: replace(cursor..<next, with: "")
        case .left: cursor = previous
        case .right: cursor = next
        case .home: cursor = lineStart
        case .end: cursor = lineEnd
        case .control("u"): replace(lineStart..<cursor, with: "")
        case .control("k"): replace(cursor..<(lineEnd == cursor ? next : lineEnd), with: "")
        case .control("w"):
            let start = before.part(TextArea.Place(line: 0, byte: 0)..<before.wordStart(before: before.cursor))
            replace(start.utf8.count..<cursor, with: "")
        case .control("_"), .control("r"): (text, cursor) = (after.text, place)
        case .up, .down, .pageUp, .pageDown, .alt: cursor = place
        case .control, .function, .escape, .tab, .backTab, .insert: break
        }
        let agrees = after.holds(text) && place == cursor
        #expect(agrees, "\(key)")
        return agrees
    }
}

/// Random numbers, texts and keys of the awkward kind, the same for the same seed.
struct RandomText {
    var state: UInt64

    private static let scalars: [Unicode.Scalar] = [
        "a", "b", " ", " ", "東", "\u{301}", "👩", "\u{200D}", "👧", "🇯", "🇵", "\u{202E}", "\u{1B}", "ش", "\t", "‹",
        "\u{FE0F}", "\u{1161}", "\r", "(", "1", "\u{1F3FD}",
    ]
    private static let moves: [Key] = [
        .left, .left, .right, .home, .end, .up, .down, .pageUp, .pageDown, .alt("b"), .alt("f"), .tab, .escape,
        .control("_"), .control("_"), .control("r"),
    ]
    private static let cuts: [Key] = [.backspace, .delete, .control("w"), .control("u"), .control("k")]

    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % max(1, limit)
    }

    mutating func text(scalars count: Int) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<count { text.append(Self.scalars[below(Self.scalars.count)]) }
        return String(text)
    }

    mutating func key(isLong: Bool) -> Key {
        switch below(isLong ? 8 : 6) {
        case 0, 1: .character(Character(Self.scalars[below(Self.scalars.count)]))
        case 2: below(3) == 0 ? .paste("p\n東\n" + text(scalars: below(8)).filter { $0 != "\r" }) : .enter
        case 3, 4: Self.moves[below(Self.moves.count)]
        case _: Self.cuts[below(Self.cuts.count)]
        }
    }
}
