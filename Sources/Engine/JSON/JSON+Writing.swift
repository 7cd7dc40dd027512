extension JSON {
    /// The value without spaces: order and number text kept, only the escapes that RFC 8259 requires,
    /// and U+2028 and U+2029, which some readers take for line ends.
    package var compactText: String { JSONWriter.text(of: self, .compact) }

    /// The value with one element per line and two spaces per level, otherwise like ``compactText``.
    package var prettyText: String { JSONWriter.text(of: self, .pretty) }

    /// One text for all spellings of a value: keys sorted by their UTF-8 bytes, numbers normalised, no spaces.
    ///
    /// `1`, `1.0` and `1e0` agree, and so do objects with their members in another order. Strings stay byte for
    /// byte. Duplicate keys stay, in their order. Numbers with exponents beyond 10^15 keep their text.
    package var canonicalText: String { JSONWriter.text(of: self, .canonical) }
}
