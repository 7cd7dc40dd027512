/// The order of a queue; equal samples are in the order of their labels.
package struct Sort: Hashable, Codable, Sendable {
    package enum Key: Hashable, Codable, Sendable {
        /// In the order of the labels.
        case id
        /// The samples with most findings first.
        case lint
        /// The samples with most findings that are only warnings first, for there the checks are least sure.
        case uncertainty
        /// The samples with the rarest tools first, by the rarest one; counts up to the next power of two are alike.
        case novelty
        /// The longest workflows first.
        case length
        /// The dearest first.
        case cost
        /// In an order that the seed alone decides.
        case random(seed: UInt64)
    }

    package let key: Key
    /// Whether the last comes first.
    ///
    /// What is not known of a sample puts it at the end either way.
    package let isReversed: Bool

    package init(_ key: Key, isReversed: Bool = false) {
        self.key = key
        self.isReversed = isReversed
    }

    /// In the order of the labels.
    package static let standard = Sort(.id)
}
