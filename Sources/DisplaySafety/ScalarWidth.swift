/// How many terminal cells a scalar takes, from our own table for one version of Unicode.
///
/// The table agrees with the C library's idea of the same version, because that is what moves the terminal's cursor.
enum ScalarWidth {
    /// The cells of a scalar (0, 1 or 2), or nil where no terminal can be trusted to draw it.
    static func cells(of scalar: Unicode.Scalar) -> Int? {
        let value = scalar.value
        if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) ? nil : 1 }
        if contains(value, in: wide) { return 2 }
        if contains(value, in: zero) { return 0 }
        return contains(value, in: undrawable) ? nil : 1
    }

    /// Whether sorted pairs of first and last cover the value.
    private static func contains(_ value: UInt32, in pairs: [UInt32]) -> Bool {
        var low = 0
        var high = pairs.count / 2
        while low < high {
            let middle = (low + high) / 2
            if pairs[2 * middle + 1] < value { low = middle + 1 } else { high = middle }
        }
        return 2 * low < pairs.count && pairs[2 * low] <= value
    }
}
