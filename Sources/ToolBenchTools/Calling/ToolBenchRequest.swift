import Engine
import Foundation
import HTTPTransport

extension ToolBenchServer {
    /// The request for one call, its names as servers spell them.
    func request(for call: ToolCall, at address: ToolBenchAddress) -> HTTPRequest {
        let standard = address.standard
        let body: JSON = [
            "category": .string(standard.category), "tool_name": .string(standard.tool),
            "api_name": .string(standard.api),
            // A text and no object: one of the two doors reads nothing else.
            "tool_input": .string(call.arguments.compactText),
            "strip": "", "toolbench_key": .string(key?.text ?? ""),
        ]
        return HTTPRequest(
            .post, base.origin, path: base.appending("/" + door.rawValue),
            headers: [
                (name: "Content-Type", value: "application/json"), (name: "Accept", value: "application/json"),
            ],
            body: Data(body.compactText.utf8),
            deadlines: Deadlines(firstByte: deadline, idle: deadline, total: deadline),
            limits: SizeLimits(body: limit))
    }
}
