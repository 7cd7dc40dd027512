import Engine
import Testing

@Suite("A JSON value")
struct JSONValueTests {
    @Test func `is written as literals`() throws {
        let value: JSON = ["a": [1, 2.5, "x", true, nil], "b": [:]]

        #expect(try value == JSON(parsing: #"{"a":[1,2.5,"x",true,null],"b":{}}"#))
    }

    @Test(
        arguments: [
            ([1, 2], [2, 1]), (["a": 1, "b": 2], ["b": 2, "a": 1]), (1, 1.0), (1, true), (nil, false), ("1", 1),
            ([], [:]),
            ("\u{E9}", "e\u{301}"), (["\u{E9}": 1], ["e\u{301}": 1]), (["a": 1], ["a": 1, "b": 2]),
        ] as [(JSON, JSON)])
    func `differs in order, spelling, type or bytes`(left: JSON, right: JSON) {
        #expect(left != right)
        #expect(right != left)
    }

    @Test(arguments: [nil, true, 1, "x", [1, [2]], ["a": ["b": nil]]] as [JSON])
    func `finds itself in a set`(value: JSON) throws {
        let copy = try JSON(parsing: value.compactText)

        #expect(Set([value]).contains(copy))
    }

    @Test func `is read by its type alone`() {
        let value: JSON = ["text": "1", "number": 1, "truth": true, "list": [10, 20], "fraction": 1.5]

        #expect(value["text"]?.string == "1")
        #expect(value["text"]?.int == nil)
        #expect(value["number"]?.int == 1)
        #expect(value["number"]?.bool == nil)
        #expect(value["number"]?.double == 1)
        #expect(value["truth"]?.bool == true)
        #expect(value["truth"]?.int == nil)
        #expect(value["fraction"]?.int == nil)
        #expect(value["list"]?[1] == 20)
        #expect(value["list"]?[2] == nil)
        #expect(value["list"]?[-1] == nil)
        #expect(value["list"]?["0"] == nil)
        #expect(value["absent"] == nil)
        #expect(JSON.null.isNull)
    }

    @Test func `has no double beyond the range of one`() throws {
        #expect(try JSON(parsing: "1e400").double == nil)
    }

    @Test(
        arguments: [
            (nil, "null"), (true, "boolean"), (1, "integer"), (1.0, "integer"), (1.5, "number"), ("", "string"),
            ([], "array"),
            ([:], "object"),
        ] as [(JSON, String)])
    func `names its type`(value: JSON, name: String) {
        #expect(value.typeName == name)
    }
}

@Suite("A JSON object")
struct JSONObjectTests {
    @Test func `gives the first value of a duplicate key`() {
        let object: JSON.Object = ["a": 1, "b": 2, "a": 3]

        #expect(object["a"] == 1)
        #expect(object.count == 3)
    }

    @Test func `lists each duplicate key once`() {
        let object: JSON.Object = ["a": 1, "b": 2, "a": 3, "b": 4, "a": 5, "c": 6]

        #expect(object.duplicateKeys == ["a", "b"])
    }

    @Test func `sets a value in its place and drops duplicates`() {
        var object: JSON.Object = ["x": 0, "a": 1, "b": 2, "a": 3]

        object.set("a", 9)
        object.set("new", 7)

        #expect(object == ["x": 0, "a": 9, "b": 2, "new": 7])
    }

    @Test func `removes every member with a key`() {
        var object: JSON.Object = ["a": 1, "b": 2, "a": 3]

        object.remove("a")

        #expect(object == ["b": 2])
    }

    @Test func `finds duplicates among many keys`() throws {
        let members = (0..<5_000).map { JSON.Object.Member(key: "key\($0 % 4_999)", value: .null) }

        #expect(JSON.Object(members).duplicateKeys == ["key0"])
    }
}
