extension JSONSchema {
    /// Why a value cannot serve as a schema.
    ///
    /// Places are JSON pointers from `#`.
    package enum Problem: Error, Hashable, Sendable {
        /// What should be a schema is neither an object nor a truth value.
        case notASchema(place: String, found: String)
        /// A keyword has a value it cannot have.
        case malformed(keyword: String, place: String, expected: String)
        /// A local `$ref` leads to nothing.
        case missingTarget(reference: String, place: String)
        /// An object of the schema names a key twice.
        case duplicateKeys([String], place: String)
        /// The keys that lead to a place are too long together.
        case placeTooLong(limit: Int)
    }
}

extension JSONSchema.Problem: CustomStringConvertible {
    /// What is wrong, where, and what to do.
    package var description: String {
        switch self {
        case .notASchema(let place, let found):
            "The schema at \(place) is of type \(found); write an object, true or false."
        case .malformed(let keyword, let place, let expected):
            "`\(keyword)` at \(place) must be \(expected); correct it or leave it out."
        case .missingTarget(let reference, let place):
            "`$ref` at \(place) leads to `\(reference)`, which the schema does not have; add it or correct the reference."
        case .duplicateKeys(let keys, let place):
            "The schema names \(keys.map { "`\($0)`" }.joined(separator: ", ")) twice at \(place); remove one."
        case .placeTooLong(let limit):
            "The keys that lead to a part of the schema have more than \(limit) bytes together; shorten them."
        }
    }
}
