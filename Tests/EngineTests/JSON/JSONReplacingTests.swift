import Engine
import Testing

@Suite("Replacing a value inside another")
struct JSONReplacingTests {
    private static let value: JSON = ["a": 1, "days": [["max": 20], ["max": 21]], "é": nil]

    @Test(arguments: [
        ("", "9"), ("a", #"{"a":9,"days":[{"max":20},{"max":21}],"é":null}"#),
        ("days[1].max", #"{"a":1,"days":[{"max":20},{"max":9}],"é":null}"#),
        ("days[0]", #"{"a":1,"days":[9,{"max":21}],"é":null}"#),
        ("days[0].min", #"{"a":1,"days":[{"max":20,"min":9},{"max":21}],"é":null}"#),
        (#"["é"]"#, "{\"a\":1,\"days\":[{\"max\":20},{\"max\":21}],\"é\":null,\"e\u{301}\":9}"),
    ])
    func `keeps everything else as it was written`(path: String, expected: String) throws {
        let new = Self.value.replacing(try #require(JSONPath(path)), with: 9)

        #expect(new == (try JSON(parsing: expected)))
    }

    @Test(arguments: ["a.b", "a[0]", "days[2]", "days[2].max", "days.max", "[0]", "none.max", "days[0].max.x"])
    func `leads nowhere where there is nothing to go into`(path: String) throws {
        #expect(Self.value.replacing(try #require(JSONPath(path)), with: 9) == nil)
    }

    @Test func `a key that was given twice is given once`() throws {
        let twice: JSON = ["a": 1, "b": 2, "a": 3]

        #expect(twice.replacing(try #require(JSONPath("a")), with: 9) == ["a": 9, "b": 2])
    }
}
