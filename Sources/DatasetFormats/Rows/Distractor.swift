/// Where the tools come from that fill an offer up.
package enum Distractor: String, Hashable, Sendable, CaseIterable {
    /// What was sampled while the sample grew.
    case pool
    /// Any tool of the run's library.
    case random
    /// Tools of the same family as one in use.
    case family
    /// The tools whose names and descriptions share the most words with one in use.
    case nearMiss = "near-miss"
}

/// What happens to a row that is above the limit.
package enum Oversize: String, Hashable, Sendable, CaseIterable {
    case skipped
    /// Its longest tool outputs are cut, visibly, and it is left out only where that does not help.
    case cutOutputs = "cut"
}

/// A part of a whole, from 0 to 1.
package struct Share: Hashable, Sendable {
    package let value: Double

    package static let none = Share(unchecked: 0)
    package static let all = Share(unchecked: 1)

    /// Nil below 0 and above 1.
    package init?(_ value: Double) {
        guard (0...1).contains(value) else { return nil }
        self.value = value
    }

    private init(unchecked value: Double) {
        self.value = value
    }
}
