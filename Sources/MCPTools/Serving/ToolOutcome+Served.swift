import Engine
import Foundation

extension ToolOutcome {
    /// The outcome as the result of a call.
    ///
    /// The output stands in `content` as it is; structured, too, where a schema was listed with the tool.
    func served(schema: JSON?, in version: ServedVersion) -> JSON.Object {
        switch self {
        case .returned(let output):
            var result: JSON.Object = ["content": [output.content], "isError": false]
            if schema != nil, let value = output.json, version.structuresAnything || value.object != nil {
                result.set("structuredContent", value)
            }
            return result
        case .failed(let output): return ["content": [output.content], "isError": true]
        case .malformed(let output, let reason):
            return [
                "content": [.text("The tool gave an output that breaks its own schema: \(reason)"), output.content],
                "isError": true,
            ]
        case .refused, .rejected, .denied, .timedOut, .unreachable:
            return ["content": [.text(problem ?? verdict)], "isError": true]
        }
    }
}

extension RecordedOutput {
    /// The bytes as text; as base64 where they are none.
    fileprivate var content: JSON {
        if let text = String(validating: bytes, as: UTF8.self) { return .text(text) }
        return [
            "type": "resource",
            "resource": [
                "uri": .string("output:\(hash.hex)"), "mimeType": "application/octet-stream",
                "blob": .string(bytes.base64EncodedString()),
            ],
        ]
    }
}

extension JSON {
    fileprivate static func text(_ text: String) -> JSON { ["type": "text", "text": .string(text)] }
}
