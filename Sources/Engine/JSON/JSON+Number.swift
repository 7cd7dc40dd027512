extension JSON {
    /// A number that keeps the text it was written in.
    ///
    /// Equal by text: `1` and `1.0` are two numbers here.
    package struct Number: Hashable, Sendable {
        /// The number as written, always a valid JSON number.
        package let text: String

        /// Takes a text that follows the number grammar of RFC 8259; nil for any other.
        package init?(text: String) {
            let bytes = Array(text.utf8)
            guard case .complete(bytes.count) = JSONNumberScan(bytes, from: 0) else { return nil }
            self.text = text
        }

        /// Writes an integer.
        package init(_ value: Int) {
            text = String(value)
        }

        /// Writes the shortest text that reads back as this value; nil when it is infinite or not a number.
        package init?(_ value: Double) {
            guard value.isFinite else { return nil }
            text = String(describing: value)
        }

        init(validated text: String) {
            self.text = text
        }
    }
}

extension JSON.Number {
    /// The exact integer, where the value is one and fits: `1`, `1.0` and `1e2` do, `1.5` and `1e30` do not.
    package var int: Int? { decimal?.int }

    /// The nearest `Double`; infinite when the number is too large for one.
    package var double: Double { Double(text) ?? .nan }

    /// Whether the value has no fraction, whatever its size.
    package var isInteger: Bool { decimal?.isInteger ?? false }

    /// Whether both texts stand for the same value, exactly: `1`, `1.0` and `10e-1` do.
    ///
    /// Exponents beyond 10^15 are not computed with: such numbers are equal by text alone.
    package func isEqual(numerically other: JSON.Number) -> Bool {
        guard let mine = decimal, let theirs = other.decimal else { return text == other.text }
        return mine == theirs
    }

    var decimal: ExactDecimal? { ExactDecimal(self) }
}

extension JSON.Number: ExpressibleByIntegerLiteral {
    /// Writes an integer.
    package init(integerLiteral value: Int) {
        self.init(value)
    }
}

extension JSON.Number: CustomStringConvertible {
    /// The text as written.
    package var description: String { text }
}
