/// A string compared and hashed by its UTF-8 bytes.
///
/// Swift's own `==` merges canonically equal strings; `é` in its two spellings is two keys in JSON.
package struct ExactText: Hashable, Sendable {
    /// The text itself.
    package let text: String

    /// Wraps a text.
    package init(_ text: String) {
        self.text = text
    }

    /// Compares UTF-8 bytes.
    package static func == (lhs: ExactText, rhs: ExactText) -> Bool {
        lhs.text.utf8.count == rhs.text.utf8.count && lhs.text.utf8.elementsEqual(rhs.text.utf8)
    }

    /// Hashes UTF-8 bytes, and their number.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(text.utf8.count)
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension ExactText: Comparable {
    /// Orders by UTF-8 bytes.
    package static func < (lhs: ExactText, rhs: ExactText) -> Bool {
        lhs.text.utf8.lexicographicallyPrecedes(rhs.text.utf8)
    }
}
