/// The standard words of the web's own failures: an HTTP status line, what a gateway says instead of the tool.
enum StatusPhrase {
    /// Whether a line tells a failure of the web, such as `404 page not found` or `502 Bad Gateway`.
    static func isStatusLine(_ line: String) -> Bool {
        let line = line.prefix(120).lowercased()
        let words = line.split { !$0.isWritten }
        var rest = words[...]
        while let first = rest.first, first == "http" || first == "error" { rest = rest.dropFirst() }
        if let first = rest.first, first.count == 3, let code = Int(first), (400...599).contains(code) {
            rest = rest.dropFirst()
            if rest.first == "error" { rest = rest.dropFirst() }
            return rest.isEmpty || starts(rest) || rest.count <= 4 && rest.suffix(2).elementsEqual(["not", "found"])
        }
        return rest.count <= 12 && starts(rest)
    }

    private static func starts(_ words: ArraySlice<Substring>) -> Bool {
        let text = words.joined(separator: " ")
        return phrases.contains { text == $0 || text.hasPrefix($0 + " ") && !$0.isShort } || text == "not found"
    }

    private static let phrases = [
        "bad request", "unauthorized", "forbidden", "method not allowed", "not acceptable", "request timeout",
        "too many requests", "internal server error", "not implemented", "bad gateway", "service unavailable",
        "service temporarily unavailable", "gateway timeout", "access denied", "permission denied", "invalid api key",
        "invalid credentials", "invalid token", "you are not subscribed", "you have exceeded",
        "rate limit exceeded", "api rate limit exceeded", "quota exceeded", "missing authentication",
        "authentication credentials were not provided", "authentication required", "missing required",
        "upgrade required", "no such file or directory", "endpoint not found", "resource not found", "page not found",
        "blocked user", "this api is", "connection refused", "request timed out", "request failed with status code",
    ]
}

extension String {
    fileprivate var isShort: Bool { !contains(" ") }
}
