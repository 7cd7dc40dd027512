import Foundation

extension EndpointReader {
    /// Where the key is.
    func key(among names: [Name]) throws(SettingsProblem) -> KeySource {
        var found: (name: Name, source: KeySource)?
        for name in names {
            guard let source = try keySource(name) else { continue }
            if let found {
                throw unusable(name, "The key has one source, and \(found.name.rawValue) names it already.")
            }
            found = (name, source)
        }
        return found?.source ?? .none
    }

    private func keySource(_ name: Name) throws(SettingsProblem) -> KeySource? {
        switch name {
        case .keyVariable: .variable(try keyVariable())
        case .keyCommand: .command(try keyCommand())
        case .keyFile: .file(path: try keyFile())
        case .baseURL, .needsKey, .structured, .tools, .headers, .maxConcurrency, .allowHTTP, .firstByteTimeout,
            .idleTimeout, .totalTimeout, .maxTokensField:
            nil
        }
    }

    private func keyVariable() throws(SettingsProblem) -> String {
        let text = try table.text(Name.keyVariable.rawValue)
        if text.isVariableName { return text }
        throw unusable(.keyVariable, "Give the name of a variable in capitals, like LOCAL_KEY; never the key itself.")
    }

    private func keyCommand() throws(SettingsProblem) -> String {
        let text = try table.text(Name.keyCommand.rawValue)
        if !text.trimmingCharacters(in: .whitespaces).isEmpty { return text }
        throw unusable(.keyCommand, "Give a command that prints the key, like \"pass show local\".")
    }

    private func keyFile() throws(SettingsProblem) -> String {
        let text = try table.text(Name.keyFile.rawValue)
        if text.hasPrefix("/") || text.hasPrefix("~/") { return text }
        throw unusable(.keyFile, "Give a path that begins with / or ~/; never the key itself.")
    }

    /// The fields of the head, which carry no key and nothing that the client sets itself.
    func headers() throws(SettingsProblem) -> [EndpointSettings.Header] {
        let inner = try table.inner(Name.headers.rawValue, example: "{ \"X-Team\" = \"data\" }")
        var headers: [EndpointSettings.Header] = []
        for field in inner.keys.sorted() {
            let value = try inner.text(field)
            if let objection = HeaderRules.objection(to: field, value, endpoint: name) {
                throw .unusable(inner.keyPlace(field), key: field, reason: objection)
            }
            headers.append(EndpointSettings.Header(name: field, value: value))
        }
        return headers
    }
}

/// Which fields a user may add to the head of a request.
private enum HeaderRules {
    private static let ofKeys: Set = [
        "authorization", "proxy-authorization", "api-key", "x-api-key", "x-goog-api-key", "cookie", "set-cookie",
    ]
    private static let ours: Set = [
        "host", "content-length", "content-type", "content-encoding", "transfer-encoding", "accept", "accept-encoding",
        "connection", "upgrade", "te", "trailer", "expect",
    ]

    /// Why a field cannot be sent; nil where it can.
    static func objection(to name: String, _ value: String, endpoint: String) -> String? {
        if ofKeys.contains(name.lowercased()) {
            return "A key is never a header here. Say where it is instead: " + KeySource.examples(for: endpoint)
        }
        if ours.contains(name.lowercased()) { return "toolgrad sets this header itself." }
        guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) })
        else { return "A header's name has letters, digits, dots, dashes and underscores only." }
        guard value.unicodeScalars.allSatisfy({ (0x20...0x7E).contains($0.value) }) else {
            return "A header's value is printable ASCII on one line."
        }
        return nil
    }
}

extension String {
    /// Capitals only, so that a key that stands here by mistake is seldom taken for a name, and then printed.
    fileprivate var isVariableName: Bool {
        let isPlain = allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "_") }
        return isPlain && first?.isNumber == false && utf8.count <= 100
    }
}
