import Engine
import Foundation

/// One line of a client, as far as it can be understood.
enum ServedMessage {
    case request(id: JSON, method: String, parameters: JSON.Object)
    case notification(method: String, parameters: JSON.Object)
    /// An answer to something that was never asked.
    case answer
    /// Nothing that could be done; the id is null where none can be read.
    case invalid(id: JSON, ServedFault)

    init(_ line: Data) {
        do {
            self.init(try JSON(parsing: line))
        } catch {
            self = .invalid(id: .null, .unreadable("\(error)"))
        }
    }

    private init(_ message: JSON) {
        guard let message = message.object else {
            self = .invalid(id: .null, .invalidRequest("A message is one JSON object; batches are not served."))
            return
        }
        let id = message["id"]
        let known = id.flatMap { $0.isRequestID ? $0 : nil } ?? .null
        do throws(ServedFault) {
            self = try Self.read(message, id: id)
        } catch {
            self = .invalid(id: known, error)
        }
    }

    private static func read(_ message: JSON.Object, id: JSON?) throws(ServedFault) -> ServedMessage {
        guard message["jsonrpc"]?.string == "2.0" else { throw .invalidRequest("jsonrpc must be \"2.0\".") }
        guard let method = message["method"]?.string else {
            guard message["method"] == nil, message["result"] != nil || message["error"] != nil else {
                throw .invalidRequest("method must be a text.")
            }
            return .answer
        }
        guard id?.isRequestID != false else { throw .invalidRequest("id must be a text or a whole number.") }
        guard let parameters = (message["params"] ?? [:]).object else {
            throw .invalidParameters("params must be an object.")
        }
        return id.map { .request(id: $0, method: method, parameters: parameters) }
            ?? .notification(method: method, parameters: parameters)
    }
}

extension JSON {
    fileprivate var isRequestID: Bool {
        switch self {
        case .string: true
        case .number(let number): number.isInteger
        case .null, .bool, .array, .object: false
        }
    }
}
