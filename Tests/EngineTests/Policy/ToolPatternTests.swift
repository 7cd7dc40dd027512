import Engine
import Testing

@Suite("Patterns for tool names")
struct ToolPatternTests {
    @Test(
        arguments: [
            ("get_*", "get_time"), ("get_*", "get_"), ("list_?", "list_a"), ("*", ""), ("*", "anything"),
            ("*_time", "get_current_time"), ("a*b*c", "a-b-b-c"), ("??", "ab"), ("exact", "exact"), ("a.b", "a.b"),
            ("*a", "aaa"), ("", ""), ("f?le", "fіle"),
        ])
    func `match these names`(pattern: String, name: String) {
        #expect(ToolPattern(pattern).matches(ToolName(name)))
    }

    @Test(
        arguments: [
            ("get_*", "GET_time"), ("get_*", "forget_time"), ("list_?", "list_"), ("list_?", "list_ab"),
            ("exact", "exactly"), ("exact", "inexact"), ("a.b", "a-b"), ("[ab]", "a"), ("", "a"), ("a*b", "a-b-c"),
            ("file", "fіle"), ("\u{E9}", "e\u{301}"),
        ])
    func `do not match these`(pattern: String, name: String) {
        #expect(!ToolPattern(pattern).matches(ToolName(name)))
    }

    @Test func `end soon on a pattern made to be slow`() {
        let pattern = ToolPattern(String(repeating: "*a", count: 60) + "b")

        #expect(!pattern.matches(ToolName(String(repeating: "a", count: 2000))))
    }

    @Test(
        arguments: [
            ("get_time", "get_time"), ("files.read-all", "files.read-all"), ("what*ever?", "what?ever?"),
            ("чтение", "чтение"), ("a\u{202E}b", "a?b"), ("two words\n", "two?words?"), ("e\u{301}", "e?"),
        ])
    func `of a name match it, and hold nothing that cannot be seen`(name: String, text: String) {
        let pattern = ToolPattern(matching: ToolName(name))

        #expect(pattern.text == text)
        #expect(pattern.matches(ToolName(name)))
    }
}
