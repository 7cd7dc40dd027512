import Engine
import Foundation
import Testing

@Suite("A path in a JSON value")
struct JSONPathTests {
    static let spelled: [(JSONPath, String)] = [
        (.root, ""),
        (.root.appending(key: "days").appending(index: 0).appending(key: "max"), "days[0].max"),
        (.root.appending(index: 2).appending(index: 10), "[2][10]"),
        (.root.appending(key: "odd key"), #"["odd key"]"#),
        (.root.appending(key: "a").appending(key: "b.c").appending(key: "d"), #"a["b.c"].d"#),
        (.root.appending(key: "").appending(key: "0").appending(key: "_1"), #"[""]["0"]._1"#),
        (.root.appending(key: "q\"]\\\n"), #"["q\"]\\\n"]"#),
        (.root.appending(key: "\u{E9}"), "[\"\u{E9}\"]"),
    ]

    @Test(arguments: spelled)
    func `is written as text and read back`(path: JSONPath, text: String) {
        #expect(path.description == text)
        #expect(JSONPath(text) == path)
    }

    @Test(arguments: [
        ".a", "a.", "a..b", "[", "[]", "[a]", "[01]", "[-1]", "[-0]", "[1.5]", "[1e2]", "a[0", "a b", "0a", #"["a]"#,
        #"a["b"]c"#,
        "[99999999999999999999]",
    ])
    func `is not read from another text`(text: String) {
        #expect(JSONPath(text) == nil)
    }

    @Test(arguments: spelled)
    func `is coded as its text`(path: JSONPath, text: String) throws {
        let encoded = try JSONEncoder().encode([path])

        #expect(try JSON(parsing: encoded) == [.string(text)])
        #expect(try JSONDecoder().decode([JSONPath].self, from: encoded) == [path])
    }

    @Test func `is not decoded from a text that is no path`() {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([JSONPath].self, from: Data(#"["a..b"]"#.utf8)) }
    }

    @Test func `tells canonically equal keys apart`() {
        #expect(JSONPath.root.appending(key: "\u{E9}") != JSONPath.root.appending(key: "e\u{301}"))
        #expect(JSONPath.root.appending(key: "0") != JSONPath.root.appending(index: 0))
    }

    @Test func `is one element of a set however often it is added`() {
        let paths = Set(["a[0]", "a[0]", "a.b", "a.b"].compactMap(JSONPath.init))

        #expect(paths.count == 2)
    }

    @Test func `leads to a value, or nowhere`() throws {
        let value: JSON = ["days": [["max": 21], ["max": 23]]]

        #expect(value.value(at: .root) == value)
        #expect(try value.value(at: #require(JSONPath("days[1].max"))) == 23)
        #expect(try value.value(at: #require(JSONPath("days[2].max"))) == nil)
        #expect(try value.value(at: #require(JSONPath("days.max"))) == nil)
        #expect(try value.value(at: #require(JSONPath("days[1].max[0]"))) == nil)
    }

    @Test func `leads to each leaf in the order of the text`() {
        let value: JSON = ["b": [1, ["x": nil]], "a": [], "c": [:], "d": "text"]

        let leaves = value.leaves

        #expect(leaves.map(\.path.description) == ["b[0]", "b[1].x", "a", "c", "d"])
        #expect(leaves.map(\.value) == [1, nil, [], [:], "text"])
    }

    @Test func `is empty for the only leaf of a scalar`() {
        let leaves = JSON("text").leaves

        #expect(leaves.map(\.path) == [.root])
    }
}
