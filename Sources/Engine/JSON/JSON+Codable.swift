extension JSON: Codable {
    /// Reads the one string that ``encode(to:)`` writes.
    ///
    /// - Throws: `DecodingError.dataCorrupted`, with the ``ParseError`` below it, when the string is not JSON.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do {
            self = try JSON(parsing: container.decode(String.self))
        } catch let error as ParseError {
            throw DecodingError.dataCorruptedError(in: container, because: error)
        }
    }

    /// Writes one string that holds the compact text, so that no coder can round a number or merge two keys.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(compactText)
    }
}

extension DecodingError {
    fileprivate static func dataCorruptedError(
        in container: any SingleValueDecodingContainer, because error: JSON.ParseError
    ) -> DecodingError {
        .dataCorrupted(
            Context(codingPath: container.codingPath, debugDescription: error.description, underlyingError: error)
        )
    }
}
