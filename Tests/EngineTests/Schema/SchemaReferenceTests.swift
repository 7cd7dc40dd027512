import Engine
import Testing

@Suite("A reference inside a schema")
struct SchemaReferenceTests {
    @Test(
        arguments: [
            (##"{"$ref":"#name","$defs":{"a":{"$anchor":"name","type":"integer"}}}"##, "an anchor"),
            (##"{"$ref":"#name","definitions":{"a":{"$id":"#name","type":"integer"}}}"##, "an anchor of draft-07"),
            (##"{"$ref":"#name","$defs":{"a":{"$dynamicAnchor":"name","type":"integer"}}}"##, "a dynamic anchor"),
            (##"{"$ref":"#n%61me","$defs":{"a":{"$anchor":"name","type":"integer"}}}"##, "an anchor with escapes"),
            (##"{"$ref":"a.json","$defs":{"a":{"$id":"a.json","type":"integer"}}}"##, "an address without a base"),
            (##"{"$ref":"a.json#","$defs":{"a":{"$id":"a.json#","type":"integer"}}}"##, "an empty fragment"),
            (
                ##"{"$id":"http://h/x/y","$ref":"../a?q","$defs":{"a":{"$id":"//h/a?q","type":"integer"}}}"##,
                "dots and a query"
            ),
            (
                ##"{"$id":"HTTP://h/x","$ref":"http://h/a/./b/../c","$defs":{"a":{"$id":"/a/c","type":"integer"}}}"##,
                "dots inside a path"
            ),
            (
                ##"{"$ref":"a#/$defs/b","$defs":{"a":{"$id":"a","$defs":{"b":{"type":"integer"}}},"b":false}}"##,
                "a pointer into a resource"
            ),
            (
                ##"{"$ref":"#/$defs/a","$defs":{"a":{"$id":"a","$ref":"#/$defs/b","$defs":{"b":{"type":"integer"}}}}}"##,
                "a pointer from a resource"
            ),
            (##"{"$ref":"#/x-own/a","x-own":{"a":{"$ref":"#/x-own/b"},"b":{"type":"integer"}}}"##, "unknown places"),
            (
                ##"{"$ref":"#/x-own/a","x-own":{"a":{"$id":"u","$ref":"#/b","b":{"type":"integer"}}}}"##,
                "a resource in an unknown place"
            ),
            (
                ##"{"$ref":"urn:a:b#c","$defs":{"a":{"$id":"urn:a:b","items":{"$anchor":"c","type":"integer"}}}}"##,
                "an anchor in a URN"
            ),
        ])
    func `is followed`(text: String, title: String) throws {
        let schema = try JSONSchema(JSON(parsing: text))

        #expect(schema.failures(of: 1).isEmpty, "\(title)")
        #expect(schema.failures(of: "1").map(\.keyword) == ["type"], "\(title)")
    }

    @Test func `finds no name among values`() throws {
        let text = """
            {"$id":"http://h/root","properties":{"a":{"$ref":"x"},"$id":{"type":"string"},"$anchor":{"type":"null"}},
            "const":{"$id":"x","type":"integer"},"examples":[{"$id":"x"}],"default":{"$id":"x"}}
            """

        let schema = try JSONSchema(JSON(parsing: text))

        #expect(schema.unsupportedKeywords == ["$ref to x at #/properties/a"])
    }

    @Test func `keeps the same name of two resources apart`() throws {
        let text = ##"""
            {"$defs":{"a":{"$id":"a","$anchor":"n","type":"integer"},"b":{"$id":"b","$anchor":"n","type":"string"}},
            "properties":{"x":{"$ref":"a#n"},"y":{"$ref":"b#n"}}}
            """##

        let schema = try JSONSchema(JSON(parsing: text))

        #expect(schema.failures(of: ["x": 1, "y": "1"]).isEmpty)
        #expect(schema.failures(of: ["x": "1", "y": 1]).map(\.path) == [JSONPath("x"), JSONPath("y")])
    }

    @Test func `reads a schema as servers of older drafts send it`() throws {
        let text = ##"""
            {"$schema":"http://json-schema.org/draft-07/schema#","type":"object","required":["point"],
            "properties":{"point":{"$ref":"#/definitions/point"},"day":{"type":"string","format":"date","nullable":true}},
            "definitions":{"point":{"type":"array","items":[{"type":"number"},{"type":"number"}],"additionalItems":false}}}
            """##

        let schema = try JSONSchema(JSON(parsing: text))

        #expect(schema.unsupportedKeywords == ["nullable at #/properties/day"])
        #expect(schema.failures(of: ["point": [1, 2], "day": "x"]).isEmpty)
        #expect(
            schema.failures(of: ["point": [1, "2", 3]]).map(\.path) == [JSONPath("point[1]"), JSONPath("point[2]")])
    }
}
