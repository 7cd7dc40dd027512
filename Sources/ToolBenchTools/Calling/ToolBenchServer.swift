import Engine
import HTTPTransport

/// A server that answers ToolBench calls, and how it is asked.
package struct ToolBenchServer: Hashable, Sendable {
    /// The two doors of such servers.
    package enum Door: String, Hashable, Sendable {
        /// Answers are remembered or made up; nothing is changed anywhere.
        case virtual
        /// The real APIs are called.
        case rapidapi
    }

    /// Without the door.
    package let base: BaseURL
    package let door: Door
    package let key: ToolBenchKey?
    /// What results are marked as.
    ///
    /// Such a server does not say where an answer is from, so they count as simulated unless the user knows better.
    package let origin: ToolOrigin
    /// The longest wait for a whole answer.
    package let deadline: Duration
    /// Bytes of the largest answer that is taken.
    package let limit: Int

    /// Takes the server's address, with its door or without: `http://localhost:8080/virtual`.
    package init(
        _ address: BaseURL, key: ToolBenchKey? = nil, origin: ToolOrigin = .simulated,
        deadline: Duration = .seconds(60), limit: Int = 8 << 20
    ) {
        let last = address.prefix.split(separator: "/").last.map(String.init) ?? ""
        let door = Door(rawValue: last)
        self.door = door ?? .virtual
        base = BaseURL(
            origin: address.origin,
            prefix: door == nil ? address.prefix : String(address.prefix.dropLast(last.count + 1)))
        self.key = key
        self.origin = origin
        self.deadline = deadline
        self.limit = limit
    }

    /// Where calls go, for people.
    package var address: String { "\(base)/\(door.rawValue)" }
}

/// The key of a ToolBench server, which stands in each request's body; it cannot be printed.
package struct ToolBenchKey: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// For the body of a request, and nothing else.
    let text: String
    let secret: Secret

    package init(_ text: String) {
        self.text = text
        secret = Secret(text)
    }

    package var description: String { secret.description }
    package var debugDescription: String { secret.description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
