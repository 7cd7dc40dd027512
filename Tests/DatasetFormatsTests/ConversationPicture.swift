import DatasetFormats
import Engine
import Foundation
import Review
import Testing

/// The rows of a `trl` export, one text for each line of a file.
func trlLines(
    of samples: [ReviewedSample], in path: String = "data/train.jsonl",
    _ change: (inout ExportOptions) -> Void = { _ in }
) throws -> [String] {
    try trlExport(of: samples, change).lines(of: path)
}

func trlExport(
    of samples: [ReviewedSample], _ change: (inout ExportOptions) -> Void = { _ in }
) throws -> Export {
    var options = ExportOptions(datasetName: "Rows", split: 1)
    change(&options)
    return try ExportFormatName.trl.files(for: samples, options: options)
}

/// A row's conversation, one line for each message; calls of one turn stand on one line.
func conversation(_ line: String) throws -> String {
    let messages = try JSON(parsing: line)["messages"]?.array ?? []
    return messages.map { message in
        let role = message["role"]?.string ?? "?"
        if let calls = message["tool_calls"]?.array {
            return role + ": " + calls.map(picture).joined(separator: " ")
        }
        let id = message["tool_call_id"]?.string.map { " " + $0.suffix(2) + " \(message["name"]?.string ?? "?")" } ?? ""
        return "\(role)\(id): \(message["content"]?.string ?? "?")"
    }.joined(separator: "\n")
}

private func picture(_ call: JSON) -> String {
    let function = call["function"]
    let id = call["id"]?.string?.suffix(2) ?? "?"
    return "\(id) \(function?["name"]?.string ?? "?")\(function?["arguments"]?.compactText ?? "?")"
}

/// A line of the account of rows.
struct RowAccount {
    let file: String
    let line: Int
    let kind: String
    let sample: SampleID
    let edited: [String]
    let encodedSteps: [Int]

    init(_ json: JSON) throws {
        file = try #require(json["file"]?.string)
        line = try #require(json["line"]?.int)
        kind = try #require(json["kind"]?.string)
        let parts = try #require(json["sample"]?.string).dropFirst(2).split(separator: ".")
        sample = SampleID(
            run: RunID(ContentHash(hex: try #require(json["run"]?.string))), index: try #require(Int(parts[0])),
            branch: parts.dropFirst().compactMap { Int($0.dropFirst()) })
        edited = (json["edited"]?.array ?? []).compactMap(\.string)
        encodedSteps = (json["base64Steps"]?.array ?? []).compactMap(\.int)
    }
}

extension Export {
    /// Where each row went.
    var rows: [RowAccount] {
        get throws { try lines(of: "manifest/rows.jsonl").map { try RowAccount(try JSON(parsing: $0)) } }
    }

    var manifest: JSON { get throws { try JSON(parsing: text(of: "manifest/manifest.json")) } }

    /// The files without the account of them.
    var data: [ExportedFile] { files.filter { !$0.path.hasPrefix("manifest/") } }

    func text(of path: String) throws -> String {
        let file = try #require(files.first { $0.path == path }, "The export has no file \(path).")
        return try #require(String(validating: file.bytes, as: UTF8.self))
    }

    /// Lines end at the line feed and nowhere else; the last one is ended too.
    func lines(of path: String) throws -> [String] {
        let file = try #require(files.first { $0.path == path }, "The export has no file \(path).")
        try #require(file.bytes.last == 0x0A)
        return try file.bytes.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            try #require(String(validating: line, as: UTF8.self))
        }
    }
}

extension ExportFormatName {
    /// The formats in which every sample is a row of its own, whatever was preferred in it.
    static let ofSamples = allCases.filter { ![.dpo, .kto].contains($0) }
}
