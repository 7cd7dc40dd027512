/// A number as people write it, and the values that it may stand for.
struct WrittenNumber {
    /// Every reading of the separators: `1,234` is 1234, or 1.234.
    let readings: [Reading]
    /// The numbers of a text that is no single one, such as `4.9.2` or `72,68,81`.
    let parts: [String]

    struct Reading: Hashable {
        let value: Double
        /// How many digits stand after the decimal point.
        let decimals: Int
        /// How many zeros end it, where it is whole.
        let zeros: Int
    }

    init(_ text: String) {
        let text = String(text.map { $0.wholeNumberValue.map { Character("\($0)") } ?? $0 })
        let separators = text.filter { !$0.isNumber }
        let groups = text.split { !$0.isNumber }.map(String.init)
        let kinds = Set(separators)
        var readings: [Reading] = []
        let areThousands =
            groups.count > 1 && groups[0].count <= 3 && groups[0] != "0"
            && groups.dropFirst().allSatisfy { $0.count == 3 }
        if groups.count == 1 { readings.append(Reading(whole: groups[0])) }
        if areThousands, kinds.count == 1 { readings.append(Reading(whole: groups.joined())) }
        if groups.count == 2, kinds.isSubset(of: [".", ","]) { readings.append(Reading(groups[0], groups[1])) }
        if groups.count > 2, kinds.count == 2, let last = separators.last, separators.filter({ $0 == last }).count == 1
        {
            readings.append(Reading(groups.dropLast().joined(), groups[groups.count - 1]))
        }
        self.readings = readings
        parts = readings.isEmpty ? groups : []
    }
}

extension WrittenNumber.Reading {
    init(whole digits: String) {
        self.init(
            value: Double(digits) ?? 0, decimals: 0, zeros: digits.reversed().prefix { $0 == "0" }.count)
    }

    init(_ whole: String, _ fraction: String) {
        self.init(value: Double(whole + "." + fraction) ?? 0, decimals: fraction.count, zeros: 0)
    }

    /// Half of the last digit that was written.
    var tolerance: Double {
        var half = 0.5000001
        for _ in 0..<min(decimals, 12) { half /= 10 }
        return half
    }
}

/// Numbers in words.
enum NumberWord {
    static func value(of word: String) -> Int? { values[word] }

    /// What a word after a number multiplies it with.
    static func scale(of word: String) -> Double? { scales[word] }

    private static let values: [String: Int] = [
        "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "twice": 2, "dozen": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40,
        "fifty": 50, "hundred": 100,
    ]
    private static let scales: [String: Double] = [
        "thousand": 1e3, "k": 1e3, "million": 1e6, "millions": 1e6, "m": 1e6, "mn": 1e6, "mio": 1e6, "millionen": 1e6,
        "millones": 1e6, "billion": 1e9, "bn": 1e9, "b": 1e9, "milliarden": 1e9, "milliards": 1e9, "trillion": 1e12,
        "lakh": 1e5, "crore": 1e7, "万": 1e4, "萬": 1e4, "億": 1e8, "亿": 1e8, "tausend": 1e3, "mille": 1e3,
    ]
}
