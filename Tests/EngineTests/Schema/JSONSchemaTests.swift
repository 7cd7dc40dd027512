import Engine
import Testing

@Suite("A JSON schema")
struct JSONSchemaTests {
    private static let weather: JSON = [
        "type": "object",
        "properties": [
            "city": ["type": "string", "minLength": 2],
            "days": [
                "type": "array", "items": ["type": "object", "properties": ["max": ["maximum": 60]]], "maxItems": 3,
            ],
            "unit": ["enum": ["C", "F"]],
        ],
        "required": ["city"],
        "additionalProperties": false,
    ]

    @Test(
        arguments: [
            (["city": "Oslo", "unit": "C"], []),
            (["unit": "C"], ["The value must have the property `city`."]),
            (["city": 7], [#"city must be of type string, but is 7."#]),
            (["city": "X"], ["city must have at least 2 characters, but has 1."]),
            (["city": "Oslo", "unit": "K"], [#"unit must be one of "C", "F", but is "K"."#]),
            (
                ["city": "Oslo", "days": [["max": 20], ["max": 61.5]]],
                ["days[1].max must be at most 60, but is 61.5."]
            ),
            (["city": "Oslo", "days": [[:], [:], [:], [:]]], ["days must have at most 3 elements, but has 4."]),
            (
                ["city": "Oslo", "odd key": 1],
                [#"["odd key"] must not be given: allowed are only `city`, `days`, `unit`."#]
            ),
            ("Oslo", [#"The value must be of type object, but is "Oslo"."#]),
        ] as [(JSON, [String])])
    func `says what failed, on what, and what was expected`(instance: JSON, messages: [String]) throws {
        let schema = try JSONSchema(Self.weather)

        let failures = schema.failures(of: instance)

        #expect(failures.map(\.message) == messages)
    }

    @Test func `names the place, the keyword and the value of a failure`() throws {
        let schema = try JSONSchema(Self.weather)

        let failure = schema.failures(of: ["city": "Oslo", "days": [["max": 99]]]).first

        #expect(failure?.path == JSONPath("days[0].max"))
        #expect(failure?.keyword == "maximum")
        #expect(failure?.value == "99")
    }

    @Test func `lists every failure of one instance`() throws {
        let schema = try JSONSchema(Self.weather)

        let failures = schema.failures(of: ["days": 1, "unit": nil, "more": true])

        #expect(Set(failures.map(\.keyword)) == ["type", "enum", "required", "additionalProperties"])
    }

    @Test(
        arguments: [
            (["id": "A-1", "x-a": 1, "x-": nil], []),
            (["id": "a-1"], [#"id must match the pattern `^[A-Z]-\d$`, but is "a-1"."#]),
            (["id": 7], []),
            (["x-a": "1"], [#"["x-a"] must be of type integer or null, but is "1"."#]),
            (
                ["y": 1, "ex-a": 1],
                [
                    "y must not be given: allowed are only `id`, names that match `^x-`.",
                    #"["ex-a"] must not be given: allowed are only `id`, names that match `^x-`."#,
                ]
            ),
            (["xx-": 1], [#"["xx-"] must not be given: allowed are only `id`, names that match `^x-`."#]),
        ] as [(JSON, [String])])
    func `holds strings and names against patterns`(instance: JSON, messages: [String]) throws {
        let schema = try JSONSchema([
            "properties": ["id": ["pattern": "^[A-Z]-\\d$"]],
            "patternProperties": ["^x-": ["type": ["integer", "null"]]],
            "additionalProperties": false,
        ])

        #expect(schema.failures(of: instance).map(\.message) == messages)
    }

    @Test func `shortens long patterns`() throws {
        let schema = try JSONSchema(["pattern": .string(String(repeating: "x", count: 1_000))])

        let message = schema.failures(of: "y").first?.message

        #expect(message == "The value must match the pattern `\(String(repeating: "x", count: 79))…`, but is \"y\".")
    }

    @Test func `gives the reasons when no alternative fits`() throws {
        let schema = try JSONSchema(["anyOf": [["type": "integer"], ["type": "string", "maxLength": 1]]])

        let messages = schema.failures(of: 1.5).map(\.message)

        let reasons = "The value must be of type integer, but is 1.5; The value must be of type string, but is 1.5"
        #expect(messages == ["The value fits none of the 2 alternatives: \(reasons)."])
    }

    @Test func `counts the alternatives when more than one fits`() throws {
        let schema = try JSONSchema(["oneOf": [["type": "integer"], ["minimum": 1], ["type": "string"]]])

        let failures = schema.failures(of: 3)

        #expect(failures.map(\.message) == ["The value must fit exactly one of the 3 alternatives, but fits 2."])
    }

    @Test func `shortens long values`() throws {
        let schema = try JSONSchema(["type": "null"])

        let text = schema.failures(of: .string(String(repeating: "x", count: 1_000))).first?.value
        let object = schema.failures(of: ["a": 1, "b": [1, 2, 3]]).first?.value
        let list = schema.failures(of: [1, 2]).first?.value

        #expect(text == "\"" + String(repeating: "x", count: 39) + "…\"")
        #expect(object == "an object of 2")
        #expect(list == "an array of 2")
    }

    @Test func `lists a hundred failures at most`() throws {
        let schema = try JSONSchema(["items": ["type": "string"]])

        let failures = schema.failures(of: .array(Array(repeating: 1, count: 5_000)))

        #expect(failures.count == JSONSchema.failureLimit)
    }

    @Test(arguments: [
        (#"{"const":9007199254740993}"#, "9007199254740992", false), (#"{"const":1}"#, "1.0", true),
        (#"{"const":{"a":1,"b":2}}"#, #"{"b":2.0,"a":1}"#, true), ("{\"const\":\"\u{E9}\"}", "\"e\u{301}\"", false),
        (#"{"multipleOf":0.01}"#, "4.35", true), (#"{"multipleOf":0.01}"#, "4.355", false),
        (#"{"multipleOf":0.1}"#, "1e300", true), (#"{"multipleOf":7}"#, "1e300", false),
        (#"{"multipleOf":2}"#, "0", true),
        (#"{"multipleOf":3}"#, "111111111111111111111111111111", true),
        (#"{"maximum":9007199254740992}"#, "9007199254740993", false), (#"{"maximum":-1}"#, "-2", true),
        (#"{"minimum":1e400}"#, "1e399", false), (#"{"exclusiveMinimum":0}"#, "1e-999", true),
        (#"{"type":"integer"}"#, "1e2", true), (#"{"type":"integer"}"#, "1e-2", false),
        (#"{"type":"number"}"#, "1", true),
        (#"{"uniqueItems":true}"#, "[1,1.0]", false), (#"{"uniqueItems":true}"#, #"[1,"1",true]"#, true),
        (#"{"minimum":0}"#, "1e99999999999999999999", false), (#"{"maxLength":1}"#, "\"\u{1F600}\"", true),
        (#"{"maxLength":1}"#, "\"e\u{301}\"", false), ("{\"required\":[\"\u{E9}\"]}", "{\"e\u{301}\":1}", false),
    ])
    func `compares numbers and texts exactly`(schema: String, instance: String, isValid: Bool) throws {
        let schema = try JSONSchema(JSON(parsing: schema))

        let failures = try schema.failures(of: JSON(parsing: instance))

        #expect(failures.isEmpty == isValid)
    }

    @Test func `reads the item lists of older drafts`() throws {
        let schema = try JSONSchema(["items": [["type": "string"]], "additionalItems": ["type": "integer"]])

        #expect(schema.unsupportedKeywords == [])
        #expect(schema.failures(of: ["a", 1, 2]).isEmpty)
        #expect(schema.failures(of: ["a", 1, "b"]).map(\.path) == [JSONPath("[2]")])
        #expect(schema.failures(of: [1]).map(\.path) == [JSONPath("[0]")])
    }

    @Test func `resolves references with escapes`() throws {
        let schema = try JSONSchema([
            "$defs": ["a/b~c %": ["type": "integer"]], "properties": ["x": ["$ref": "#/$defs/a~1b~0c%20%25"]],
        ])

        #expect(schema.failures(of: ["x": 1]).isEmpty)
        #expect(schema.failures(of: ["x": "1"]).map(\.path) == [JSONPath("x")])
    }

    @Test func `checks 128 levels of a recursive schema`() throws {
        let schema = try JSONSchema(
            JSON(parsing: ##"{"type":"object","properties":{"child":{"$ref":"#"}},"required":["n"]}"##))
        let nested = String(repeating: #"{"n":0,"child":"#, count: 127) + "{}" + String(repeating: "}", count: 127)

        let failures = try schema.failures(of: JSON(parsing: nested))

        #expect(failures.map(\.keyword) == ["required"])
        #expect(failures.first?.path.components.count == 127)
    }
}
