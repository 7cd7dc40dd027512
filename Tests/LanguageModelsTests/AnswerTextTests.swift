import LanguageModels
import Testing

@Suite("Finding an answer in a text")
struct AnswerTextTests {
    @Test(arguments: [
        (#"{"a":1}"#, #"{"a":1}"#), (" [1, 2]\n", "[1, 2]"), ("Here:\n```\n{\"a\":1}\n```", "{\"a\":1}"),
        ("```json\n{\n  \"a\": 1\n}\n```\n```json\n{\"b\":2}\n```", "{\n  \"a\": 1\n}"),
        ("  ```json\r\n{\"a\":1}\r\n  ```", "{\"a\":1}"),
        (#"{not json} but {"a":{"b":"}"}} here {"c":1}"#, #"{"a":{"b":"}"}}"#),
        (#"say "{" then {"a":"\"{"}"#, #"{"a":"\"{"}"#), (#"{"a":1}{"b":2}"#, #"{"a":1}"#),
        (#"{"a":1} trailing"#, #"{"a":1}"#),
    ])
    func `finds the first that is whole`(text: String, answer: String) {
        #expect(AnswerText.find(in: text) == answer)
    }

    @Test(arguments: ["", "Paris", "42", "\"Paris\"", "{", "{\"a\":", "```\n{\"a\":\n```", "{a: 1}", "null", "}{"])
    func `finds none where none is whole`(text: String) {
        #expect(AnswerText.find(in: text) == nil)
    }

    @Test func `does not look for ever`() {
        let braces = String(repeating: "{", count: 200_000)

        #expect(AnswerText.find(in: braces) == nil)
        #expect(AnswerText.find(in: String(repeating: "{} ", count: 3)) == "{}")
    }
}
