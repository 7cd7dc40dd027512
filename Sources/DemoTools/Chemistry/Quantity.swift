import Engine
import Foundation

/// Very large and very small amounts as text.
enum Quantity {
    /// `3.1 × 10^22`, with three digits; plain for amounts below a thousand.
    static func scientific(_ value: Double) -> String {
        guard value.isFinite, value >= 1000 else { return JSON.decimal(value, places: 2).compactText }
        var exponent = Int(log10(value).rounded(.down))
        var mantissa = (value / pow(10, Double(exponent)) * 100).rounded() / 100
        if mantissa >= 10 {
            mantissa /= 10
            exponent += 1
        }
        return "\(JSON.decimal(mantissa, places: 2).compactText) × 10^\(exponent)"
    }
}
