/// What is wrong with a base URL; no password and no query is ever quoted.
package enum BaseURLError: Error, Hashable, Sendable {
    case empty
    /// The text, where it can be quoted.
    case schemeMissing(String?)
    case schemeUnsupported(String)
    case userInfo
    case query
    case fragment
    case hostMissing
    case host(String)
    /// An IPv6 address without brackets.
    case bracketsMissing(String)
    case port(String)
    case path(String)
}

extension BaseURLError: CustomStringConvertible {
    /// What is wrong, and what to write instead.
    package var description: String {
        switch self {
        case .empty: "The base URL is empty. Write one such as https://api.example.com/v1."
        case .schemeMissing(let text): "The base URL has no scheme. Write \(Self.suggestion(text))."
        case .schemeUnsupported(let scheme):
            "The base URL begins with \(scheme)://, which is not supported. Write https://, or http:// for a server on "
                + "this machine."
        case .userInfo:
            "The base URL contains a user name or password. Leave it out, and set the key in the environment instead."
        case .query:
            "The base URL contains a query (what follows ?). Leave it out, and set a key in the environment instead."
        case .fragment: "The base URL contains a # part. Leave it out."
        case .hostMissing: "The base URL has no host. Write one such as https://api.example.com/v1."
        case .host(let host):
            "The base URL has a host that cannot be one: \(Self.visible(host)). Write letters, digits, - and ., a name "
                + "in other scripts in its xn-- form, and an IPv6 address in brackets."
        case .bracketsMissing(let address):
            "The base URL has an IPv6 address without brackets: \(address). Write it as [\(address)]."
        case .port(let port):
            "The base URL has a port that cannot be one: \(Self.visible(port)). Write a number from 1 to 65535."
        case .path(let path):
            "The base URL has a path with spaces or characters other than ASCII: \(Self.visible(path)). Write those as "
                + "%20 and so on."
        }
    }

    private static func suggestion(_ text: String?) -> String {
        guard let text, let first = text.first, first.isLetter || first.isNumber || first == "[" else {
            return "one such as https://api.example.com/v1"
        }
        let host = text.prefix { $0 != ":" && $0 != "/" }
        let isLocal = host == "localhost" || host.hasPrefix("127.") || text.hasPrefix("[::1]")
        return (isLocal ? "http://" : "https://") + visible(text)
    }

    /// The text as one line of ASCII.
    private static func visible(_ text: String) -> String {
        text.unicodeScalars.map { $0.escaped(asASCII: true) }.joined()
    }
}
