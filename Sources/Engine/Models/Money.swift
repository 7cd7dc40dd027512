/// An amount in US dollars, exact to a billionth.
package struct Money: Hashable, Codable, Sendable, Comparable {
    package let nanodollars: Int64

    package init(nanodollars: Int64) {
        self.nanodollars = nanodollars
    }

    /// Reads `0.15`, at most nine decimal places; nil for anything else, negative amounts included.
    package init?(dollars text: String) {
        let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let whole = halves.first, !whole.isEmpty, whole.utf8.count <= 9 else { return nil }
        let fraction = halves.count == 2 ? halves[1] : "0"
        guard (1...9).contains(fraction.utf8.count), (whole + fraction).utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let dollars = Int64(whole), let parts = Int64(fraction + String(repeating: "0", count: 9 - fraction.count))
        else { return nil }
        nanodollars = dollars * 1_000_000_000 + parts
    }

    package static let zero = Money(nanodollars: 0)

    package static func + (left: Money, right: Money) -> Money {
        let (sum, overflow) = left.nanodollars.addingReportingOverflow(right.nanodollars)
        return Money(nanodollars: overflow ? .max : sum)
    }

    package static func - (left: Money, right: Money) -> Money {
        let (rest, overflow) = left.nanodollars.subtractingReportingOverflow(right.nanodollars)
        return Money(nanodollars: overflow ? .min : rest)
    }

    package static func < (left: Money, right: Money) -> Bool { left.nanodollars < right.nanodollars }
}

extension Money {
    /// The amount in dollars as a decimal number, exactly: `0.0312`.
    package var dollars: String {
        let digits = String(nanodollars.magnitude)
        let padded = String(repeating: "0", count: max(0, 10 - digits.count)) + digits
        let fraction = padded.suffix(9).trimmingZeros
        return (nanodollars < 0 ? "-" : "") + padded.dropLast(9) + (fraction.isEmpty ? "" : ".\(fraction)")
    }
}

extension Substring {
    /// Without zeros at its end.
    fileprivate var trimmingZeros: Substring { lastIndex { $0 != "0" }.map { self[...$0] } ?? "" }
}

extension Money: CustomStringConvertible {
    /// `$0.0312`: four decimal places from a cent on, all that are needed below.
    package var description: String {
        let digits = String(nanodollars.magnitude)
        let padded = String(repeating: "0", count: max(0, 10 - digits.count)) + digits
        var fraction = padded.suffix(9)
        let shown = nanodollars.magnitude >= 10_000_000 ? 4 : 9
        fraction = fraction.prefix(shown)
        while fraction.count > 2, fraction.last == "0" { fraction.removeLast() }
        return "\(nanodollars < 0 ? "-" : "")$\(padded.dropLast(9)).\(fraction)"
    }
}
