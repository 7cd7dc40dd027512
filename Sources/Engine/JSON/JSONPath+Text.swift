extension JSONPath: LosslessStringConvertible {
    /// The path as text: `days[0].max`, a key that is no plain identifier as `["odd key"]`; empty for the root.
    package var description: String {
        components.reduce(into: "") { text, component in
            switch component {
            case .index(let index): text += "[\(index)]"
            case .key(let key) where Self.isPlain(key): text += text.isEmpty ? key : "." + key
            case .key(let key): text += "[" + JSON.string(key).compactText + "]"
            }
        }
    }

    /// Reads what ``description`` writes; nil for any other text.
    package init?(_ text: String) {
        var reader = PathReader(JSONParser(bytes: Array(text.utf8)))
        guard let components = reader.components() else { return nil }
        self.init(components)
    }

    /// ASCII letters, digits and underscores, no digit first.
    fileprivate static func isPlain(_ key: String) -> Bool {
        guard let first = key.utf8.first, !isDigit(first) else { return false }
        return key.utf8.allSatisfy(isPlain)
    }

    fileprivate static func isPlain(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte == UInt8(ascii: "_")
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

extension JSONPath: Codable {
    /// Reads the text of a path.
    ///
    /// - Throws: `DecodingError.dataCorrupted` when the string is no path.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let path = JSONPath(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "`\(text)` is no path; write it like days[0].max."
            )
        }
        self = path
    }

    /// Writes the text of the path.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

private struct PathReader {
    private var parser: JSONParser

    init(_ parser: JSONParser) {
        self.parser = parser
    }

    mutating func components() -> [JSONPath.Component]? {
        var components: [JSONPath.Component] = []
        while let byte = parser.next {
            if byte == UInt8(ascii: "[") {
                guard let component = bracket() else { return nil }
                components.append(component)
            } else {
                if !components.isEmpty {
                    guard byte == UInt8(ascii: ".") else { return nil }
                    parser.position += 1
                }
                guard let key = plainKey() else { return nil }
                components.append(.key(key))
            }
        }
        return components
    }

    private mutating func plainKey() -> String? {
        let start = parser.position
        while let byte = parser.next, JSONPath.isPlain(byte) { parser.position += 1 }
        let key = String(decoding: parser.bytes[start..<parser.position], as: UTF8.self)
        return JSONPath.isPlain(key) ? key : nil
    }

    private mutating func bracket() -> JSONPath.Component? {
        parser.position += 1
        let component = parser.next == UInt8(ascii: "\"") ? quotedKey() : index()
        guard parser.next == UInt8(ascii: "]") else { return nil }
        parser.position += 1
        return component
    }

    private mutating func quotedKey() -> JSONPath.Component? {
        guard let key = try? parser.string() else { return nil }
        return .key(key)
    }

    private mutating func index() -> JSONPath.Component? {
        guard case .complete(let end) = JSONNumberScan(parser.bytes, from: parser.position) else { return nil }
        let text = String(decoding: parser.bytes[parser.position..<end], as: UTF8.self)
        parser.position = end
        return Int(text).flatMap { $0 >= 0 && text != "-0" ? .index($0) : nil }
    }
}
