import Engine
import Foundation

/// Something recorded that can be read in full: an output, arguments, a schema, a text.
struct Artefact: Hashable, Sendable {
    /// What it consists of.
    enum Content: Hashable, Sendable {
        /// A value that was never bytes, as the arguments of a call; written compactly.
        case json(JSON)
        /// Bytes as they were received, whatever they are; they are read as JSON where they are JSON.
        case bytes(Data)
        /// Prose.
        case text(String)
    }

    /// Whose it is and what: `step 3 hotel_search: result`.
    let title: String
    let content: Content
    /// What else is known of it, in a few words each, as where it came from.
    let facts: [String]
    /// The element that the cursor is on at first.
    let start: JSONPath

    init(_ title: String, _ content: Content, facts: [String] = [], start: JSONPath = .root) {
        self.title = title
        self.content = content
        self.facts = facts
        self.start = start
    }

    /// Its bytes, as they are copied and shown raw.
    var bytes: [UInt8] {
        switch content {
        case .json(let value): Array(value.compactText.utf8)
        case .bytes(let bytes): Array(bytes)
        case .text(let text): Array(text.utf8)
        }
    }
}

extension Artefact {
    /// A recorded output, with its size, its hash and where it came from.
    init(_ title: String, _ output: RecordedOutput, from origin: ToolOrigin) {
        self.init(
            title, .bytes(output.bytes),
            facts: [Self.size(output.bytes.count), output.hash.short, origin.rawValue])
    }

    /// A value with its size.
    init(_ title: String, _ value: JSON, start: JSONPath = .root) {
        self.init(title, .json(value), facts: [Self.size(value.compactText.utf8.count)], start: start)
    }

    /// Prose with its size.
    init(_ title: String, _ text: String, facts: [String] = []) {
        self.init(title, .text(text), facts: [Self.size(text.utf8.count)] + facts)
    }

    private static func size(_ bytes: Int) -> String { "\(bytes) byte\(bytes == 1 ? "" : "s")" }
}
