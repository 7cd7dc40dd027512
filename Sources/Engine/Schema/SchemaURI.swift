/// An address as schemas use them to name and to find their parts; nothing is ever fetched from it.
struct SchemaURI {
    private var scheme: String?
    private var authority: String?
    private var path: String
    private var query: String?

    /// What the root of a schema without `$id` has.
    static let none = SchemaURI(path: "")

    private init(path: String) {
        self.path = path
    }

    /// Reads a reference that has no fragment.
    init(_ text: String) {
        var rest = text.utf8[...]
        scheme = Self.scheme(of: &rest)
        let address = Self.cut(&rest, at: UInt8(ascii: "?"))
        query = rest.isEmpty && address.endIndex == text.utf8.endIndex ? nil : Self.text(rest)
        guard address.starts(with: "//".utf8) else {
            path = Self.text(address)
            return
        }
        let body = address.dropFirst(2)
        let slash = body.firstIndex(of: UInt8(ascii: "/")) ?? body.endIndex
        authority = Self.text(body[..<slash])
        path = Self.text(body[slash...])
    }

    var text: String {
        (scheme.map { $0 + ":" } ?? "") + (authority.map { "//" + $0 } ?? "") + path + (query.map { "?" + $0 } ?? "")
    }

    /// What a reference means inside a resource with this address (RFC 3986, section 5.2).
    func resolving(_ reference: SchemaURI) -> SchemaURI {
        var result = reference
        if reference.scheme == nil {
            result.scheme = scheme
            if reference.authority == nil {
                result.authority = authority
                if reference.path.isEmpty {
                    result.path = path
                    result.query = reference.query ?? query
                } else if !reference.path.utf8.starts(with: "/".utf8) {
                    result.path = merged(with: reference.path)
                }
            }
        }
        result.path = Self.withoutDots(result.path)
        return result
    }
}

extension SchemaURI {
    private func merged(with relative: String) -> String {
        if authority != nil, path.isEmpty { return "/" + relative }
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return relative }
        return Self.text(path.utf8[...slash]) + relative
    }

    /// Takes out `.` and `..`, which only paths with slashes have.
    private static func withoutDots(_ path: String) -> String {
        let segments = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(text)
        guard segments.contains(where: { $0 == "." || $0 == ".." }) else { return path }
        var kept: [String] = []
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            switch segment {
            case ".": if isLast { kept.append("") }
            case "..":
                if kept.count > 1 || kept.first?.isEmpty == false { kept.removeLast() }
                if isLast { kept.append("") }
            case _: kept.append(segment)
            }
        }
        return kept.joined(separator: "/")
    }

    /// Takes the scheme and its colon off, where the text begins with one.
    private static func scheme(of rest: inout Substring.UTF8View) -> String? {
        guard let end = rest.firstIndex(where: { ":/?#".utf8.contains($0) }), rest[end] == UInt8(ascii: ":"),
            end > rest.startIndex
        else { return nil }
        defer { rest = rest[rest.index(after: end)...] }
        return text(rest[..<end]).lowercased()
    }

    /// Takes off what stands before a byte, and the byte; all where there is none.
    private static func cut(_ rest: inout Substring.UTF8View, at byte: UInt8) -> Substring.UTF8View {
        let end = rest.firstIndex(of: byte) ?? rest.endIndex
        defer { rest = rest[end...].dropFirst() }
        return rest[..<end]
    }

    private static func text(_ bytes: Substring.UTF8View) -> String {
        String(Substring(bytes))
    }
}
