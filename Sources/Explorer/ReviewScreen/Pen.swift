import Canvas
import DisplaySafety
import Engine
import Foundation

/// Makes text for the terminal at hand; the only way from data to a frame.
struct Pen: Sendable {
    /// Bytes of a text that a pane shows at most; the rest is read in full on request.
    private static let previewLimit = 4096

    let glyphs: GlyphSet
    let drawsASCII: Bool

    init(_ glyphs: GlyphSet) {
        self.glyphs = glyphs
        drawsASCII = glyphs[.vertical].plain.utf8.allSatisfy { $0 < 0x80 }
    }

    subscript(glyph: Glyph) -> SafeText { glyphs[glyph] }

    /// The beginning of a text in one line: line breaks are spaces.
    func line(_ text: String) -> SafeText {
        safe(Self.beginning(of: Data(text.utf8.prefix(Self.previewLimit + 1))).map { $0 == 0x0A ? 0x20 : $0 })
    }

    /// The same, as far as it can be seen in so many columns, and something of what is cut there.
    func line(_ text: String, columns: Int) -> SafeText {
        // Every character takes a column or more.
        line(String(text.prefix(columns + 1)))
    }

    /// The beginning of recorded bytes in one line.
    func line(_ output: RecordedOutput) -> SafeText {
        safe(Self.beginning(of: output.bytes.prefix(Self.previewLimit + 1)).map { $0 == 0x0A ? 0x20 : $0 })
    }

    /// The beginning of a text with its line breaks.
    func paragraph(_ text: String) -> SafeText {
        safe(Self.beginning(of: Data(text.utf8.prefix(Self.previewLimit + 1))))
    }

    /// All of a text, with its line breaks.
    func whole(_ bytes: some Sequence<UInt8>) -> SafeText {
        safe(Array(bytes))
    }

    /// A line that was made without knowing the terminal.
    func drawable(_ line: Line) -> Line {
        drawsASCII ? Line(line.spans.map { Span($0.text.ascii, $0.ink) }) : line
    }

    private func safe(_ bytes: some Sequence<UInt8>) -> SafeText {
        let text = SafeText(bytes)
        return drawsASCII ? text.ascii : text
    }

    /// The bytes up to the limit, not cut inside a character.
    private static func beginning(of bytes: Data) -> Data {
        guard bytes.count > previewLimit else { return bytes }
        var end = bytes.startIndex + previewLimit
        while end > bytes.startIndex, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return bytes[..<end] + Data("…".utf8)
    }
}
