import Engine
import Foundation

/// The APIs of a ToolBench library, each as a tool.
package struct ToolBenchLibrary: Sendable {
    /// The tools for a server that only simulates: they change nothing.
    package let simulated: [Tool]
    /// What is in the library and cannot be used.
    package let leftOut: [LeftOutTool]
    private let addresses: [ToolName: ToolBenchAddress]

    /// Reads JSON lines, one API each: `category_name`, `tool_name`, `api_name`, `api_description`, and the rest as in
    /// a folder.
    package init(lines: Data) {
        var shelf = ToolBenchShelf()
        for (number, line) in lines.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        where !line.allSatisfy({ $0 <= 0x20 }) {
            shelf.add(line: line, number: number + 1)
        }
        self.init(shelf)
    }

    /// Reads the files of a `tools/` folder, each with the APIs of one tool.
    package init(files: [ToolBenchFile]) {
        var shelf = ToolBenchShelf()
        for file in files { shelf.add(file) }
        self.init(shelf)
    }

    private init(_ shelf: ToolBenchShelf) {
        var taken: [String: Int] = [:]
        for definition in shelf.definitions { taken[definition.address.functionName, default: 0] += 1 }
        var (tools, addresses): ([Tool], [ToolName: ToolBenchAddress]) = ([], [:])
        for definition in shelf.definitions {
            let address = definition.address
            let isAlone = taken[address.functionName] == 1
            let tool = definition.tool(named: isAlone ? address.functionName : address.distinctFunctionName)
            tools.append(tool)
            addresses[tool.name] = address
        }
        simulated = tools
        self.addresses = addresses
        leftOut = shelf.leftOut
    }

    /// Where the API of a tool is kept; nil where the library has no such tool.
    package func address(of name: ToolName) -> ToolBenchAddress? { addresses[name] }

    /// The tools for a server that calls the real APIs: what they may change is judged by their HTTP method.
    package var live: [Tool] { simulated.map { $0.classified(as: $0.hint ?? .destructive) } }
}

/// One file of a `tools/` folder.
package struct ToolBenchFile: Hashable, Sendable {
    /// The folder it is in.
    package let category: String
    /// For messages: `Sports/football_live.json`.
    package let path: String
    package let bytes: Data

    package init(category: String, path: String, bytes: Data) {
        self.category = category
        self.path = path
        self.bytes = bytes
    }
}
