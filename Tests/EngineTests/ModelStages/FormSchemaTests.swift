import TestSupport
import Testing

@testable import Engine

@Suite("Forms of answers")
struct FormSchemaTests {
    @Test func `a planned proposal may use only the sampled tools, their own arguments, and outputs there are`() throws
    {
        let request = StageExamples.proposalRequest(count: 2, most: 2, batch: [StageExamples.cityLookup])

        let schema = ProposalForm(request, strategy: .lean).schema

        let wanted = try JSON(
            parsing: #"""
                {"type":"object","properties":{"reason":{"type":"string"},"proposals":{"type":"array","items":
                {"type":"object","properties":{"instruction":{"type":"string"},"calls":{"type":"array","items":{"anyOf":[
                {"type":"object","properties":{"tool":{"type":"string","enum":["city_lookup"]},"arguments":
                {"type":"object","properties":{
                "name":{"anyOf":[{"type":"string"},{"$ref":"#/$defs/reference"}]},
                "country":{"anyOf":[{"type":"string"},{"$ref":"#/$defs/reference"},{"type":"null"}]}},
                "required":["name","country"],"additionalProperties":false}},
                "required":["tool","arguments"],"additionalProperties":false}]},"minItems":1,"maxItems":2}},
                "required":["instruction","calls"],"additionalProperties":false},"minItems":1,"maxItems":2}},
                "required":["reason","proposals"],"additionalProperties":false,
                "$defs":{"reference":{"type":"object","properties":{
                "from":{"type":"string","enum":["call 1","step 1"]},"path":{"type":"string"}},
                "required":["from","path"],"additionalProperties":false}}}
                """#)
        #expect(schema == wanted)
    }

    @Test func `where there is nothing to refer to, arguments are values`() {
        let request = StageExamples.proposalRequest(workflow: Workflow(), most: 1)

        let schema = ProposalForm(request, strategy: .lean).schema

        #expect(!schema.compactText.contains("reference"))
        #expect(!schema.compactText.contains("$defs"))
    }

    @Test func `a proposal of the paper's kind names one tool up to as many as are allowed`() {
        let schema = ProposalForm(StageExamples.proposalRequest(most: 2), strategy: .paper).schema

        let tools = schema["properties"]?["proposals"]?["items"]?["properties"]?["tools"]
        #expect(tools?["items"]?["enum"] == ["city_lookup", "sun_times"])
        #expect(tools?["minItems"] == 1)
        #expect(tools?["maxItems"] == 2)
    }

    @Test func `a proposal has no more calls than a trial has turns`() {
        let form = ProposalForm(StageExamples.proposalRequest(most: 3, turns: 2), strategy: .lean)

        #expect(form.most == 2)
    }

    @Test(arguments: Plan.Strategy.allCases)
    func `every object is closed and requires all its properties, as strict endpoints want it`(
        strategy: Plan.Strategy
    ) {
        let proposals = ProposalForm(StageExamples.proposalRequest(), strategy: strategy).schema
        let selection = SelectionForm(
            StageExamples.selectionRequest([StageExamples.found(1, "Bergen", gives: "{}")])
        ).schema
        let call = CallForm(tool: StageExamples.sunTimes, failed: []).schema
        let synthesis = SynthesisForm(StageExamples.workflow).schema

        for schema in [proposals, selection, call, synthesis] { #expect(schema.loosePlaces == []) }
    }

    @Test func `a schema that would grow too large leaves the tools' own schemas out`() throws {
        let properties = (0..<40).map {
            JSON.Object.Member(key: "a_rather_long_argument_\($0)", value: ["type": "string"])
        }
        let tools = (0..<50).map { number in
            Tool(
                name: ToolName("tool_\(number)"), description: "",
                inputSchema: ["type": "object", "properties": .object(JSON.Object(properties))])
        }

        let form = ProposalForm(StageExamples.proposalRequest(batch: tools), strategy: .lean)

        #expect(form.schema.compactText.utf8.count < 60_000)
        let call = form.schema["properties"]?["proposals"]?["items"]?["properties"]?["calls"]?["items"]
        #expect(call?["properties"]?["tool"]?["enum"]?.array?.count == 50)
        #expect(call?["properties"]?["arguments"] == ["type": "object"])
    }

    @Test func `fifty tools with five arguments each keep their own schemas`() {
        let properties = (0..<5).map { JSON.Object.Member(key: "argument_\($0)", value: ["type": "string"]) }
        let tools = (0..<50).map { number in
            Tool(
                name: ToolName("tool_\(number)"), description: "",
                inputSchema: ["type": "object", "properties": .object(JSON.Object(properties))])
        }

        let schema = ProposalForm(StageExamples.proposalRequest(batch: tools), strategy: .lean).schema

        #expect(schema["$defs"] != nil)
    }

    @Test func `a selection may name only what succeeded, and a new chain only where it is allowed`() {
        let candidates = [StageExamples.found(1, "Bergen", gives: "{}"), StageExamples.found(3, "Narvik", gives: "{}")]

        let open = SelectionForm(StageExamples.selectionRequest(candidates)).schema["properties"]
        let full = SelectionForm(StageExamples.selectionRequest(candidates, mayOpenChain: false)).schema["properties"]

        #expect(open?.object?.keys == ["reason", "choice", "place"])
        #expect(open?["choice"]?["enum"] == ["proposal 1", "proposal 3", "decline"])
        #expect(open?["place"]?["enum"] == ["new chain", "chain 1"])
        #expect(full?["place"]?["enum"] == ["chain 1"])
    }

    @Test func `keywords that endpoints may not know are left out, and odd schemas allow anything`() throws {
        func plain(_ text: String) throws -> JSON { PlainSchema(try JSON(parsing: text)).json }

        #expect(
            try plain(#"{"type":"string","format":"date","pattern":"^x","default":"a","examples":["b"],"$schema":"s"}"#)
                == ["type": "string"])
        #expect(try plain(#"{"const":5}"#) == ["enum": [5]])
        #expect(
            try plain(#"{"oneOf":[{"type":"null"},{"type":"string"}]}"#) == [
                "anyOf": [["type": "null"], ["type": "string"]]
            ])
        #expect(try plain(#"{"allOf":[{"type":"string"}]}"#) == [:])
        #expect(
            try plain(##"{"$ref":"#/$defs/a","$defs":{"a":{"type":"integer","minimum":1}}}"##) == [
                "type": "integer", "minimum": 1,
            ])
        #expect(try plain(##"{"$ref":"#"}"##) == [:])
        #expect(try plain(#"{"$ref":"https://example.org/x"}"#) == [:])
    }

    @Test func `what nests too deep allows anything`() {
        var schema: JSON = ["type": "string"]
        for _ in 0..<8 { schema = ["type": "array", "items": schema] }

        let plain = PlainSchema(schema).json

        #expect(plain.compactText.count { $0 == "[" } == 0)
        #expect(plain.compactText.hasSuffix(#""items":{}}}}}}"#))
    }
}

extension JSON {
    /// The places of objects that are open, or have optional properties.
    fileprivate var loosePlaces: [String] {
        var places: [String] = []
        if self["type"]?.string == "object" {
            let keys = self["properties"]?.object?.keys ?? []
            let required = (self["required"]?.array ?? []).compactMap(\.string)
            if self["additionalProperties"]?.bool != false || keys.sorted() != required.sorted() {
                places.append(compactText)
            }
        }
        switch self {
        case .object(let object): return places + object.members.flatMap(\.value.loosePlaces)
        case .array(let items): return places + items.flatMap(\.loosePlaces)
        case .null, .bool, .number, .string: return places
        }
    }
}
