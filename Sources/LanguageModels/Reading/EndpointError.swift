import Engine
import Foundation

/// What an endpoint says went wrong, out of whichever shape its error has.
package struct EndpointError: Hashable, Sendable {
    /// One line, as the endpoint wrote it; never longer than a person would read.
    package let message: String
    /// What kind of error it is called: `code`, `type` and `status`, in lower case.
    package let kinds: Set<String>
    /// The field of the request that is at fault.
    package let field: String?
    /// An HTTP status inside the error, for errors that come with status 200 or in a stream.
    package let status: Int?

    package init(_ body: Data) {
        guard let json = try? JSON(parsing: body) else {
            self.init(text: String(decoding: body.prefix(20_000), as: UTF8.self))
            return
        }
        self.init(json)
    }

    /// Objects, arrays of them, `detail` and `message`.
    package init(_ json: JSON) {
        let outer = json.array?.first ?? json
        let error = outer["error"] ?? outer
        let detail = outer["detail"]
        let parts = detail?.array?.compactMap { $0["msg"]?.string }
        let message =
            error["message"]?.string ?? error.string ?? detail?.string ?? parts?.joined(separator: "; ")
            ?? outer["message"]?.string ?? json.compactText
        let kinds = [error["code"], error["type"], error["status"], outer["type"]].compactMap(\.self?.string)
        self.message = Self.line(message)
        self.kinds = Set(kinds.map { $0.lowercased() })
        field = error["param"]?.string ?? detail?.array?.first?["loc"]?.array?.last?.string
        status = [error["code"], error["status"]].compactMap { $0?.int }.first { (400...599).contains($0) }
    }

    /// A page or plain words.
    init(text: String) {
        message = Self.line(Self.isMarkup(text) ? Self.title(of: text) : text)
        kinds = []
        field = nil
        status = nil
    }
}

extension EndpointError {
    /// The message without secrets, at most 300 characters long.
    ///
    /// Secrets go first, so that the cut leaves no half of one.
    package func message(masked: (String) -> String) -> String {
        let safe = masked(message).unicodeScalars
        guard safe.count > 300 else { return String(safe) }
        return String(String.UnicodeScalarView(safe.prefix(299))) + "…"
    }

    /// Whether the message has one of these words, in any case.
    func mentions(_ words: String...) -> Bool {
        let message = message.lowercased()
        return words.contains { message.contains($0) }
    }
}

extension EndpointError {
    static func isMarkup(_ text: String) -> Bool {
        text.unicodeScalars.first { !$0.properties.isWhitespace } == "<"
    }

    /// The title of a page, or its words.
    private static func title(of page: String) -> String {
        guard let open = page.range(of: "<title>", options: .caseInsensitive),
            let close = page.range(of: "</title>", options: .caseInsensitive, range: open.upperBound..<page.endIndex)
        else { return "a web page" }
        return "a web page: " + page[open.upperBound..<close.lowerBound]
    }

    /// One line of at most some thousand characters; what could move a cursor is written as JSON writes it.
    private static func line(_ text: String) -> String {
        var line = String.UnicodeScalarView()
        var isAfterSpace = true
        for scalar in text.unicodeScalars.prefix(10_000) {
            if scalar == " " || scalar == "\n" || scalar == "\r" || scalar == "\t" {
                if !isAfterSpace { line.append(" ") }
                isAfterSpace = true
            } else {
                line.append(contentsOf: escaped(scalar))
                isAfterSpace = false
            }
        }
        if line.last == " " { line.removeLast() }
        return line.isEmpty ? "no message" : String(line)
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
        guard scalar.properties.generalCategory == .control else { return String.UnicodeScalarView([scalar]) }
        let digits = String(scalar.value, radix: 16)
        return ("\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits).unicodeScalars
    }
}
