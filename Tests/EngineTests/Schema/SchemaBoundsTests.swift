import Engine
import Foundation
import Testing

@Suite("A check with bounds")
struct SchemaBoundsTests {
    @Test(arguments: [
        ##"{"$ref":"#"}"##, ##"{"not":{"$ref":"#"}}"##, ##"{"allOf":[{"$ref":"#"}]}"##, ##"{"anyOf":[{"$ref":"#"}]}"##,
        ##"{"oneOf":[{"$ref":"#"}]}"##, ##"{"if":{"$ref":"#"}}"##, ##"{"dependentSchemas":{"a":{"$ref":"#"}}}"##,
    ])
    func `ends on a small stack when a schema refers to itself`(text: String) async throws {
        let schema = try JSONSchema(JSON(parsing: text))

        let failures = await onSmallStack { schema.failures(of: ["a": 1]) }

        let objection = "could not be checked: the schema refers to itself without end, or nests too deep"
        #expect(failures.map(\.message) == ["The value \(objection)."])
    }

    @Test func `ends when the branches of a schema double at each step`() throws {
        var definitions: JSON.Object = ["d60": ["type": "integer"]]
        for number in 0..<60 {
            let next: JSON = ["$ref": .string("#/$defs/d\(number + 1)")]
            definitions.set("d\(number)", ["allOf": [next, next]])
        }
        let schema = try JSONSchema(["$ref": "#/$defs/d0", "$defs": .object(definitions)])

        let failures = schema.failures(of: 1)

        let objection = "could not be checked: the schema takes too many steps; simplify its alternatives"
        #expect(failures.map(\.message) == ["The value \(objection)."])
    }

    @Test func `ends when the patterns of a schema cost too much together`() throws {
        let schema = try JSONSchema(["items": ["pattern": "(x?){2000}y"]])
        let text = String(repeating: "x", count: 1_000)

        let failures = schema.failures(of: .array(Array(repeating: .string(text), count: 10)))

        #expect(failures.map(\.path) == [JSONPath("[4]")])
        #expect(failures.map(\.keyword) == ["pattern"])
        let advice = "simplify them or shorten the text"
        #expect(
            failures.map(\.message) == [
                "[4] could not be checked: the patterns of the schema take too many steps; \(advice)."
            ])
    }

    @Test func `leaves out patterns when they are too large together`() throws {
        let large = (0..<10).map { JSON.object(["pattern": .string("\($0){9000}")]) }

        let schema = try JSONSchema(["allOf": .array(large)])

        let reason = "more than 50000 instructions in all patterns of the schema"
        #expect(schema.unsupportedKeywords == (6..<10).map { "pattern (\(reason)) at #/allOf/\($0)" })
        #expect(schema.failures(of: "x").count == 6)
    }

    @Test func `reads deep groups and nested names on a small stack`() async throws {
        let pattern = String(repeating: "(", count: 100) + "a" + String(repeating: ")*", count: 100)

        let isValid = await onSmallStack {
            (try? JSONSchema(["pattern": .string("^" + pattern + "$")]))?.failures(of: "aaa").isEmpty
        }

        #expect(isValid == true)
    }

    @Test func `walks the deepest value on a small stack`() async throws {
        let text = String(repeating: #"{"a":["#, count: 128) + String(repeating: "]}", count: 128)
        let value = try JSON(parsing: text, limits: JSON.Limits(depth: 1_000))

        let texts = await onSmallStack {
            [value.compactText, value.canonicalText, value.leaves.first?.path.description ?? ""]
        }

        #expect(texts == [text, text, "a" + String(repeating: "[0].a", count: 127)])
        #expect(throws: JSON.ParseError.self) {
            try JSON(parsing: "[" + text + "]", limits: JSON.Limits(depth: 1_000))
        }
    }

    /// Stacks of 512 KiB are the smallest that threads of the program have.
    private func onSmallStack<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: body()) }
            thread.stackSize = 512 << 10
            thread.start()
        }
    }
}
