import Canvas
import Testing

@testable import Explorer

@Suite("Typing a line")
struct TextFieldTests {
    @Test(
        arguments: [
            ("a b c", "abc", 3), ("a b left x", "axb", 2), ("a b backspace", "a", 1), ("a b home delete", "b", 0),
            ("a b left ctrl-u", "b", 0), ("a b home end x", "abx", 3), ("東 京 left backspace", "京", 0),
            ("paste:one left left delete", "oe", 1), ("a b right right", "ab", 2), ("backspace delete", "", 0),
        ])
    func `keys edit it`(script: String, text: String, cursor: Int) {
        var field = TextField()

        for name in script.split(separator: " ") {
            if let key = Key(name: String(name)) { _ = field.press(key) }
        }

        #expect(field.text == text)
        #expect(field.cursor == cursor)
    }

    @Test func `pasted lines become one`() {
        var field = TextField("a ")

        _ = field.press(.paste("b\nc\n"))

        #expect(field.text == "a b c")
    }

    @Test func `a combining mark joins the character before it`() {
        var field = TextField("e")

        _ = field.press(.character("\u{301}"))
        _ = field.press(.backspace)

        #expect(field.text.isEmpty)
        #expect(field.cursor == 0)
    }

    @Test func `it does not grow without end`() {
        var field = TextField()

        _ = field.press(.paste(String(repeating: "x", count: 1_000_000)))

        #expect(field.text.count == 2_000)
    }
}
