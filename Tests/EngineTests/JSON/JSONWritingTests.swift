import Engine
import Foundation
import Testing

@Suite("Writing JSON")
struct JSONWritingTests {
    @Test func `escapes only what it must, and the two line separators`() {
        let value: JSON = "\u{0}\u{1F}\u{8}\t\n\u{C}\r\"\\/\u{7F}\u{2028}\u{2029}\u{202A}\u{E9}"

        #expect(
            value.compactText
                == #""\u0000\u001f\b\t\n\f\r\"\\/"# + "\u{7F}" + #"\u2028\u2029"# + "\u{202A}\u{E9}\"")
    }

    @Test func `writes pretty text with two spaces`() {
        let value: JSON = ["a": [1, ["b": nil]], "c": [], "d": [:]]

        #expect(
            value.prettyText == """
                {
                  "a": [
                    1,
                    {
                      "b": null
                    }
                  ],
                  "c": [],
                  "d": {}
                }
                """)
    }

    @Test func `sorts keys by bytes in canonical text`() {
        let value: JSON = ["b": 1, "\u{E9}": 2, "a": ["z": 1, "y": 2], "e\u{301}": 3, "": 4, "B": 5]

        #expect(value.canonicalText == "{\"\":4,\"B\":5,\"a\":{\"y\":2,\"z\":1},\"b\":1,\"e\u{301}\":3,\"\u{E9}\":2}")
    }

    @Test func `keeps duplicate keys in their order in canonical text`() {
        let value: JSON = ["b": 1, "a": 3, "b": 0, "a": 2]

        #expect(value.canonicalText == #"{"a":3,"a":2,"b":1,"b":0}"#)
    }

    @Test(arguments: [
        (["1", "1.0", "1e0", "10E-1"], "1"), (["-0", "0.0", "0e5"], "0"), (["-120", "-1.2e2"], "-120"),
        (["0.05", "5e-2", "0.0500"], "0.05"), (["123.450"], "123.45"), (["1e20"], "100000000000000000000"),
        (["1e21", "10e20"], "1e21"), (["0.0000001", "1e-7"], "1e-7"), (["12e-30"], "12e-30"),
        (["0.000001"], "0.000001"), (["9007199254740993"], "9007199254740993"),
        (["1e9999999999999999999"], "1e9999999999999999999"),
    ])
    func `spells equal numbers alike in canonical text`(texts: [String], expected: String) throws {
        for text in texts {
            #expect(try JSON(parsing: text).canonicalText == expected)
        }
    }

    @Test(arguments: [
        "null", "\"x\"", "12345678901234567890.10", #"{"z":1,"a":[1.0,{"z":2,"z":3}]}"#,
        "{\"\u{E9}\":1,\"e\u{301}\":2}",
    ])
    func `is coded as one string that loses nothing`(text: String) throws {
        let value = try JSON(parsing: text)

        let encoded = try JSONEncoder().encode(["value": value])

        #expect(try JSON(parsing: encoded)["value"] == .string(text))
        #expect(try JSONDecoder().decode([String: JSON].self, from: encoded)["value"] == value)
    }

    @Test(arguments: [#"["{"]"#, "[{}]", "[1]"])
    func `is not decoded from anything else`(text: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([JSON].self, from: Data(text.utf8)) }
    }
}
