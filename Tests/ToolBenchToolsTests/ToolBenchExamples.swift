import Engine
import Foundation
import HTTPTransport
import Synchronization
import ToolBenchTools

/// A sender that answers as it is told and keeps what it was asked.
final class ScriptedSender: HTTPSender {
    private let sent = Mutex<[HTTPRequest]>([])
    private let answer: @Sendable (HTTPRequest) async throws -> HTTPReply

    init(_ answer: @escaping @Sendable (HTTPRequest) async throws -> HTTPReply) {
        self.answer = answer
    }

    /// Always the same body.
    convenience init(_ body: String, status: Int = 200) {
        self.init(bytes: Data(body.utf8), status: status)
    }

    convenience init(bytes: Data, status: Int = 200, then failure: HTTPError? = nil) {
        self.init { _ in
            HTTPReply(
                status: status,
                body: AsyncThrowingStream { pieces in
                    pieces.yield(bytes)
                    pieces.finish(throwing: failure)
                })
        }
    }

    var requests: [HTTPRequest] { sent.withLock { $0 } }
    /// The bodies of the requests.
    var bodies: [JSON] { requests.compactMap { try? JSON(parsing: $0.body) } }

    func send(_ request: HTTPRequest) async throws -> HTTPReply {
        sent.withLock { $0.append(request) }
        return try await answer(request)
    }
}

/// One API as a line of a library has it.
func definition(
    category: String = "Sports", tool: String = "Football Live!", api: String = "Get Match", about: String = "Finds.",
    required: [JSON] = [], optional: [JSON] = [], method: String = "GET", response: JSON = nil
) -> JSON {
    [
        "category_name": .string(category), "tool_name": .string(tool), "api_name": .string(api),
        "api_description": .string(about), "required_parameters": .array(required),
        "optional_parameters": .array(optional), "method": .string(method), "template_response": response,
    ]
}

func parameter(_ name: String, _ type: String = "STRING", default sample: JSON = "") -> JSON {
    ["name": .string(name), "type": .string(type), "description": "", "default": sample]
}

extension ToolBenchLibrary {
    init(_ definitions: JSON...) {
        self.init(lines: Data(definitions.map(\.compactText).joined(separator: "\n").utf8))
    }
}

extension ToolBenchServer {
    static func at(_ address: String, key: ToolBenchKey? = nil, limit: Int = 8 << 20) throws -> ToolBenchServer {
        ToolBenchServer(try BaseURL(address), key: key, limit: limit)
    }
}
