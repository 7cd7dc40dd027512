/// A text that lies over the original one, and who wrote it.
package struct EditedText: Hashable, Sendable {
    /// Whose words they are.
    package enum Writer: Hashable, Sendable {
        case reviewer(String)
        case planner(String)
    }

    package let text: String
    package let writer: Writer

    package init(text: String, writer: Writer) {
        self.text = text
        self.writer = writer
    }

    /// The planner that wrote the text; nil when a reviewer did.
    package var planner: String? {
        guard case .planner(let name) = writer else { return nil }
        return name
    }
}
