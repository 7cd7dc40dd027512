/// How a file holds its samples.
package enum ImportLayout: Hashable, Sendable {
    /// The whole file is one.
    case whole
    /// One in each line.
    case lines
    /// One in each element of a JSON list.
    case list
}

/// A row of a file, as it is cut out of it.
package struct ImportRow: Hashable, Sendable {
    package let spot: ImportPlace.Spot
    package let content: Content

    package init(spot: ImportPlace.Spot, content: Content) {
        self.spot = spot
        self.content = content
    }

    package enum Content: Hashable, Sendable {
        case bytes([UInt8])
        /// It has so many bytes, more than are read of one row, and was passed over.
        case tooLong(Int)
        /// The list is not a list up to its end; the words say what is there instead.
        case broken(String)
    }
}
