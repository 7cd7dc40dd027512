/// A screen of its own; Review is what the others come back to.
package enum Screen: String, Hashable, Sendable, CaseIterable {
    case review, live, stats, compare, adjudicate, baselines, evaluations

    /// Its name in the header.
    var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

    /// Those that the header names; the others are gone to by their keys.
    static let tabs: [Screen] = [.review, .live, .stats, .compare]
}
