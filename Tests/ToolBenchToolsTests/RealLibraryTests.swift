import Engine
import Foundation
import Testing
import ToolBenchTools

@Suite("The library of 2,490 real definitions")
struct RealLibraryTests {
    static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../shared/data/toolbench-apis.jsonl").standardizedFileURL
    static var isThere: Bool { FileManager.default.fileExists(atPath: file.path) }

    @Test(.enabled(if: isThere, "shared/data/toolbench-apis.jsonl is not beside this checkout"))
    func `every definition is a valid tool or is named with its reason`() async throws {
        let library = try ToolBenchLibrary(at: Self.file)
        let tools = library.simulated

        let reasons = library.leftOut.map { "\($0.name): \($0.reason)" }
        print("ToolBench: \(tools.count) of \(tools.count + library.leftOut.count) definitions; left out: \(reasons)")
        #expect(tools.count + library.leftOut.count == 2_490)
        #expect(library.leftOut.allSatisfy { !$0.reason.isEmpty })
        #expect(Set(tools.map(\.name)).count == tools.count)
        #expect(Set(tools.compactMap { library.address(of: $0.name) }).count == tools.count)
        for tool in tools {
            #expect(tool.name.text.wholeMatch(of: /[A-Za-z0-9_-]{1,64}/) != nil)
            #expect(!tool.description.isEmpty)
            let schema = try JSONSchema(tool.inputSchema)
            #expect(schema.unsupportedKeywords.isEmpty)
            for input in tool.inputs {
                let value = try JSONSchema(input.schema)
                for example in input.schema["examples"]?.array ?? [] { #expect(value.failures(of: example).isEmpty) }
            }
        }
    }
}
