import Canvas
import Testing

@testable import Explorer

@Suite("Editing a text")
struct EditingTextTests {
    @Test(
        arguments: [
            ("a b", "", "ab|"), ("a enter b", "", "a\nb|"), ("left x", "ab", "ax|b"), ("backspace", "ab", "a|"),
            ("home delete", "ab", "|b"), ("backspace", "a\n", "a|"), ("home delete left", "a\nb", "a|\n"),
            ("left left left", "a\nb", "|a\nb"), ("alt-< delete delete", "a\nb", "|b"),
            ("alt-< right right", "a\nb", "a\n|b"),
            ("alt-< alt-> x", "a\nb", "a\nbx|"), ("ctrl-a ctrl-d", "one\ntwo", "one\n|wo"), ("home end", "ab", "ab|"),
            ("backspace delete", "", "|"), ("ctrl-h", "ab", "a|"), ("ctrl-j", "a", "a\n|"),
            ("tab insert f3", "a", "a|"),
            ("ctrl-b ctrl-b ctrl-f", "abc", "ab|c"),
        ])
    func `keys move and change`(script: String, text: String, result: String) {
        var area = TextArea.example(text)

        area.press(script)

        #expect(area.marked == result)
    }

    @Test(
        arguments: [
            ("alt-b", "one two", "one |two"), ("alt-b alt-b", "one two", "|one two"), ("alt-b", "two\n", "two|\n"),
            ("home alt-f", "one two", "one| two"), ("home alt-f alt-f", "one two", "one two|"),
            ("alt-< alt-f alt-f", "a\nb", "a\n|b"), ("alt-b", "f(x1)", "f(x1|)"), ("alt-b alt-b", "f(x1)", "f(|x1)"),
            ("alt-b", "東京", "東|京"), ("home alt-f", "東京", "東|京"), ("ctrl-w", "one two", "one |"),
            ("ctrl-w ctrl-w", "one two  ", "|"), ("ctrl-w", "a\n", "a|"), ("home alt-d", "one two", "| two"),
            ("home ctrl-k", "one\ntwo", "one\n|"), ("alt-< ctrl-k ctrl-k", "one\ntwo", "|two"),
            ("left ctrl-u", "one\ntwo", "one\n|o"), ("home ctrl-u", "one", "|one"), ("ctrl-k", "one", "one|"),
        ])
    func `words and lines are moved over and taken out`(script: String, text: String, result: String) {
        var area = TextArea.example(text)

        area.press(script)

        #expect(area.marked == result)
    }

    @Test(
        arguments: [
            ("👨‍👩‍👧‍👦", "|"), ("ae\u{301}", "a|"), ("🇯🇵🇵🇹", "🇯🇵|"), ("👍🏽", "|"), ("x\u{202E}", "x|"), ("ش", "|"),
        ])
    func `a character goes as a whole`(text: String, result: String) {
        var area = TextArea.example(text)

        area.press("backspace")

        #expect(area.marked == result)
    }

    @Test func `a combining mark joins the character before the cursor`() {
        var area = TextArea.example("ab")
        area.press("left")

        _ = area.press(.character("\u{301}"), page: 5)
        area.press("x")

        #expect(area.marked.utf8.elementsEqual("a\u{301}x|b".utf8))
    }

    @Test func `up and down keep the column across shorter lines`() {
        var area = TextArea.example("abcdef\nxy\nabcdef")

        area.press("left up up")

        #expect(area.marked == "abcde|f\nxy\nabcdef")
        area.press("down left down")
        #expect(area.marked == "abcdef\nxy\na|bcdef")
    }

    @Test func `up and down go row by row through a long line`() {
        var area = TextArea.example("one two three four five six seven")
        #expect(area.picture == ["one two three four ", "five six seven"])

        area.press("up")
        #expect(area.marked == "one two three |four five six seven")
        area.press("down home up")
        #expect(area.marked == "|one two three four five six seven")
    }

    @Test func `a wide character is never split by a column`() {
        var area = TextArea.example("東京\nabc")

        area.press("up")

        #expect(area.marked == "東|京\nabc")
    }

    @Test func `pages are as long as the rows in view`() {
        var area = TextArea.example((1...20).map(String.init).joined(separator: "\n"))

        area.press("pageup", page: 6)
        #expect(area.cursor.line == 14)
        area.press("pageup pageup pageup pageup pagedown", page: 6)
        #expect(area.cursor.line == 5)
    }

    @Test func `a paste is literal, and its lines end with a line feed alone`() {
        var area = TextArea.example("<>")
        area.press("left")

        _ = area.press(.paste("one\r\ntwo\u{1B}[0m\rthree\r"), page: 5)

        #expect(area.text.utf8.elementsEqual("<one\ntwo\u{1B}[0m\rthree\r>".utf8))
        #expect(area.marked.hasSuffix("\r|>"))
    }

    @Test func `carriage returns that were there stay`() {
        var area = TextArea.example("one\r\ntwo\r\n")

        area.press("x")

        #expect(area.text.utf8.elementsEqual("one\r\ntwo\r\nx".utf8))
    }

    @Test func `more than 64 KiB are refused, and nothing is lost`() {
        var area = TextArea.example(String(repeating: "a", count: TextArea.limit - 2))

        _ = area.press(.paste("東"), page: 5)
        #expect(area.refusal == "Not taken: the text would have 65537 bytes, and at most 65536 fit.")
        #expect(area.bytes == TextArea.limit - 2)

        area.press("b b")
        #expect(area.refusal == nil)
        #expect(area.bytes == TextArea.limit)
    }

    @Test func `a text that is too long already can be made shorter`() {
        var area = TextArea.example(String(repeating: "a", count: TextArea.limit + 10))

        area.press("backspace")
        #expect(area.bytes == TextArea.limit + 9)
        area.press("b")
        #expect(area.refusal != nil)
    }

    @Test func `counts characters and bytes`() {
        let area = TextArea.example("東京\ne\u{301} 👨‍👩‍👧\n")

        #expect(area.characters == 7)
        #expect(area.bytes == "東京\ne\u{301} 👨‍👩‍👧\n".utf8.count)
        #expect(TextArea.example().characters == 0)
    }
}

@Suite("Undoing in the editor")
struct EditingUndoTests {
    @Test func `a typed word goes at once, with the spaces after it`() {
        var area = TextArea.example()
        for character in "one two" { _ = area.press(.character(character), page: 5) }

        area.press("ctrl-_")
        #expect(area.marked == "one |")
        area.press("alt-u")
        #expect(area.marked == "|")
        area.press("ctrl-r alt-U")
        #expect(area.marked == "one two|")
    }

    @Test func `a word after a move is another change`() {
        var area = TextArea.example()

        area.press("a b left c ctrl-_")

        #expect(area.marked == "a|b")
    }

    @Test func `what is undone and typed over cannot come back`() {
        var area = TextArea.example("a")

        area.press("b ctrl-_ c ctrl-r")

        #expect(area.text == "ac")
        #expect(area.refusal == "Nothing to do again here.")
    }

    @Test func `pastes, cuts and joined lines come back as they were`() {
        var area = TextArea.example("one\r\ntwo e\u{301}")

        area.press("paste:東\nx home backspace ctrl-w ctrl-k ctrl-u")
        #expect(area.history.done.count > 3)
        while area.refusal == nil { area.press("ctrl-_") }

        #expect(area.text.utf8.elementsEqual("one\r\ntwo e\u{301}".utf8))
        #expect(area.cursor == area.end)
    }

    @Test func `a whole new text is one change`() {
        var area = TextArea.example("mine")

        area.replaceAll(with: "yours\nand theirs")
        #expect(area.marked == "yours\nand theirs|")
        area.press("ctrl-_")

        #expect(area.marked == "mine|")
    }

    @Test func `there is nothing to undo in a fresh text`() {
        var area = TextArea.example("a")

        area.press("ctrl-_")

        #expect(area.text == "a")
        #expect(area.refusal == "Nothing to undo here.")
    }
}
