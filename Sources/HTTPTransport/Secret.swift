/// A key that cannot be printed.
package struct Secret: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let value: String

    package init(_ value: String) {
        self.value = value
    }

    package var description: String { "<secret>" }
    package var debugDescription: String { "<secret>" }
    package var customMirror: Mirror { Mirror(self, children: []) }

    /// What the bearer header says.
    ///
    /// For the header of a request, and nothing else.
    var bearer: String { "Bearer \(value)" }

    /// The text with every mention of the key, plain or as JSON or a URL writes it, taken out.
    package func masked(in text: String) -> String {
        guard value.utf8.count >= 4 else { return text }
        return text.replacing(value, with: "<secret>")
    }
}
