/// A decimal number without rounding: sign, significant digits and a power of ten.
///
/// The digits neither begin nor end with zero, so equal values have equal fields; zero has no digits.
struct ExactDecimal: Hashable {
    let isNegative: Bool
    /// Values 0 to 9, the most significant first.
    let digits: [UInt8]
    /// The power of ten of the last digit.
    let exponent: Int

    /// Exponents beyond this are not computed with.
    static let exponentLimit = 1_000_000_000_000_000

    init(_ value: Int) {
        let digits = value.magnitude.description.utf8.map { $0 - UInt8(ascii: "0") }
        let trailingZeros = value == 0 ? 1 : digits.reversed().prefix { $0 == 0 }.count
        isNegative = value < 0
        self.digits = Array(digits.dropLast(trailingZeros))
        exponent = value == 0 ? 0 : trailingZeros
    }

    /// Nil when the written exponent is beyond ``exponentLimit``.
    init?(_ number: JSON.Number) {
        let parts = number.text.utf8.split(maxSplits: 1) { $0 | 0x20 == UInt8(ascii: "e") }
        let significand = parts.first ?? number.text.utf8[...]
        let all = significand.filter { $0 >= UInt8(ascii: "0") }.map { $0 - UInt8(ascii: "0") }
        let fractionLength = significand.split(separator: UInt8(ascii: "."), maxSplits: 1).dropFirst().first?.count ?? 0
        let trailingZeros = all.reversed().prefix { $0 == 0 }.count
        digits = Array(all.dropLast(trailingZeros).drop { $0 == 0 })
        guard !digits.isEmpty else {
            isNegative = false
            exponent = 0
            return
        }

        let written = parts.count > 1 ? Int(Substring(parts[1])) : 0
        guard let written, abs(Double(written)) <= Double(Self.exponentLimit) else { return nil }
        isNegative = significand.first == UInt8(ascii: "-")
        exponent = written - fractionLength + trailingZeros
    }

    /// Whether the value has no fraction.
    var isInteger: Bool { exponent >= 0 }

    /// How many digits stand before the decimal point; negative for leading zeros after it.
    var pointPosition: Int { digits.count + exponent }

    var int: Int? {
        guard isInteger, pointPosition <= 19 else { return nil }
        return Int((isNegative ? "-" : "") + digitText + String(repeating: "0", count: exponent))
    }

    var digitText: String { digits.isEmpty ? "0" : digits.map(String.init).joined() }
}

extension ExactDecimal: Comparable {
    static func < (lhs: ExactDecimal, rhs: ExactDecimal) -> Bool {
        if lhs.sign != rhs.sign { return lhs.sign < rhs.sign }
        return lhs.isNegative ? rhs.isSmaller(than: lhs) : lhs.isSmaller(than: rhs)
    }

    private var sign: Int { digits.isEmpty ? 0 : isNegative ? -1 : 1 }

    private func isSmaller(than other: ExactDecimal) -> Bool {
        if pointPosition != other.pointPosition { return pointPosition < other.pointPosition }
        return digits.lexicographicallyPrecedes(other.digits)
    }
}

extension ExactDecimal {
    /// The one text of this value: plain up to 21 places, else digits and a power of ten.
    var canonicalText: String {
        let sign = isNegative ? "-" : ""
        let length = pointPosition
        if exponent >= 0, length <= 21 { return sign + digitText + String(repeating: "0", count: exponent) }
        if exponent < 0, length > 0 { return sign + digitText.prefix(length) + "." + digitText.dropFirst(length) }
        if exponent < 0, length > -6 { return sign + "0." + String(repeating: "0", count: -length) + digitText }
        return sign + digitText + "e" + String(exponent)
    }
}

extension ExactDecimal {
    /// The divisor as a whole number of at most 18 digits, powers of ten aside; nil when it has more or is zero.
    var wholeDigits: UInt64? {
        digits.count <= 18 && !digits.isEmpty ? UInt64(digitText) : nil
    }

    /// Whether this value is a whole multiple of `divisor`; nil when the divisor has more than 18 digits or is zero.
    func isMultiple(of divisor: ExactDecimal) -> Bool? {
        guard let modulus = divisor.wholeDigits else { return nil }
        guard !digits.isEmpty else { return true }
        // The last digit is not zero, so no missing power of ten can hide in the digits.
        guard exponent >= divisor.exponent else { return false }
        let remainder = digits.reduce(UInt64(0)) { (Self.product($0, 10, modulo: modulus) + UInt64($1)) % modulus }
        let shift = Self.powerOfTen(exponent - divisor.exponent, modulo: modulus)
        return Self.product(remainder, shift, modulo: modulus) == 0
    }

    private static func product(_ lhs: UInt64, _ rhs: UInt64, modulo modulus: UInt64) -> UInt64 {
        modulus.dividingFullWidth((lhs % modulus).multipliedFullWidth(by: rhs % modulus)).remainder
    }

    private static func powerOfTen(_ power: Int, modulo modulus: UInt64) -> UInt64 {
        var (result, base, left) = (1 % modulus, 10 % modulus, power)
        while left > 0 {
            if left & 1 == 1 { result = product(result, base, modulo: modulus) }
            base = product(base, base, modulo: modulus)
            left >>= 1
        }
        return result
    }
}
