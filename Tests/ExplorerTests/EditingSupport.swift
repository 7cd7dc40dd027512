import Canvas
import Engine

@testable import Explorer

extension TextArea {
    /// Presses keys by their names, separated by spaces.
    mutating func press(_ script: String, page: Int = 5) {
        for name in script.split(separator: " ") {
            guard let key = Key(name: String(name)) else { preconditionFailure("There is no key \(name).") }
            _ = press(key, page: page)
        }
    }

    /// The text with a bar at the cursor.
    var marked: String {
        let start = Place(line: 0, byte: 0)
        return part(start..<cursor) + "|" + part(cursor..<end)
    }

    /// The rows as they are drawn.
    var picture: [String] {
        lines.flatMap { line in line.rows.indices.map { line.drawn(row: $0, wrap).plain } }
    }

    /// A text in rows of 20 columns, with the cursor at its end.
    static func example(_ text: String = "", columns: Int = 20) -> TextArea {
        TextArea(text, SoftWrap(columns: columns))
    }
}

extension EditSheet {
    static func example(
        _ subject: EditSubject = .query, text: String = "Where is 東京?", original: String? = nil, in size: Size = .small
    ) -> EditSheet {
        EditSheet(
            subject, of: SampleID(run: RunID(ContentHash(of: "example run")), index: 417), name: "s-00417", text: text,
            original: original ?? text, in: size)
    }

    /// Presses keys by their names, separated by spaces, and says how the last one went.
    @discardableResult
    mutating func press(_ script: String, in size: Size = .small) -> Outcome {
        var outcome = Outcome.stays
        for name in script.split(separator: " ") {
            guard let key = Key(name: String(name)) else { preconditionFailure("There is no key \(name).") }
            outcome = press(key, in: size)
        }
        return outcome
    }

    mutating func type(_ text: String, in size: Size = .small) {
        for character in text { _ = press(.character(character), in: size) }
    }

    func frame(in size: Size = .small, glyphs: GlyphSet = .utf8) -> Frame {
        var frame = Frame(size: size)
        EditSheetPicture(self, pen: Pen(glyphs)).draw(on: &frame)
        return frame
    }
}

/// Texts that a terminal must not be given as they are, or that are wider or narrower than they look.
enum HostileText {
    static let all = [
        "\u{1B}[31mred\u{1B}[0m", "a\u{202E}b\u{2066}c", "\u{9B}2J\u{7}\u{0}", "zero\u{200B}width\u{FEFF}", "x\r\ny\rz",
        "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "👨‍👩‍👧‍👦 👍🏽 🇯🇵🇯", "東京の天気はどうですか。", "متى تغرب الشمس",
        "a\tb\t\tc", "‹U+202E›", "\u{301}lonely", "x" + String(repeating: "\u{200D}", count: 60),
        String(repeating: "wide東", count: 30), "\u{E0041}\u{E007F}tags", "한국어 ᄀ\u{1161}\u{1161}",
        "\u{2028}\u{2029}\u{85}",
    ]
}
