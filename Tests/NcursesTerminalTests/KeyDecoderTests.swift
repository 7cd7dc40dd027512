import Canvas
import Testing

@testable import NcursesTerminal

@Suite struct `Keys from what a terminal sends` {
    @Test(arguments: [
        ("a", Key.character("a")), ("Ж", .character("Ж")), ("東", .character("東")), (" ", .character(" ")),
        ("\t", .tab), ("\r", .enter), ("\n", .control("j")), ("\u{7F}", .backspace), ("\u{8}", .control("h")),
        ("\u{3}", .control("c")), ("\u{1A}", .control("z")), ("\0", .control(" ")), ("\u{1F}", .control("_")),
    ])
    func `are characters and controls`(typed: String, key: Key) {
        #expect(keys(typed) == [key])
    }

    @Test(arguments: [
        ("\u{1B}[A", Key.up), ("\u{1B}OA", .up), ("\u{1B}[D", .left), ("\u{1B}OD", .left),
        ("\u{1B}[1;5C", .right), ("\u{1B}[1;2B", .down), ("\u{1B}[H", .home), ("\u{1B}OF", .end),
        ("\u{1B}[1~", .home), ("\u{1B}[4~", .end), ("\u{1B}[5~", .pageUp), ("\u{1B}[6;5~", .pageDown),
        ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete), ("\u{1B}[Z", .backTab), ("\u{1B}OM", .enter),
        ("\u{1B}OP", .function(1)), ("\u{1B}[11~", .function(1)), ("\u{1B}[15;2~", .function(5)),
        ("\u{1B}[24~", .function(12)),
    ])
    func `are found in either spelling of a sequence`(typed: String, key: Key) {
        #expect(keys(typed) == [key])
    }

    @Test(arguments: [
        ("\u{1B}", [Key.escape]),
        ("\u{1B}\u{1B}", [.escape, .escape]),
        ("\u{1B}x", [.alt("x")]),
        ("\u{1B}é", [.alt("é")]),
        ("\u{1B}\r", [.alt("\r")]),
        ("\u{1B}[", [.alt("[")]),
        ("\u{1B}O", [.alt("O")]),
        ("\u{1B}P", [.alt("P")]),
        ("\u{1B}\u{3}", [.escape, .control("c")]),
    ])
    func `tell escape from alt by what follows at once`(typed: String, expected: [Key]) {
        #expect(keys(typed) == expected)
    }

    @Test(arguments: [
        "\u{1B}[200;1R", "\u{1B}[?1;2c", "\u{1B}[97;5u", "\u{1B}[<0;10;5M", "\u{1B}[>0;276;0c", "\u{1B}Ox",
        "\u{1B}]11;rgb:1414/1818/1f1f\u{07}", "\u{1B}]11;rgb:1414/1818/1f1f\u{1B}\\", "\u{1B}P1+r524742\u{1B}\\",
        "\u{9B}",
    ])
    func `are never the letters of an unknown sequence`(typed: String) {
        #expect(keys(typed + "z") == [.character("z")])
    }

    @Test func `of a sequence that a slow line cut in two are whole`() {
        var decoder = KeyDecoder()

        let first = decoder.take(typed: "\u{1B}[1;5")
        let second = decoder.take(typed: "C")

        #expect(first == [])
        #expect(second == [.right])
    }

    @Test func `of a character that came in two reads are whole`() {
        var decoder = KeyDecoder()
        let bytes = Array("京".utf8)

        let first = decoder.take([.byte(bytes[0]), .byte(bytes[1]), .pause])
        let second = decoder.take([.byte(bytes[2]), .pause])

        #expect(first == [])
        #expect(second == [.character("京")])
    }

    @Test func `that the terminal's description knows come after a waiting escape`() {
        var decoder = KeyDecoder()

        #expect(decoder.take([.byte(0x1B), .known(.up)]) == [.escape, .up])
    }

    @Test func `in an endless sequence do not fill memory`() {
        #expect(keys("\u{1B}[" + String(repeating: "1", count: 70)).count < 70)
    }

    private func keys(_ typed: String) -> [Key] {
        var decoder = KeyDecoder()
        return decoder.take(typed: typed)
    }
}

@Suite struct `Pasted keys` {
    @Test func `are one key with the text`() {
        #expect(paste("a accept\nr reject") == [.paste("a accept\nr reject")])
    }

    @Test(arguments: [
        ("one\rtwo", "one\ntwo"), ("one\r\ntwo", "one\ntwo"), ("one\n\ntwo", "one\n\ntwo"), ("\r\r", "\n\n"),
        ("a\tb", "a\tb"), ("a\u{7}\u{1B}[31mb\u{7F}", "a[31mb"), ("a\u{9B}31mb", "a31mb"), ("東京", "東京"),
    ])
    func `keep no control but tab and line feed`(pasted: String, text: String) {
        #expect(paste(pasted) == [.paste(text)])
    }

    @Test func `survive a pause and known keys inside the text`() {
        var decoder = KeyDecoder()

        let before = decoder.take([.pasteBegan, .byte(0x61), .pause, .known(.up), .other, .byte(0x62)])

        #expect(before == [])
        #expect(decoder.take(typed: "\u{1B}[201~") == [.paste("ab")])
    }

    @Test func `of nothing are no key`() {
        #expect(paste("") == [])
        #expect(paste("\u{7}") == [])
    }

    @Test func `end an escape that waits`() {
        var decoder = KeyDecoder()

        #expect(decoder.take([.byte(0x1B), .pasteBegan]) == [.escape])
    }

    @Test(arguments: [1, 2, 3, 5, 100])
    func `end at their mark, however it was cut`(size: Int) {
        var decoder = KeyDecoder()
        let bytes = Array("a\u{1B}[20b\u{1B}\u{1B}[201~\u{1B}[Aq".utf8)
        _ = decoder.take(.pasteBegan)

        let keys = stride(from: 0, to: bytes.count, by: size).flatMap { start in
            decoder.take(pasted: Array(bytes[start..<min(bytes.count, start + size)]))
        }

        #expect(keys == [.paste("a[20b"), .up, .character("q")])
        #expect(!decoder.isPasting)
    }

    @Test func `beyond the limit are cut between two characters`() {
        let pasted = String(repeating: "x", count: PastedText.limit - 2) + "京" + "y"

        let keys = paste(pasted)

        #expect(keys == [.paste(String(repeating: "x", count: PastedText.limit - 2))])
    }

    private func paste(_ text: String) -> [Key] {
        var decoder = KeyDecoder()
        return decoder.take(.pasteBegan) + decoder.take(pasted: Array(text.utf8) + Array("\u{1B}[201~".utf8))
    }
}

extension KeyDecoder {
    fileprivate mutating func take(_ raws: [RawKey]) -> [Key] {
        raws.flatMap { take($0) }
    }

    fileprivate mutating func take(typed text: String) -> [Key] {
        take(text.utf8.map(RawKey.byte) + [.pause])
    }
}
