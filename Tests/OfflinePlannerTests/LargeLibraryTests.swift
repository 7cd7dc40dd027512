import Foundation
import Testing

@testable import Engine
@testable import OfflinePlanner

/// The 2,490 ToolBench definitions, read just far enough to plan with them.
private struct LargeLibrary {
    let tools: [Tool]
    private let shapes: [ToolName: JSON]

    private static let file = URL(filePath: #filePath)
        .appending(path: "../../../../shared/data/toolbench-apis.jsonl").standardizedFileURL

    static var isThere: Bool { FileManager.default.fileExists(atPath: file.path) }

    init() throws {
        var tools: [Tool] = []
        var shapes: [ToolName: JSON] = [:]
        for line in try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n") {
            let definition = try JSON(parsing: String(line))
            let (api, tool) = (definition["api_name"]?.string ?? "", definition["tool_name"]?.string ?? "")
            let name = ToolName(
                String((api.keyWords + ["for"] + tool.keyWords).joined(separator: "_").suffix(64)))
            guard shapes[name] == nil else { continue }
            shapes[name] = definition["template_response"] ?? .null
            tools.append(
                Tool(
                    name: name, description: definition["api_description"]?.string ?? "",
                    inputSchema: Self.schema(of: definition), family: definition["category_name"]?.string ?? ""))
        }
        self.tools = tools
        self.shapes = shapes
    }

    private static func schema(of definition: JSON) -> JSON {
        let required = definition["required_parameters"]?.array ?? []
        let all = required + (definition["optional_parameters"]?.array ?? [])
        var properties = JSON.Object()
        for parameter in all {
            guard let name = parameter["name"]?.string, properties[name] == nil else { continue }
            let isNumber = parameter["type"]?.string == "NUMBER"
            let sample = parameter["default"].flatMap { isNumber ? $0.string.flatMap { try? JSON(parsing: $0) } : $0 }
            let isUsable = isNumber ? sample?.number != nil : sample?.string?.isEmpty == false
            properties.set(
                name,
                [
                    "type": isNumber ? "number" : "string", "description": parameter["description"] ?? "",
                    "examples": isUsable ? [sample ?? .null] : [],
                ])
        }
        return [
            "type": "object", "properties": .object(properties),
            "required": .array(required.compactMap { $0["name"] }),
        ]
    }

    /// An answer in the shape that the definition gives.
    func answer(_ call: ToolCall) -> JSON {
        let seed = call.contentHash.hex.utf8.prefix(8).reduce(0) { $0 * 31 + Int($1) } % 100_000
        let answer = Self.filled(shapes[call.tool] ?? .null, seed, key: "value")
        return answer.isNull ? ["answer": .number(.init(seed))] : ["answer": .number(.init(seed)), "body": answer]
    }

    private static func filled(_ shape: JSON, _ seed: Int, key: String) -> JSON {
        switch shape {
        case .object(let object):
            return .object(
                JSON.Object(
                    object.members.filter { $0.key != "_list_length" }.map { member in
                        .init(key: member.key, value: filled(member.value, seed, key: member.key))
                    }))
        case .array(let items):
            guard let item = items.first else { return [] }
            return .array((1...3).map { filled(item, seed + $0, key: key) })
        case .string("int"), .string("float"): return .number(.init(seed))
        case .string("bool"): return .bool(seed.isMultiple(of: 2))
        case .null, .bool, .number, .string: return .string("\(key.keyWords.joined(separator: " ")) \(seed)")
        }
    }
}

@Suite("Samples over a large library")
struct LargeLibraryTests {
    @Test(.enabled(if: LargeLibrary.isThere, "shared/data/toolbench-apis.jsonl is not beside this checkout"))
    func `samples over the real definitions are all complete`() async throws {
        let library = try LargeLibrary()
        var plan = Plan.demo(seed: 7)
        plan.batch = 50

        let samples = try await GrownSamples(25, over: library.tools, plan: plan) { library.answer($0) }

        let (steps, sources) = (samples.steps, samples.sources)
        let fed = sources.count(where: \.isOutput)
        print(
            "offline over \(library.tools.count) definitions: \(samples.completed) of 25 samples complete, "
                + "\(steps.count) steps, \(sources.count) argument values, \(fed) of them from outputs")
        #expect(samples.completed == 25)
        #expect(steps.count > 75)
        #expect(fed > 5)
        #expect(!sources.contains(.none))
    }
}
