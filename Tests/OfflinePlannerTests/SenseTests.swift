import Engine
import Testing

@testable import OfflinePlanner

@Suite("What keys mean")
struct SenseTests {
    private func tool(_ name: ToolName, _ family: String = "shop", takes argument: String = "none") -> Tool {
        Tool(
            name: name, description: "",
            inputSchema: [
                "type": "object",
                "properties": .object(JSON.Object([.init(key: argument, value: ["type": "string"])])),
            ], family: family)
    }

    /// Whether an output of one tool feeds an argument of another.
    private func feeds(_ output: JSON, of source: ToolName, into argument: String, of target: Tool) -> Bool {
        let step = Step(
            number: 1, call: ToolCall(tool: source, arguments: ["asked": "asked-1"]), output: RecordedOutput(output),
            origin: .live, iteration: 1, proposal: Proposal.ID(1))
        let supplier = Supplier(.step(step), tool: KnownTool(tool(source)))
        let meaning = Vocabulary(of: target).inputs[0].meaning
        return !supplier.offers(of: meaning).isEmpty
    }

    @Test(arguments: [
        ("userId", ["user", "id"]), ("user_id", ["user", "id"]), ("User-ID", ["user", "id"]),
        ("HTMLPage2", ["html", "page2"]), ("q", ["q"]),
    ])
    func `a key is taken apart as it is written`(key: String, words: [String]) {
        #expect(key.keyWords == words)
    }

    @Test func `an ID belongs to the noun it stands with`() {
        let details = tool("get_user_details", takes: "user_id")

        #expect(feeds(["users": [["id": "u-17"]]], of: "search", into: "user_id", of: details))
        #expect(feeds(["userId": "u-17"], of: "search", into: "user_id", of: details))
        #expect(feeds([["id": "u-17"]], of: "list_users", into: "user_id", of: details))
        #expect(!feeds(["orders": [["id": "o-17"]]], of: "search", into: "user_id", of: details))
        #expect(!feeds(["id": "o-17"], of: "get_order", into: "user_id", of: details))
    }

    @Test func `a list of names feeds what takes one of them`() {
        #expect(
            feeds(
                ["tables": ["users", "orders"]], of: "list_tables", into: "table_name",
                of: tool("describe_table", takes: "table_name")))
    }

    @Test(arguments: ["query", "message", "text", "page", "status"])
    func `what is said of everything feeds nothing`(key: String) {
        let output = JSON.object(JSON.Object([.init(key: key, value: "anything")]))

        #expect(!feeds(output, of: "search", into: key, of: tool("say", takes: key)))
    }

    @Test func `another field's names mean something else, but a timezone is one everywhere`() {
        let other = tool("show", "library", takes: "user_id")

        #expect(!feeds(["user_id": "u-17"], of: "search", into: "user_id", of: other))
        #expect(
            feeds(
                ["place": ["timezone": "Europe/Oslo"]], of: "search", into: "timezone",
                of: tool("show", "library", takes: "timezone")))
    }

    @Test func `one API's names mean nothing to another of the same field`() {
        let own = tool("details_for_shop_one", takes: "item_id")
        let other = tool("details_for_shop_two", takes: "item_id")
        let output: JSON = ["item_id": "i-17"]

        #expect(feeds(output, of: "search_for_shop_one", into: "item_id", of: own))
        #expect(!feeds(output, of: "search_for_shop_one", into: "item_id", of: other))
    }

    @Test func `what a step was asked is no news`() {
        #expect(
            !feeds(
                ["timezone": "asked-1"], of: "search", into: "timezone", of: tool("show", takes: "timezone")))
    }
}
