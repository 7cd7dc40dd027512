import Engine

extension Sequence<Tool> {
    /// The same for the same tools, in whatever order.
    ///
    /// It is part of what tells one study from another. Baselines and runs join with a comma and evaluations with a
    /// line feed, as in their first version: otherwise those that are stored would begin anew.
    package func contentHash(joinedBy separator: String = ",") -> ContentHash {
        ContentHash(of: map(\.contentHash.hex).sorted().joined(separator: separator))
    }
}
