extension JSON {
    /// How large one text may be in each direction that could hurt.
    package struct Limits: Hashable, Sendable {
        /// Arrays and objects inside each other; never more than 256, since values are walked recursively.
        package let depth: Int
        /// Members of one object, duplicates counted.
        package let keysPerObject: Int

        /// The limits of the whole project: depth 128, 10,000 members.
        package static let standard = Limits()

        /// Sets limits; a depth above 256 counts as 256.
        package init(depth: Int = 128, keysPerObject: Int = 10_000) {
            self.depth = min(depth, 256)
            self.keysPerObject = keysPerObject
        }
    }

    /// Reads one value from UTF-8 bytes, strictly by RFC 8259, in linear time.
    ///
    /// Duplicate keys are kept; see ``Object/duplicateKeys``.
    /// - Throws: ``ParseError`` with the place, for anything but exactly one value within the limits.
    package init(parsing bytes: some Collection<UInt8>, limits: Limits = .standard) throws(ParseError) {
        var parser = JSONParser(bytes: Array(bytes), limits: limits)
        self = try parser.document()
    }

    /// Reads one value from a text, strictly by RFC 8259, in linear time.
    ///
    /// Duplicate keys are kept; see ``Object/duplicateKeys``.
    /// - Throws: ``ParseError`` with the place, for anything but exactly one value within the limits.
    package init(parsing text: String, limits: Limits = .standard) throws(ParseError) {
        try self.init(parsing: text.utf8, limits: limits)
    }
}
