import Engine
import LanguageModels
import Testing

@Suite("Strict schemas")
struct StrictSchemaTests {
    @Test(arguments: [
        #"{"type":"object","properties":{},"additionalProperties":false}"#,
        #"{"type":"object","properties":{"a":{"type":["string","null"]}},"required":["a"],"additionalProperties":false}"#,
        #"""
        {"type":"object","properties":{"a":{"type":"array","items":{"enum":["x","y"]},"minItems":1}},"required":["a"],
        "additionalProperties":false}
        """#,
        #"""
        {"type":"object","properties":{"a":{"anyOf":[{"type":"integer"},{"$ref":"#/$defs/b"}]}},"required":["a"],
        "additionalProperties":false,"$defs":{"b":{"type":"string","format":"date"}}}
        """#,
    ])
    func `are taken`(schema: String) throws {
        #expect(try StrictSchema.allows(JSON(parsing: schema)))
    }

    @Test(arguments: [
        "true", #"{"type":"array","items":{"type":"string"}}"#, #"{"type":"object"}"#,
        #"{"anyOf":[{"type":"object","properties":{},"additionalProperties":false}]}"#,
        #"{"type":"object","properties":{"a":{"type":"string"}},"required":[],"additionalProperties":false}"#,
        #"{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]}"#,
        #"{"type":"object","properties":{"a":{}},"required":["a"],"additionalProperties":false}"#,
        #"{"type":"object","properties":{"a":{"type":"object"}},"required":["a"],"additionalProperties":false}"#,
        #"""
        {"type":"object","properties":{"a":{"type":"string","maxLength":3}},"required":["a"],
        "additionalProperties":false}
        """#,
        #"""
        {"type":"object","properties":{"a":{"type":"string","format":"uri"}},"required":["a"],
        "additionalProperties":false}
        """#,
        #"""
        {"type":"object","properties":{"a":{"not":{"type":"string"}}},"required":["a"],"additionalProperties":false}
        """#,
    ])
    func `are refused where a rule is broken`(schema: String) throws {
        #expect(try !StrictSchema.allows(JSON(parsing: schema)))
    }

    @Test(arguments: [(9, true), (10, false)])
    func `nest ten levels at most`(below: Int, isAllowed: Bool) {
        let schema = (0..<below).reduce(JSON.closedObject([:])) { inner, _ in .closedObject(["in": inner]) }

        #expect(StrictSchema.allows(schema) == isAllowed)
    }

    @Test(arguments: [(1000, true), (1001, false)])
    func `offer a thousand choices at most`(count: Int, isAllowed: Bool) {
        let choices = JSON.array((0..<count).map { .string("c\($0)") })

        #expect(StrictSchema.allows(.closedObject(["a": ["enum": choices]])) == isAllowed)
    }

    @Test(arguments: [(5000, true), (5001, false)])
    func `have five thousand properties at most`(count: Int, isAllowed: Bool) {
        let members = (0..<count).map { JSON.Object.Member(key: "p\($0)", value: ["type": "null"]) }

        #expect(StrictSchema.allows(.closedObject(JSON.Object(members))) == isAllowed)
    }

    @Test(arguments: [(119_000, true), (121_000, false)])
    func `have a limited number of characters`(count: Int, isAllowed: Bool) {
        let long = JSON.string(String(repeating: "x", count: count))

        #expect(StrictSchema.allows(.closedObject(["a": ["enum": [long]]])) == isAllowed)
    }
}

extension JSON {
    fileprivate static func closedObject(_ properties: JSON.Object) -> JSON {
        [
            "type": "object", "properties": .object(properties),
            "required": .array(properties.keys.map(JSON.string)), "additionalProperties": false,
        ]
    }
}
