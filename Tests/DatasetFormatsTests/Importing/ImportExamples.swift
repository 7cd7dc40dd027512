import DatasetFormats
import Engine
import Foundation
import Testing

/// Reads one row.
func imported(
    _ line: String, as format: ImportFormat = .trl, names: [String: ToolName] = [:]
) throws -> ImportedSample {
    let reader = ImportReader(format, file: "rows.jsonl", names: names)
    return try #require(try reader.read(line: Array(line.utf8), number: 3), "The line is empty.")
}

/// What is said of one row that is no sample; nil when it is one.
func problem(_ line: String, as format: ImportFormat = .trl) -> String? {
    problem(Array(line.utf8), as: format)
}

func problem(_ bytes: some Collection<UInt8>, as format: ImportFormat = .trl) -> String? {
    do throws(ImportProblem) {
        _ = try ImportReader(format, file: "rows.jsonl").read(line: bytes, number: 3)
        return nil
    } catch { return "\(error)" }
}

/// A row with these messages, and tools where they are given.
func row(_ messages: String, tools: String? = nil) -> String {
    #"{"messages":[\#(messages)]\#(tools.map { #","tools":\#($0)"# } ?? "")}"#
}

let asksWeather = #"{"role":"user","content":"Weather in Oslo?"}"#
let answersCold = #"{"role":"assistant","content":"Cold."}"#

/// An assistant's message with calls, each written as JSON.
func calling(_ calls: String...) -> String {
    #"{"role":"assistant","content":"","tool_calls":[\#(calls.joined(separator: ","))]}"#
}

func call(_ tool: String, _ arguments: String = "{}", id: String? = nil) -> String {
    let id = id.map { #""id":"\#($0)","# } ?? ""
    return #"{\#(id)"type":"function","function":{"name":"\#(tool)","arguments":\#(arguments)}}"#
}

func result(_ content: String, id: String? = nil, name: String? = nil) -> String {
    let id = id.map { #","tool_call_id":"\#($0)""# } ?? ""
    let name = name.map { #","name":"\#($0)""# } ?? ""
    return #"{"role":"tool"\#(id)\#(name),"content":\#(JSON.string(content).compactText)}"#
}

extension Workflow {
    /// One line for each chain: `c1: 1 find{"name":"Oslo"} → {"id":7}, 2 …`.
    var picture: String {
        chains.map { chain in
            "c\(chain.id.number): "
                + chain.steps.map { step in
                    "\(step.number) \(step.call.tool)\(step.call.arguments) → "
                        + String(decoding: step.output.bytes, as: UTF8.self)
                }.joined(separator: ", ")
        }.joined(separator: "\n")
    }
}

/// Files beside the tests, and those of the acceptance kit where they are beside the checkout.
enum ImportFiles {
    private static let here = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    private static let kit = here.appending(path: "../../../../shared/acceptance/sample").standardizedFileURL

    static var isKitThere: Bool { FileManager.default.fileExists(atPath: kit.path) }

    static func fixture(_ name: String) throws -> Data {
        try Data(contentsOf: here.appending(path: "Fixtures/\(name)"))
    }

    static func kit(_ path: String) throws -> Data {
        try Data(contentsOf: kit.appending(path: path))
    }
}
