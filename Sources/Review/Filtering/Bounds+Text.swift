extension Filter.Bounds {
    private static let help = "write a range of numbers as 3, 3.., ..5, 3..5, >3 or <5"

    /// Reads `3`, `3..`, `..5`, `3..5`, `>3`, `<5`, `>3..<5`; before a number may stand `s-`, as in a label.
    init(_ word: FilterScan.Word) throws(FilterProblem) {
        guard let bounds = Self(reading: word.text) else {
            throw FilterProblem(word.range, "\"\(word.text)\" is no range; \(Self.help)")
        }
        self = bounds
    }

    /// Whether a text is meant as a range rather than as a name.
    static func isRange(_ text: String) -> Bool {
        text.hasPrefix(">") || text.hasPrefix("<") || text.contains("..")
    }

    private init?(reading text: String) {
        guard Self.isRange(text) else {
            guard let number = Self.number(text[...]) else { return nil }
            self.init(number, number)
            return
        }
        guard !text.contains("...") else { return nil }
        let ends = Self.ends(of: text)
        let isStrict = ends.lowest.hasPrefix(">") || ends.highest.hasPrefix("<")
        let (low, high) = (ends.lowest.trimmingPrefix(">"), ends.highest.trimmingPrefix("<"))
        let (lowest, highest) = (Self.number(low), Self.number(high))
        guard low.isEmpty || lowest != nil, high.isEmpty || highest != nil else { return nil }
        // One sign is for both ends, so `>3..5` would say what cannot be meant.
        let signs = [(ends.lowest, ">"), (ends.highest, "<")].map { $0.0.isEmpty || $0.0.hasPrefix($0.1) == isStrict }
        guard signs.allSatisfy(\.self), !isStrict || !(low.isEmpty && high.isEmpty) else { return nil }
        self.init(lowest, highest, isStrict: isStrict)
    }

    private static func ends(of text: String) -> (lowest: Substring, highest: Substring) {
        if let dots = text.firstRange(of: "..") { return (text[..<dots.lowerBound], text[dots.upperBound...]) }
        return text.hasPrefix("<") ? ("", text[...]) : (text[...], "")
    }

    private static func number(_ text: Substring) -> Double? {
        let digits = text.hasPrefix("s-") ? text.dropFirst(2) : text
        guard digits.allSatisfy({ $0.isASCII && ($0.isNumber || ".-+e".contains($0)) }) else { return nil }
        return Double(digits).flatMap { $0.isFinite ? $0 : nil }
    }

    /// What is read as this range.
    var text: String {
        let (lowest, highest) = (lowest.map(Self.text), highest.map(Self.text))
        guard isStrict else {
            return if let lowest, lowest == highest { lowest } else { "\(lowest ?? "")..\(highest ?? "")" }
        }
        return [lowest.map { ">" + $0 }, highest.map { "<" + $0 }].compactMap(\.self).joined(separator: "..")
    }

    private static func text(of number: Double) -> String {
        let text = "\(number)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
