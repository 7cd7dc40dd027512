import Engine
import Testing

@testable import OfflinePlanner

@Suite("Values that a definition gives away")
struct KnownValuesTests {
    private func values(_ schema: JSON, of name: String = "thing", isRequired: Bool = true) -> [JSON] {
        let tool = Tool(
            name: "look_up", description: "",
            inputSchema: [
                "type": "object", "properties": .object(JSON.Object([.init(key: name, value: schema)])),
                "required": isRequired ? [.string(name)] : [],
            ])
        return Vocabulary(of: tool).inputs[0].offered
    }

    @Test(arguments: [
        (
            "IANA name (e.g., 'America/New_York', 'Europe/London'). Use 'Etc/UTC' where none is given.",
            ["America/New_York", "Europe/London"]
        ),
        ("The branch, for example `main`", ["main"]), ("A time (e.g. 24:00)", ["24:00"]),
        ("Local branches ('local'), remote branches ('remote') or all('all').", ["local", "remote", "all"]),
        ("One of \"asc\", \"desc\"", ["asc", "desc"]), ("Imdb Id of title ex: tt0000002", ["tt0000002"]),
        ("Use the `other_tool` to find it.", []), ("A user's name, if it's known", []),
        ("Anything such as prose that goes on", []),
    ])
    func `examples in a description are values, other words are none`(description: String, wanted: [String]) {
        #expect(DescribedExamples(in: description).all == wanted)
    }

    @Test func `examples come before defaults, and both before what only a format tells`() {
        #expect(values(["type": "string", "examples": ["a"], "default": "b"]) == ["a"])
        #expect(values(["type": "string", "default": "b", "format": "date"]) == ["b"])
        #expect(values(["type": "string", "format": "email"]) == ["ana@example.com"])
        #expect(values(["enum": ["x", "y"]]) == ["x", "y"])
        #expect(values(["anyOf": [["enum": ["x"]], ["type": "null"]], "default": nil]) == ["x"])
    }

    @Test func `a value that breaks the schema is none`() {
        #expect(values(["type": "integer", "examples": ["many", 3]]) == [3])
        #expect(values(["type": "integer", "description": "how many, e.g. '12'"]) == [12])
        #expect(values(["type": "string", "maxLength": 3, "description": "e.g. 'long one', 'abc'"]) == ["abc"])
    }

    @Test(arguments: ["repo_path", "query", "id", "user_id", "message", "expression"])
    func `a text that nobody can know has no value`(name: String) {
        #expect(values(["type": "string"], of: name).isEmpty)
    }

    @Test(arguments: ["DD-MM-YYYY", "<your key>", "YOUR_API_KEY", "thing", "enter a token"])
    func `a placeholder is no value`(example: String) {
        #expect(values(["type": "string", "examples": [.string(example)]]).isEmpty)
    }

    @Test func `a number has a value where it is small and harmless, or where its bounds are known`() {
        #expect(values(["type": "integer"], of: "limit") == [5, 10])
        #expect(values(["type": "integer"], of: "order_id").isEmpty)
        #expect(values(["type": "integer", "minimum": 1, "maximum": 9]) == [3, 5, 7])
        #expect(values(["type": "integer", "minimum": 1, "maximum": 9], of: "order_id").isEmpty)
    }

    @Test func `to an optional argument its default says nothing, and neither does yes or no`() {
        #expect(values(["type": "integer", "default": 3], isRequired: false).isEmpty)
        #expect(values(["type": "boolean"], isRequired: false).isEmpty)
        #expect(values(["type": "boolean"]) == [true, false])
    }

    @Test func `a schema that refers to definitions of its tool is understood`() {
        let tool = Tool(
            name: "paint", description: "",
            inputSchema: [
                "type": "object", "properties": ["color": ["$ref": "#/$defs/Color", "examples": ["red", "mud"]]],
                "required": ["color"], "$defs": ["Color": ["enum": ["red", "blue"]]],
            ])

        #expect(Vocabulary(of: tool).inputs[0].offered == ["red"])
    }
}
