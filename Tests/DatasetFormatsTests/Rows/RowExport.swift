import DatasetFormats
import Engine
import Review
import Testing

/// The rows of a `trl` export, each with what the account says of it.
struct RowExport {
    struct Row {
        let sample: String
        let json: JSON
        let kind: String

        /// What the user asks.
        var query: String { message("user")?["content"]?.string ?? "" }
        /// The last thing that the assistant says.
        var response: String { json["messages"]?.array?.last?["content"]?.string ?? "" }
        var outputs: [String] { messages("tool").compactMap { $0["content"]?.string } }
        var callCount: Int { messages("assistant").compactMap { $0["tool_calls"]?.array?.count }.reduce(0, +) }
        var tools: [String] { (json["tools"]?.array ?? []).compactMap { $0["function"]?["name"]?.string } }

        private func message(_ role: String) -> JSON? { messages(role).first }

        private func messages(_ role: String) -> [JSON] {
            (json["messages"]?.array ?? []).filter { $0["role"]?.string == role }
        }
    }

    let rows: [Row]
    /// Why samples were left out.
    let reasons: [String]

    init(of samples: [ReviewedSample], _ change: (inout ExportOptions) -> Void = { _ in }) throws {
        var options = ExportOptions(datasetName: "Rows", split: 1)
        change(&options)
        let files = try ExportFormatName.trl.files(for: samples, options: options).files
        func lines(_ path: String) throws -> [JSON] {
            let bytes = files.first { $0.path == path }?.bytes ?? .init()
            return try bytes.split(separator: 0x0A).map { try JSON(parsing: $0) }
        }
        let account = try lines("manifest/rows.jsonl")
        let data = try lines("data/train.jsonl")
        try #require(account.count == data.count)
        rows = zip(account, data).map { account, data in
            Row(sample: account["sample"]?.string ?? "", json: data, kind: account["kind"]?.string ?? "")
        }
        reasons = try lines("manifest/skipped.jsonl").compactMap { $0["reason"]?.string }
    }

    func rows(_ kind: String) -> [Row] { rows.filter { $0.kind == kind } }
}

extension Tool {
    /// A tool of a family that takes a text or two.
    static func example(
        _ name: ToolName, _ description: String, family: String, takes inputs: JSON.Object = [:],
        required: [String] = []
    ) -> Tool {
        Tool(
            name: name, description: description,
            inputSchema: [
                "type": "object", "properties": .object(inputs), "required": .array(required.map(JSON.string)),
            ], family: family)
    }
}
