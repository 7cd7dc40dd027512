import Canvas
import Engine
import TestSupport
import Testing

@testable import Explorer

@Suite("The editor on the screen")
struct EditingPictureTests {
    @Test func `shows the text, and the original with what changed`() {
        var sheet = EditSheet.example(text: "I am in 東京 and want a bed. Which hotels are good?")
        _ = sheet.press("alt-b alt-b ctrl-w")
        sheet.type("places\u{202E} are ")

        let frame = sheet.frame()

        expect(
            frame,
            shows: """

                ┏━ Edit query of s-00417 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
                ┃ I am in 東京 and want a bed. Which hotels places‹U+202E› are good?           ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃ Original, and what changed                                                   ┃
                ┃ I am in 東京 and want a bed. Which hotels {+places‹U+202E›+} are good?       ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃ ctrl-s keep   esc leave   ctrl-o $EDITOR   ctrl-_ undo   ctrl-r redo         ┃
                ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ line 1/1   57 characters   63 bytes ┛
                """)
        #expect(frame.cursor == Position(row: 2, column: 63))
    }

    @Test func `asks before a change is lost, on the smallest screen`() {
        let size = Size(columns: 60, rows: 16)
        var sheet = EditSheet.example(text: "Which hotels in 東京 near the centre suit my budget of 600?", in: size)
        _ = sheet.press("x esc", in: size)

        expect(
            sheet.frame(in: size),
            shows: """

                ┏━ Edit query of s-00417 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
                ┃ Which hotels in 東京 near the centre suit my budget of   ┃
                ┃ 600?x                                                    ┃
                ┃                                                          ┃
                ┃                                                          ┃
                ┃                                                          ┃
                ┃ Original, and what changed                               ┃
                ┃ Which hotels in 東京 near the centre suit my budget of   ┃
                ┃ [-600?-] {+600?x+}                                       ┃
                ┃ Leave without keeping?   y leave   s keep   esc go on    ┃
                ┃ ctrl-s keep   esc leave   ctrl-o $EDITOR   ctrl-_ undo   ┃
                ┗━━━━━━━━━━━━━━━━━━━━━ line 1/1   58 characters   62 bytes ┛
                """)
    }

    @Test func `shows an argument with what its schema says`() {
        var argument = EditingArgumentTests.argument(
            180, ["type": "integer", "description": "The most a night may cost.", "minimum": 0, "maximum": 1000])
        argument.trace = ArgumentTrace(path: argument.path, value: 180, source: .none)
        var sheet = EditingArgumentTests.sheet(argument)
        _ = sheet.press("x ctrl-s")

        let frame = sheet.frame()

        expect(
            frame,
            shows: """

                ┏━ Edit step 3.max_price of s-00417 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
                ┃ 180x                                                                         ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃ integer, written as JSON: The most a night may cost.                         ┃
                ┃ from 0   to 1000                                                             ┃
                ┃ comes from ?? not inferable                                                  ┃
                ┃ Original, and what changed                                                   ┃
                ┃ [-180-] {+180x+}                                                             ┃
                ┃                                                                              ┃
                ┃ Line 1, column 4: expected the end of the text, found `x`.                   ┃
                ┃                                                                              ┃
                ┃ ctrl-s keep   esc leave   ctrl-o $EDITOR   ctrl-_ undo   ctrl-r redo         ┃
                ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ line 1/1   4 characters   4 bytes ┛
                """)
        #expect(frame.cursor == Position(row: 2, column: 5))
    }

    @Test func `shows a comment without an original, in a wide box`() {
        var sheet = EditSheet.example(.comment(.step(3)), text: "", in: .wide)
        sheet.type("متى؟ e\u{301} 👨‍👩‍👧 \u{1B}[31m", in: .wide)

        expect(
            sheet.frame(in: .wide),
            shows: """

                ┏━ Comment on step 3 of s-00417 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
                ┃ متى؟ é 👨‹+4› ‹U+001B›[31m                                                                                           ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃ ctrl-s keep   esc leave   ctrl-o $EDITOR   ctrl-_ undo   ctrl-r redo                                                 ┃
                ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ line 1/1   14 characters   37 bytes ┛
                """)
    }

    @Test func `a long complaint is wrapped, and cut at its end`() {
        var sheet = EditSheet.example(text: "one")
        sheet.refuse(String(repeating: "too long ", count: 30))

        let rows = sheet.frame().text().split(separator: "\n").suffix(9).map(String.init)

        let message = rows.filter { $0.contains("too long") }
        #expect(message.count == 2)
        #expect(message.last?.hasSuffix("too lon… ┃") == true)
    }

    @Test(
        arguments: [
            (EditSubject.query, "Edit query of s-00417"), (.response, "Edit response of s-00417"),
            (.comment(.query), "Comment on query of s-00417"),
            (.argument(EditingArgumentTests.argument(1, [:])), "Edit step 3.max_price of s-00417"),
            (
                .argument(EditedArgument(step: 3, path: .root, value: [:], original: [:], schema: [:])),
                "Edit arguments of step 3 of s-00417"
            ),
        ])
    func `says what is edited`(subject: EditSubject, title: String) {
        #expect(EditSheet.example(subject).frame().text().contains("━ \(title) ━"))
    }

    @Test func `draws in the roles of input, differences and complaints`() {
        var sheet = EditSheet.example(text: "one two", in: Size(columns: 60, rows: 16))
        _ = sheet.press("ctrl-w 3 \u{202E}", in: Size(columns: 60, rows: 16))
        sheet.refuse("No.")

        let frame = sheet.frame(in: Size(columns: 60, rows: 16))

        #expect(frame[Position(row: 2, column: 2)].ink == Ink(.input, on: .surface))
        #expect(frame[Position(row: 2, column: 8)].ink == Ink(.escaped, on: .surface))
        #expect(frame.cells.contains { $0.ink.role == .diffAdd })
        #expect(frame.cells.contains { $0.ink.role == .diffDel })
        #expect(frame.cells.contains { $0.ink.role == .inputError && $0.text == "N" })
    }

    @Test(arguments: HostileText.all) func `never lets a hostile text out of its cells`(text: String) {
        for size in [Size(columns: 60, rows: 16), .small, .wide, Size(columns: 20, rows: 6), Size(columns: 1, rows: 1)]
        {
            for glyphs in [GlyphSet.utf8, .ascii] {
                var sheet = EditSheet.example(text: text, original: "before " + text, in: size)
                _ = sheet.press("x left up", in: size)

                let frame = sheet.frame(in: size, glyphs: glyphs)

                expectWhole(frame, size)
                let shown = frame.cells.flatMap(\.text.unicodeScalars)
                #expect(shown.allSatisfy { $0.value >= 0x20 && $0.properties.generalCategory != .format })
                if glyphs == .ascii { #expect(shown.allSatisfy { $0.isASCII }) }
            }
        }
    }

    @Test func `the cursor stands on the insertion point`() {
        var sheet = EditSheet.example(text: "東\u{202E}ab")

        let columns = (0..<5).map { _ in
            defer { _ = sheet.press("left") }
            return sheet.frame().cursor?.column
        }

        #expect(columns == [14, 13, 12, 4, 2])
    }

    @Test func `a long original is shown around what changed`() {
        let words = (1...2_000).map { "word\($0)" }
        var sheet = EditSheet.example(text: words.joined(separator: " "))
        _ = sheet.press("x")

        let rows = OriginalText(original: sheet.original, edited: sheet.area, pen: Pen(.utf8)).rows(width: 76)

        #expect(rows.count < 40)
        #expect(rows.first?.text.plain.hasPrefix("…") == true)
        #expect(rows.last?.text.plain.contains("[-word2000-] {+word2000x+}") == true)
    }

    @Test func `texts that share nothing are all old and all new`() {
        let old = String(repeating: "old ", count: 500)
        let new = String(repeating: "new ", count: 500)
        let sheet = EditSheet.example(text: new, original: old)

        let text = OriginalText(original: old, edited: sheet.area, pen: Pen(.utf8)).rows(width: 76).map(\.text.plain)

        #expect(text.first?.hasPrefix("[-old old") == true)
        #expect(text.joined().contains("{+new new"))
    }
}
