import Testing

@testable import Explorer

@Suite("Rows of an edited text")
struct EditingWrapTests {
    @Test(
        arguments: [
            ("", [""]), ("short", ["short"]), ("one two three", ["one two ", "three"]),
            ("abcdefghijklm", ["abcdefghi", "jklm"]), ("abcdefghi jk", ["abcdefghi ", "jk"]),
            ("東京東京東京", ["東京東京", "東京"]), ("a\n\nb", ["a", "", "b"]), ("x 東京東京東", ["x 東京東", "京東"]),
            ("abcdefghi ", ["abcdefghi", " "]), ("x abcdefg東", ["x abcdefg", "東"]),
            ("a        b  c", ["a        ", "b  c"]),
        ])
    func `break between words, and leave the last column to the cursor`(text: String, rows: [String]) {
        #expect(TextArea.example(text, columns: 10).picture == rows)
    }

    @Test func `a tab goes to the next stop of its row`() {
        #expect(TextArea.example("a\tb", columns: 20).picture == ["a       b"])
    }

    @Test func `what cannot be drawn is a marker before which the cursor can stand`() {
        var area = TextArea.example("a\u{202E}b", columns: 20)
        #expect(area.picture == ["a‹U+202E›b"])

        area.press("left left")
        #expect(area.column == 1)
        area.press("right")
        #expect(area.column == 9)
    }

    @Test func `a character of many markers is cut, not lost`() {
        let text = "x" + String(repeating: "\u{200D}", count: 60) + "y"
        let area = TextArea.example(text, columns: 40)

        #expect(area.picture == ["x‹U+200D›‹U+200D›‹U+200…y"])
        #expect(area.text.utf8.elementsEqual(text.utf8))
    }

    @Test func `on a terminal of ASCII alone every other scalar is a number`() {
        let area = TextArea("a東", SoftWrap(columns: 20, drawing: .ascii))

        #expect(area.picture == ["a<U+6771>"])
        #expect(area.column == 9)
    }

    @Test(arguments: HostileText.all) func `hold every byte in order, and fit`(text: String) {
        for columns in [10, 27, 60] {
            let area = TextArea.example(text, columns: columns)
            for line in area.lines { expectRows(of: line, area.wrap) }
            #expect(area.text.utf8.elementsEqual(text.utf8))
        }
    }

    @Test(arguments: HostileText.all) func `never show a scalar that hides`(text: String) {
        let shown = TextArea.example(text, columns: 30).picture.joined()

        #expect(shown.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.properties.generalCategory != .format })
        #expect(!shown.unicodeScalars.contains { (0x7F...0x9F).contains($0.value) })
    }

    @Test(arguments: HostileText.all) func `the cursor goes through every character and back`(text: String) {
        var area = TextArea.example(text, columns: 30)
        var places = [area.cursor]
        while area.cursor != TextArea.Place(line: 0, byte: 0) {
            area.press("left")
            #expect(area.cursor < places[places.count - 1])
            #expect(area.column < 30)
            places.append(area.cursor)
        }

        for place in places.dropLast().reversed() {
            area.press("right")
            #expect(area.cursor == place)
        }
    }

    @Test func `a change breaks the same rows as a fresh start`() {
        var random = RandomText(state: 7)
        let wrap = SoftWrap(columns: 12)
        var line = TextLine(random.text(scalars: 200), wrap)

        for _ in 0..<600 {
            let from = line.boundary(atOrAfter: random.below(line.length + 1))
            let to = line.boundary(atOrAfter: min(line.length, from + random.below(12)))
            line.replace(from..<to, with: random.text(scalars: random.below(5)), wrap)

            #expect(line == TextLine(line.text, wrap))
        }
    }

    @Test func `another width keeps the text and the cursor`() {
        var area = TextArea.example("one two three four five", columns: 30)
        area.press("alt-b")

        area.fit(SoftWrap(columns: 10))

        #expect(area.picture == ["one two ", "three ", "four five"])
        #expect(area.marked == "one two three four |five")
        #expect(area.row == TextArea.Row(line: 0, row: 2))
    }

    @Test func `the view follows the cursor and leaves no gap at the end`() {
        var area = TextArea.example((1...30).map(String.init).joined(separator: "\n"))
        let bottom = area.top(height: 10, from: .first)
        #expect(bottom.line == 20)

        area.press("up up")
        #expect(area.top(height: 10, from: bottom) == bottom)
        area.press("alt-<")
        #expect(area.top(height: 10, from: bottom) == .first)
        area.press("alt-> ctrl-w ctrl-w ctrl-w ctrl-w")
        #expect(area.top(height: 10, from: bottom).line == area.lines.count - 10)
    }
}

/// Expects rows that cover the line without a gap, break only between characters, and fit unless they are one character.
func expectRows(of line: TextLine, _ wrap: SoftWrap, at location: SourceLocation = #_sourceLocation) {
    #expect(line.rows.first == 0, sourceLocation: location)
    for row in line.rows.indices {
        let range = line.range(ofRow: row)
        #expect(!range.isEmpty || line.length == 0, sourceLocation: location)
        #expect(line.boundary(atOrAfter: range.upperBound) == range.upperBound, sourceLocation: location)
        let isOneCharacter = range.isEmpty || line.boundary(after: range.lowerBound) == range.upperBound
        let width = line.drawn(row: row, wrap).width
        #expect(width <= wrap.columns || isOneCharacter, sourceLocation: location)
    }
}
