import Engine

/// Where a ToolBench server keeps an API: as its source spells it.
package struct ToolBenchAddress: Hashable, Sendable {
    package let category: String
    package let tool: String
    package let api: String

    package init(category: String, tool: String, api: String) {
        self.category = category
        self.tool = tool
        self.api = api
    }

    /// The same address as servers spell it; APIs that agree in it cannot be told apart there.
    var standard: ToolBenchAddress {
        ToolBenchAddress(
            category: ToolBenchSpelling.category(category), tool: ToolBenchSpelling.tool(tool),
            api: ToolBenchSpelling.member(api))
    }

    /// `<api>_for_<tool>`, the last 64 characters.
    var functionName: String {
        let api = ToolBenchSpelling.callable(standard.api)
        let tool = ToolBenchSpelling.callable(standard.tool)
        return String("\(api.isEmpty ? "api" : api)_for_\(tool.isEmpty ? "tool" : tool)".suffix(64))
    }

    /// A function name that no other address has, for where several have the same.
    var distinctFunctionName: String {
        let mark = ContentHash(of: "\(category)\n\(tool)\n\(api)").hex.prefix(6)
        return String(functionName.suffix(57)) + "_" + mark
    }

    /// For people: `Sports / Football Live / get match`.
    var text: String { "\(category) / \(tool) / \(api)" }
}
