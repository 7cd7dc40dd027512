/// How sure a share is that was counted in a part of a whole.
package enum WilsonInterval {
    private static let z = 1.959963984540054

    /// The 95 % score interval of Wilson (1927), which needs no large numbers; nil where nothing was counted.
    package static func of(_ part: Int, of whole: Int) -> ClosedRange<Double>? {
        guard whole > 0, (0...whole).contains(part) else { return nil }
        let (share, count) = (Double(part) / Double(whole), Double(whole))
        let middle = share + z * z / (2 * count)
        let reach = z * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
        let scale = 1 + z * z / count
        // Rounding may leave a trace beyond the ends.
        return max(0, (middle - reach) / scale)...min(1, (middle + reach) / scale)
    }
}
