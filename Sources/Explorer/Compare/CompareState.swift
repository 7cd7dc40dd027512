import Engine
import Review

/// What the screen Compare knows.
struct CompareState: Hashable, Sendable {
    /// A sample as it stood after an iteration.
    struct Place: Hashable, Sendable {
        let sample: SampleID
        /// Nil for as it is now.
        var iteration: Int?
    }

    /// What takes the keys.
    enum Pane: Hashable, Sendable, CaseIterable {
        case chains, query, response
    }

    /// A place where the two sides differ.
    struct Hunk: Hashable, Sendable {
        let pane: Pane
        /// Its first row in the pane.
        let row: Int
    }

    /// What the other one is compared with.
    private(set) var first: Place?
    private(set) var second: Place?
    /// Both samples, and what is akin to them; nil until they were read.
    private(set) var known: ComparedSamples?
    /// Nil until both were read.
    private(set) var comparison: Comparison?
    var pane = Pane.chains
    /// The first row of each pane that is shown.
    var scrolls: [Pane: Int] = [:]
    /// The difference that was gone to last.
    var hunk: Int?
    /// Whether the first difference is gone to once both samples were read.
    var isOpening = false
    /// The sample to steer once it is on the screen.
    var steered: SampleID?

    /// Compares two places; nothing is shown before they were read.
    mutating func begin(_ first: Place, _ second: Place) -> [Effect] {
        let isKnown = known?[first.sample] != nil && known?[second.sample] != nil
        if !isKnown { known = nil }
        show(first, second)
        return read()
    }

    /// Reads both samples again.
    func read() -> [Effect] {
        guard let first, let second else { return [] }
        return [.loadCompared(first.sample, second.sample)]
    }

    mutating func take(_ samples: ComparedSamples) {
        known = samples
        refresh()
    }

    /// Compares other places of what is known.
    mutating func show(_ first: Place, _ second: Place) {
        let isSame = first == self.first && second == self.second
        (self.first, self.second) = (first, second)
        if !isSame { (scrolls, hunk) = ([:], nil) }
        refresh()
    }

    private mutating func refresh() {
        guard let known, let first, let second, let one = known[first.sample], let two = known[second.sample] else {
            comparison = nil
            return
        }
        comparison = Comparison(
            Comparison.Side(one, at: first.iteration), Comparison.Side(two, at: second.iteration))
    }
}
