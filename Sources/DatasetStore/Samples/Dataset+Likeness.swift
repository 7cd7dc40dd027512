import Engine
import Review

/// The first sample that another repeats.
package struct EarlierAlike: Hashable, Sendable {
    package let label: SampleLabel
    package let sample: SampleID
    package let kind: Kind

    /// In what they are alike.
    package enum Kind: Hashable, Sendable {
        /// The same calls in the same order.
        case calls
        /// The queries are nearly the same; 1 for the same words.
        case query(similarity: Double)
    }
}

extension Dataset {
    /// The first sample before another, in the order of the labels, that it repeats: it is finished, has a query, was
    /// not rejected, and has the same calls or a query whose similarity is at least 0.7.
    ///
    /// Only samples that the checks have looked at are known. ``note(_:in:)-(_,SampleReading)`` notes as much by itself;
    /// this is for telling people.
    package func earlierAlike(to sample: SampleID) async throws -> EarlierAlike? {
        let path = path
        return try await read { database in
            let row = try SampleRow.existing(sample, in: database)
            guard let found = try database.firstAlike(row, sample, path: path),
                let original = try database.sample(found.row)
            else { return nil }
            return EarlierAlike(
                label: SampleLabel(number: found.place.number, branch: original.branch), sample: original,
                kind: found.kind)
        }
    }
}
