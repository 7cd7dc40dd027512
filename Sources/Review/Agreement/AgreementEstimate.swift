/// An estimated figure with how sure it is.
package struct AgreementEstimate: Hashable, Sendable {
    package let value: Double
    package let standardError: Double
    /// How many samples it is estimated from.
    package let samples: Int

    package init(_ value: Double, variance: Double, samples: Int) {
        self.value = value
        self.samples = samples
        standardError = max(0, variance).squareRoot()
    }

    /// Fewer samples than so many say nothing of how sure a figure is.
    package static let fewest = 3

    /// The 95 % interval by the normal approximation, cut at -1 and 1, where the figure itself ends.
    ///
    /// Nil for fewer than three samples, and where nothing varies: an interval of no width would claim certainty.
    package var interval: ClosedRange<Double>? {
        let reach = 1.959963984540054 * standardError
        // What is left of a variance of zero by rounding is no width.
        guard samples >= Self.fewest, reach > 1e-6 else { return nil }
        return max(-1, value - reach)...min(1, value + reach)
    }
}
