import Engine
import Review

/// The first sample that another repeats.
package struct EarlierAlike: Hashable, Sendable {
    /// What it is called in this file.
    package let label: SampleLabel
    package let sample: SampleID
    /// In what they are alike; equal calls go before a similar query.
    package let kind: LikenessIndex.Match.Kind

    /// What is noted of the later sample, and told with its other findings.
    ///
    /// By the label of this file, which samples of several runs do not have in their identity.
    package var finding: Finding { Finding.duplicate(of: "\(label)", kind) }
}

extension Dataset {
    /// The first sample before another, in the order of the labels, that it repeats: it is finished, has a query, was
    /// not rejected, and has the same calls or a query whose similarity is at least ``QuerySketch/nearDuplicate``.
    ///
    /// Only samples that the checks have looked at are known. ``note(_:in:)-(_,SampleReading)`` notes as much by itself;
    /// this is for telling people.
    package func earlierAlike(to sample: SampleID) async throws -> EarlierAlike? {
        let path = path
        return try await read { database in
            try database.firstAlike(try SampleRow.existing(sample, in: database), sample, path: path)?.alike
        }
    }
}
