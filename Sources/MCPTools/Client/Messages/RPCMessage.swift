import Engine

/// One JSON-RPC 2.0 message.
package enum RPCMessage: Hashable, Sendable {
    case request(id: RPCID, method: String, params: JSON?)
    case notification(method: String, params: JSON?)
    case result(id: RPCID, JSON)
    /// The id is nil where the other side could not read it.
    case failure(id: RPCID?, RPCError)
}

/// What joins an answer to its request; compared as it is written.
package enum RPCID: Hashable, Sendable {
    case number(JSON.Number)
    case text(String)

    package init(_ number: Int) {
        self = .number(JSON.Number(number))
    }

    package var json: JSON {
        switch self {
        case .number(let number): .number(number)
        case .text(let text): .string(text)
        }
    }

    init?(_ json: JSON) {
        switch json {
        case .number(let number): self = .number(number)
        case .string(let text): self = .text(text)
        case .null, .bool, .array, .object: return nil
        }
    }
}

/// Why the other side did not do what it was asked.
package struct RPCError: Error, Hashable, Sendable {
    package let code: Int
    package let message: String
    package let data: JSON?

    package init(code: Int, message: String, data: JSON? = nil) {
        self.code = code
        self.message = message
        self.data = data
    }
}

extension RPCMessage {
    /// The message as one line of text, without its end.
    package var text: String { JSON.object(JSON.Object(members)).compactText }

    private var members: [JSON.Object.Member] {
        let version = JSON.Object.Member(key: "jsonrpc", value: "2.0")
        switch self {
        case .request(let id, let method, let params):
            return [version, .init(key: "id", value: id.json), .init(key: "method", value: .string(method))]
                + Self.member("params", params)
        case .notification(let method, let params):
            return [version, .init(key: "method", value: .string(method))] + Self.member("params", params)
        case .result(let id, let result):
            return [version, .init(key: "id", value: id.json), .init(key: "result", value: result)]
        case .failure(let id, let error):
            return [version, .init(key: "id", value: id?.json ?? .null), .init(key: "error", value: error.json)]
        }
    }

    private static func member(_ key: String, _ value: JSON?) -> [JSON.Object.Member] {
        value.map { [.init(key: key, value: $0)] } ?? []
    }
}

extension RPCError {
    fileprivate var json: JSON {
        var object: JSON.Object = ["code": .number(JSON.Number(code)), "message": .string(message)]
        if let data { object.set("data", data) }
        return .object(object)
    }
}
