import Engine
import Testing

@Suite("Parsing JSON")
struct JSONParsingTests {
    @Test func `keeps number texts, member order and duplicate keys`() throws {
        let text = #"{"z":1.0,"a":1e2,"z":-0,"m":9007199254740993}"#

        let value = try JSON(parsing: text)

        #expect(value.compactText == text)
        #expect(value.object?.keys == ["z", "a", "z", "m"])
        #expect(value.object?.duplicateKeys == ["z"])
    }

    @Test func `keeps canonically equal keys apart`() throws {
        let value = try JSON(parsing: "{\"\u{E9}\":1,\"e\u{301}\":2}")

        #expect(value.object?.duplicateKeys == [])
        #expect(value["\u{E9}"] == 1)
        #expect(value["e\u{301}"] == 2)
    }

    @Test(arguments: [
        (#""\u0041\u00e9\u20AC""#, "A\u{E9}\u{20AC}"), (#""\ud83d\ude00""#, "\u{1F600}"),
        (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""a\u0000b""#, "a\u{0}b"),
        ("\"\u{1F600} x\"", "\u{1F600} x"),
        (#""\uDBFF\uDFFF""#, "\u{10FFFF}"), (#""\uD800\uDC00""#, "\u{10000}"),
    ])
    func `resolves escapes`(text: String, expected: String) throws {
        let value = try JSON(parsing: text)

        #expect(value == .string(expected))
    }

    @Test func `accepts 128 levels and refuses 129`() throws {
        let deepest = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)

        #expect(throws: Never.self) { try JSON(parsing: deepest) }
        let error = #expect(throws: JSON.ParseError.self) { try JSON(parsing: "[" + deepest + "]") }
        #expect(error?.reason == .tooDeep(limit: 128))
        #expect(error?.offset == 128)
    }

    @Test func `forgets the depth of what is closed`() throws {
        let siblings = "[" + Array(repeating: "[{}]", count: 200).joined(separator: ",") + "]"

        #expect(try JSON(parsing: siblings, limits: JSON.Limits(depth: 3)).array?.count == 200)
    }

    @Test func `accepts 10,000 members and refuses one more`() throws {
        func object(of count: Int) -> String {
            "{" + (0..<count).map { "\"\($0)\":0" }.joined(separator: ",") + "}"
        }

        #expect(try JSON(parsing: object(of: 10_000)).object?.count == 10_000)
        let error = #expect(throws: JSON.ParseError.self) { try JSON(parsing: object(of: 10_001)) }
        #expect(error?.reason == .tooManyKeys(limit: 10_000))
    }

    @Test func `reads a string of a million bytes`() throws {
        let long = String(repeating: "abcdefg\u{E9}\\n", count: 100_000)

        let value = try JSON(parsing: "[\"" + long + "\"]")

        #expect(value[0]?.string?.utf8.count == 1_000_000)
    }
}

@Suite("A text that is not JSON")
struct JSONParseErrorTests {
    @Test(arguments: [
        ("[1,]", "Line 1, column 3: a comma stands before a closing bracket; remove it."),
        ("{\"a\":1,\n}", "Line 1, column 7: a comma stands before a closing bracket; remove it."),
        ("[01]", "Line 1, column 2: a number begins with a needless 0; remove it."),
        ("[1.]", "Line 1, column 4: expected a digit, found `]`."),
        ("[NaN]", "Line 1, column 2: expected a value, found `N`."),
        ("[nul]", "Line 1, column 5: expected `null`, found `]`."),
        ("{\n  \"a\": 1\n  \"b\": 2\n}", "Line 3, column 3: expected `,` or `}`, found `\"`."),
        ("{a:1}", "Line 1, column 2: expected a key in double quotes, found `a`."),
        ("{\"a\" 1}", "Line 1, column 6: expected `:`, found `1`."),
        ("[1", "Line 1, column 3: expected `,` or `]`, found the end of the text."),
        ("", "Line 1, column 1: expected a value, found the end of the text."),
        ("1 2", "Line 1, column 3: expected the end of the text, found `2`."),
        ("\"a\tb\"", "Line 1, column 3: control byte 0x09 in a string; escape it."),
        ("[\"\u{E9}\u{E9}\", ?]", "Line 1, column 8: expected a value, found `?`."),
        ("\"\\ud800\"", "Line 1, column 2: half a surrogate pair stands alone; write both halves."),
        ("\"\\ud800\\u0041\"", "Line 1, column 2: half a surrogate pair stands alone; write both halves."),
        ("\"\\udc00\"", "Line 1, column 2: half a surrogate pair stands alone; write both halves."),
        ("\"ab", "Line 1, column 4: expected a closing double quote, found the end of the text."),
        ("\"ab\\", "Line 1, column 5: expected a closing double quote, found the end of the text."),
        ("\u{FEFF}1", "Line 1, column 1: the text begins with a byte order mark; save it without."),
    ])
    func `is refused with its place and a sentence`(text: String, message: String) {
        let error = #expect(throws: JSON.ParseError.self) { try JSON(parsing: text) }

        #expect(error?.description == message)
    }

    @Test(arguments: ["\\x", "\\u12", "\\u12G4", "\\U0041", "\\u", "\\uD83D\\u12"])
    func `is refused for an unknown escape`(escape: String) {
        let error = #expect(throws: JSON.ParseError.self) { try JSON(parsing: "\"\(escape)\"") }

        #expect(error?.reason == .unknownEscape)
    }

    @Test func `counts the offset in bytes and the column in characters`() {
        let error = #expect(throws: JSON.ParseError.self) { try JSON(parsing: "[\n\"\u{E9}\u{1F600}\"x]") }

        #expect(error?.offset == 10)
        #expect(error?.line == 2)
        #expect(error?.column == 5)
    }

    @Test(
        arguments: [
            [0xFF], [0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82],
        ] as [[UInt8]])
    func `is refused at the byte that is not UTF-8`(bytes: [UInt8]) {
        let text = Array("[\"ab\u{E9}".utf8) + bytes + Array("\"]".utf8)

        let error = #expect(throws: JSON.ParseError.self) { try JSON(parsing: text) }

        #expect(error?.reason == .invalidUTF8)
        #expect(error?.offset == 6)
    }

    @Test func `is refused for 100,000 open brackets without overflow`() {
        let text = String(repeating: "[{\"a\":", count: 50_000)

        #expect(throws: JSON.ParseError.self) { try JSON(parsing: text) }
    }
}
