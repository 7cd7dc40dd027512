import Engine
import MCPTools
import Testing

@Suite("Reading a list of tools")
struct ToolListingTests {
    private func offer(_ definition: String) throws -> ToolOffer {
        var listing = ToolListing(of: "files")
        #expect(listing.add(["tools": [try JSON(parsing: definition)]]) == .done)
        return listing.offer
    }

    @Test(
        arguments: [
            ("{}", nil, .destructive), (#"{"readOnlyHint":true}"#, .read, .read),
            (#"{"readOnlyHint":false}"#, .write, .write),
            (#"{"destructiveHint":true}"#, .destructive, .destructive),
            (#"{"destructiveHint":false}"#, nil, .destructive),
            (#"{"readOnlyHint":true,"destructiveHint":true}"#, .destructive, .destructive),
            (#"{"readOnlyHint":false,"destructiveHint":false}"#, .write, .write),
            (#"{"readOnlyHint":"true"}"#, nil, .destructive),
        ] as [(String, Tool.Effects?, Tool.Effects)])
    func `only explicit annotations claim something; without a claim the worst is assumed`(
        annotations: String, hint: Tool.Effects?, effects: Tool.Effects
    ) throws {
        let offer = try offer(#"{"name":"a","inputSchema":{"type":"object"},"annotations":\#(annotations)}"#)

        #expect(offer.tools.map(\.hint) == [hint])
        #expect(offer.tools.map(\.effects) == [effects])
    }

    @Test(arguments: [
        (#""description":"D","title":"T""#, "D"), (#""title":"T""#, "T"), (#""description":"","title":"T""#, "T"),
        (#""annotations":{"title":"A"}"#, "A"), (#""description":null"#, ""),
    ])
    func `a title stands in for a description that is missing`(members: String, description: String) throws {
        let offer = try offer(#"{"name":"a","inputSchema":{"type":"object"},\#(members)}"#)

        #expect(offer.tools.map(\.description) == [description])
    }

    @Test(arguments: [
        (#"{"inputSchema":{}}"#, "(number 1)", "It has no name."),
        (#"{"name":"","inputSchema":{}}"#, "(number 1)", "It has no name."),
        (#"{"name":"caf\u00e9","inputSchema":{}}"#, "café", "Its name must be 1 to 128"),
        (#"{"name":"a"}"#, "a", "Its input schema is no object."),
        (#"{"name":"a","inputSchema":true}"#, "a", "Its input schema is no object."),
        (#"{"name":"a","inputSchema":{"type":"string"}}"#, "a", "Its input schema is not of type object."),
        (#"{"name":"a","inputSchema":{"required":7}}"#, "a", "Its input schema cannot be used: "),
        (#"{"name":"a","inputSchema":{"a":1,"a":2}}"#, "a", "Its definition says a twice."),
        (#"{"name":"a","inputSchema":{},"outputSchema":[]}"#, "a", "Its output schema is no object."),
        (#"{"name":"a","inputSchema":{},"description":7}"#, "a", "Its description is no text."),
        ("7", "(number 1)", "Its definition is no object."),
    ])
    func `what cannot be used is left out with its reason`(definition: String, name: String, reason: String) throws {
        let offer = try offer(definition)

        #expect(offer.tools.isEmpty)
        #expect(offer.leftOut.map(\.name) == [name])
        #expect(offer.leftOut.first?.reason.hasPrefix(reason) == true)
    }

    @Test func `a name may have 128 characters`() throws {
        let long = String(repeating: "a", count: 128)

        #expect(try offer(#"{"name":"\#(long)","inputSchema":{}}"#).tools.count == 1)
        #expect(try offer(#"{"name":"\#(long)a","inputSchema":{}}"#).leftOut.count == 1)
    }

    @Test func `names are unique over all pages`() {
        var listing = ToolListing(of: "files")
        let tool: JSON = ["name": "a", "inputSchema": ["type": "object"]]

        #expect(listing.add(["tools": [tool], "nextCursor": "1"]) == .next(cursor: "1"))
        #expect(listing.add(["tools": [tool], "nextCursor": nil]) == .done)

        #expect(listing.offer.tools.count == 1)
        #expect(listing.offer.leftOut == [LeftOutTool(name: "a", reason: "The server lists this name twice.")])
    }
}
