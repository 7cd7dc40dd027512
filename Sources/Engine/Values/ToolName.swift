/// The name of a tool, compared byte by byte.
///
/// Swift compares text by canonical equivalence, so two names that differ only in Unicode normalisation would be one.
package struct ToolName: Sendable {
    /// The name as its source spells it.
    package let text: String

    package init(_ text: String) {
        self.text = text
    }
}

extension ToolName: Hashable, Comparable {
    package static func == (left: ToolName, right: ToolName) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    package static func < (left: ToolName, right: ToolName) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    package func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
    }
}

extension ToolName: Codable, ExpressibleByStringLiteral, CustomStringConvertible {
    package init(stringLiteral text: String) {
        self.text = text
    }

    package init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    package var description: String { text }
}
