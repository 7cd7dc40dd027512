import Engine
import Foundation
import HTTPTransport

/// Exchanges with a real server, to be played back in tests.
///
/// A text of one JSON object a line. Keys and headers are no part of it.
package struct Cassette: Hashable, Sendable {
    /// A request and its reply.
    package struct Exchange: Hashable, Sendable {
        package let method: String
        package let path: String
        package let sent: Data
        package let status: Int
        /// The reply's content type; nil where it named none.
        package let type: String?
        package let reply: Data

        package init(method: String, path: String, sent: Data, status: Int, type: String?, reply: Data) {
            self.method = method
            self.path = path
            self.sent = sent
            self.status = status
            self.type = type
            self.reply = reply
        }
    }

    package var exchanges: [Exchange]

    package init(_ exchanges: [Exchange] = []) {
        self.exchanges = exchanges
    }
}

extension Cassette {
    /// A line that is none, or whose request was changed after it was recorded.
    package struct Unreadable: Error, Hashable, CustomStringConvertible {
        package let line: Int

        package init(line: Int) {
            self.line = line
        }

        package var description: String { "Line \(line) of the cassette cannot be read; record it again." }
    }

    /// Reads what ``text`` writes.
    package init(parsing text: String) throws(Unreadable) {
        exchanges = []
        for (index, line) in text.split(separator: "\n").enumerated() {
            guard let exchange = (try? JSON(parsing: String(line))).flatMap(Exchange.init) else {
                throw Unreadable(line: index + 1)
            }
            exchanges.append(exchange)
        }
    }

    /// The cassette as a file holds it.
    package var text: String { exchanges.map { $0.json.compactText + "\n" }.joined() }
}

extension Cassette.Exchange {
    fileprivate init?(_ json: JSON) {
        guard let method = json["method"]?.string, let path = json["path"]?.string, let status = json["status"]?.int,
            let sent = Data(recorded: json["sent"]), let reply = Data(recorded: json["reply"]),
            json["hash"]?.string == ContentHash(of: sent).hex
        else { return nil }
        self.init(method: method, path: path, sent: sent, status: status, type: json["type"]?.string, reply: reply)
    }

    fileprivate var json: JSON {
        [
            "method": .string(method), "path": .string(path), "hash": .string(ContentHash(of: sent).hex),
            "sent": sent.recorded, "status": .number(JSON.Number(status)), "type": type.map(JSON.string) ?? .null,
            "reply": reply.recorded,
        ]
    }
}

extension Data {
    /// Text where the bytes are one, else base64.
    fileprivate var recorded: JSON {
        if let text = String(validating: self, as: UTF8.self) { return ["text": .string(text)] }
        return ["base64": .string(base64EncodedString())]
    }

    fileprivate init?(recorded json: JSON?) {
        if let text = json?["text"]?.string {
            self.init(text.utf8)
        } else {
            guard let text = json?["base64"]?.string else { return nil }
            self.init(base64Encoded: text)
        }
    }
}
