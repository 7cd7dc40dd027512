import Engine
import Testing

@Suite("A malformed JSON schema")
struct JSONSchemaProblemTests {
    @Test(arguments: [
        (#""object""#, "The schema at # is of type string; write an object, true or false."),
        (
            #"{"properties":{"a":{"items":1}}}"#,
            "The schema at #/properties/a/items is of type integer; write an object, true or false."
        ),
        (
            #"{"type":"any"}"#,
            "`type` at # must be one or more of null, boolean, integer, number, string, array, object; "
                + "correct it or leave it out."
        ),
        (
            ##"{"$ref":"#/$defs/x"}"##,
            "`$ref` at # leads to `#/$defs/x`, which the schema does not have; add it or correct the reference."
        ),
        (
            ##"{"$ref":"#name","$defs":{"a":{"$id":"a","$anchor":"name"}}}"##,
            "`$ref` at # leads to `#name`, which the schema does not have; add it or correct the reference."
        ),
        (#"{"type":"object","type":"array"}"#, "The schema names `type` twice at #; remove one."),
        (
            #"{"properties":{"a":true,"a":false}}"#,
            "The schema names `a` twice at #/properties; remove one."
        ),
    ])
    func `is refused with its place and what to do`(text: String, message: String) throws {
        let json = try JSON(parsing: text)

        let problem = #expect(throws: JSONSchema.Problem.self) { try JSONSchema(json) }

        #expect(problem?.description == message)
    }

    @Test(arguments: [
        #"{"type":[]}"#, #"{"type":["string",1]}"#, #"{"enum":1}"#, #"{"required":"a"}"#, #"{"required":true}"#,
        #"{"required":[1]}"#, #"{"minLength":-1}"#, #"{"maxItems":1.5}"#, #"{"minimum":"0"}"#,
        #"{"exclusiveMinimum":true}"#, #"{"multipleOf":0}"#, #"{"multipleOf":-1}"#, #"{"uniqueItems":1}"#,
        #"{"properties":[]}"#, #"{"dependentRequired":{"a":1}}"#, #"{"allOf":[]}"#, #"{"anyOf":{}}"#, #"{"oneOf":1}"#,
        #"{"prefixItems":{}}"#, #"{"minContains":"1"}"#, #"{"$ref":1}"#, #"{"$schema":1}"#, #"{"$defs":1}"#,
        #"{"pattern":1}"#, #"{"patternProperties":[]}"#, #"{"$id":1}"#, #"{"$anchor":{}}"#,
    ])
    func `names the malformed keyword`(text: String) throws {
        let json = try JSON(parsing: text)

        let problem = #expect(throws: JSONSchema.Problem.self) { try JSONSchema(json) }

        guard case .malformed(let keyword, "#", _) = problem else {
            Issue.record("\(String(describing: problem))")
            return
        }
        #expect(keyword == json.object?.keys.first)
    }

    @Test(arguments: ["not", "if", "then", "else", "items", "contains", "propertyNames", "additionalProperties"])
    func `is refused for a subschema that is none`(keyword: String) {
        let json = JSON.object([keyword: .number(1)])

        let problem = #expect(throws: JSONSchema.Problem.self) { try JSONSchema(json) }

        #expect(problem == .notASchema(place: "#/\(keyword)", found: "integer"))
    }

    @Test func `is refused when the keys to a place grow too long`() {
        let key = String(repeating: "k", count: 5_000)
        let json: JSON = ["properties": .object([key: true])]

        #expect(throws: JSONSchema.Problem.placeTooLong(limit: 4096)) { try JSONSchema(json) }
    }
}

@Suite("A keyword that is not supported")
struct UnsupportedKeywordTests {
    @Test(
        arguments: [
            (#"{"properties":{"a":{"pattern":"^(?=a)"}}}"#, ["pattern (lookahead) at #/properties/a"]),
            (#"{"pattern":"[z-a]"}"#, ["pattern (not a regular expression: a range of a class is out of order) at #"]),
            (
                #"{"patternProperties":{"(.)/\\1":{},"^x":{}},"additionalProperties":false}"#,
                [
                    #"patternProperties (back-reference) at #/patternProperties/(.)~1\1"#,
                    "additionalProperties beside patternProperties at #",
                ]
            ),
            (#"{"unevaluatedProperties":false,"x-note":1}"#, ["unevaluatedProperties at #", "x-note at #"]),
            (#"{"$ref":"other.json"}"#, ["$ref to other.json at #"]),
            (
                #"{"$id":"http://example.com/a","$ref":"http://example.com/b#/$defs/x"}"#,
                ["$ref to http://example.com/b#/$defs/x at #"]
            ),
            (
                #"{"$ref":"https://json-schema.org/draft/2020-12/schema"}"#,
                ["$ref to https://json-schema.org/draft/2020-12/schema at #"]
            ),
            (##"{"$ref":"#/%zz"}"##, ["$ref to #/%zz at #"]),
            (#"{"$vocabulary":{}}"#, ["$vocabulary at #"]),
            (#"{"$schema":"https://example.com/mine"}"#, ["$schema https://example.com/mine at #"]),
            (##"{"allOf":[{"not":{"$dynamicRef":"#x"}}]}"##, ["$dynamicRef at #/allOf/0/not"]),
            (#"{"multipleOf":1.234567890123456789}"#, ["multipleOf at #"]),
            (#"{"false":1}"#, ["false at #"]),
        ] as [(String, [String])])
    func `is reported with its place`(text: String, expected: [String]) throws {
        let schema = try JSONSchema(JSON(parsing: text))

        #expect(schema.unsupportedKeywords == expected)
    }

    @Test func `leaves the others in force`() throws {
        let schema = try JSONSchema([
            "type": ["string", "object"], "pattern": "^(?!a)",
            "patternProperties": ["(?<=x)y": ["type": "string"], "^n": ["type": "number"]],
        ])

        #expect(schema.failures(of: "abc").isEmpty)
        #expect(schema.failures(of: 1).map(\.keyword) == ["type"])
        #expect(schema.failures(of: ["xy": 1, "n": "1"]).map(\.path) == [JSONPath("n")])
    }

    @Test func `is not seen where a schema only speaks of values`() throws {
        let text = """
            {"$schema":"http://json-schema.org/draft-07/schema#","$id":"http://example.com/x","title":"T","description":"D",
            "default":{"pattern":1},"examples":[{"pattern":1}],"format":"date","const":{"pattern":"x"},"enum":[{"pattern":"x"}],
            "properties":{"pattern":{"type":"string"}},"deprecated":false,"readOnly":true,"writeOnly":false,"$comment":"c"}
            """

        #expect(try JSONSchema(JSON(parsing: text)).unsupportedKeywords == [])
    }
}
