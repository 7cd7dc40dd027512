/// An estimated figure with how sure it is.
package struct AgreementEstimate: Hashable, Sendable {
    package let value: Double
    package let standardError: Double

    package init(_ value: Double, variance: Double) {
        self.value = value
        standardError = max(0, variance).squareRoot()
    }

    /// The 95 % interval by the normal approximation, cut at -1 and 1, where the figure itself ends.
    package var interval: ClosedRange<Double> {
        let reach = 1.959963984540054 * standardError
        return max(-1, value - reach)...min(1, value + reach)
    }
}
