import Testing

@testable import NcursesTerminal

@Suite struct `UTF-8 from single bytes` {
    @Test(arguments: ["Lisbon", "é", "東京", "😀", "\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}", "e\u{301}"])
    func `makes the scalars that the bytes were made of`(text: String) {
        #expect(decode(Array(text.utf8)) == text.unicodeScalars.map(\.value))
    }

    @Test func `gives a scalar only when its last byte is there`() {
        var decoder = UTF8Decoder()

        let steps = "東".utf8.map { decoder.take($0) }

        #expect(steps == [[], [], ["東"]])
    }

    @Test(arguments: [
        ([0xFF], [0xFFFD]),
        ([0x80], [0xFFFD]),
        ([0xC0, 0xAF], [0xFFFD, 0xFFFD]),
        ([0xC1, 0x81], [0xFFFD, 0xFFFD]),
        ([0xE0, 0x80, 0xAF], [0xFFFD, 0xFFFD, 0xFFFD]),
        ([0xF0, 0x80, 0x80, 0x80], [0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD]),
        ([0xED, 0xA0, 0x80], [0xFFFD, 0xFFFD, 0xFFFD]),
        ([0xF4, 0x90, 0x80, 0x80], [0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD]),
        ([0xF5, 0x41], [0xFFFD, 0x41]),
    ])
    func `replaces what is no UTF-8`(bytes: [UInt8], scalars: [UInt32]) {
        #expect(decode(bytes) == scalars)
    }

    @Test(arguments: [
        ([0xE2, 0x82, 0x41], [0xFFFD, 0x41]),
        ([0xE2, 0x1B], [0xFFFD, 0x1B]),
        ([0xF0, 0x9F, 0xC3, 0xA9], [0xFFFD, 0xE9]),
        ([0xC3, 0xFF, 0x61], [0xFFFD, 0xFFFD, 0x61]),
    ])
    func `reads the byte that broke a sequence again`(bytes: [UInt8], scalars: [UInt32]) {
        #expect(decode(bytes) == scalars)
    }

    private func decode(_ bytes: [UInt8]) -> [UInt32] {
        var decoder = UTF8Decoder()
        return bytes.flatMap { decoder.take($0) }.map(\.value)
    }
}
