/// The numbers that a query says: in digits of any custom, in words, with magnitudes, and converted by their units.
struct QueryNumbers: Sendable {
    private var ranges: [Double: Range<Int>] = [:]
    /// What the numbers would be as percentages.
    private var shares: [(value: Double, range: Range<Int>)] = []

    init(_ characters: [Character], _ words: WrittenWords) {
        readDigits(characters, words)
        readWords(words)
    }

    /// Where the query says a number.
    func range(of number: Double) -> Range<Int>? { ranges[Self.key(number)] }

    /// Decimal fractions are equal although their sums are not.
    private static func key(_ value: Double) -> Double {
        abs(value) < 0.001 || abs(value) > 1e9 ? value : (value * 1e6).rounded() / 1e6
    }

    private mutating func add(_ value: Double, at range: Range<Int>) {
        let key = Self.key(value)
        if value.isFinite, ranges[key] == nil { ranges[key] = range }
    }

    // Digits

    private mutating func readDigits(_ characters: [Character], _ words: WrittenWords) {
        let starts = Dictionary(words.words.indices.map { (words.words[$0].range.lowerBound, $0) }) { first, _ in first
        }
        var index = 0
        while index < characters.count {
            guard Self.digit(characters[index]) != nil else {
                index += 1
                continue
            }
            let start = index
            while index < characters.count, Self.continues(characters, index) { index += 1 }
            let isNegative =
                start > 0 && "-−".contains(characters[start - 1])
                && (start == 1 || !(characters[start - 2].isLetter || characters[start - 2].isNumber))
            let next = Self.wordBehind(index, characters, starts).map { words.words[$0].text }
            let before = Self.wordBefore(start, words, starts)
            for value in Self.readings(of: characters[start..<index]) {
                let signed = isNegative || before == "minus" || before == "negative" ? -value : value
                addWithUnits(signed, next, start..<index)
            }
        }
    }

    private static func digit(_ character: Character) -> Int? {
        guard let value = character.wholeNumberValue, (0...9).contains(value) else { return nil }
        return character.isASCII || (0xFF10...0xFF19).contains(character.unicodeScalars.first?.value ?? 0) ? value : nil
    }

    /// A digit, or a sign between two digits; a space only before exactly three of them.
    private static func continues(_ characters: [Character], _ index: Int) -> Bool {
        if digit(characters[index]) != nil { return true }
        guard ".,'’\u{A0}\u{202F} _".contains(characters[index]), index > 0, index + 1 < characters.count,
            digit(characters[index - 1]) != nil, digit(characters[index + 1]) != nil
        else { return false }
        guard !".,".contains(characters[index]) else { return true }
        let three = index + 3 < characters.count && (1...3).allSatisfy { digit(characters[index + $0]) != nil }
        return three && (index + 4 == characters.count || digit(characters[index + 4]) == nil)
    }

    /// The numbers that digits with signs may stand for: `1.250` is 1250 and 1.25.
    private static func readings(of run: ArraySlice<Character>) -> [Double] {
        let text = Array(run)
        let digits = String(text.compactMap { digit($0).map(String.init) }.joined())
        guard digits.count <= 40, let last = text.lastIndex(where: { digit($0) == nil }) else {
            return Double(digits).map { [$0] } ?? []
        }
        var readings: [Double] = []
        let tail = text.count - last - 1
        let signs = Set(text.filter { digit($0) == nil })
        if tail == 3, let whole = Double(digits) { readings.append(whole) }
        if ".,".contains(text[last]), signs.count > 1 || text.filter({ $0 == text[last] }).count == 1,
            let value = Double(digits.dropLast(tail) + "." + digits.suffix(tail))
        {
            readings.append(value)
        }
        // A list without spaces: `3,4,5`.
        readings += text.split { digit($0) == nil }.compactMap { Double(String($0)) }
        return readings
    }

    private static func wordBehind(_ end: Int, _ characters: [Character], _ starts: [Int: Int]) -> Int? {
        for place in end..<min(end + 3, characters.count) {
            if let word = starts[place] { return word }
            if characters[place] == "%" || !(" -\u{A0}\u{202F}°".contains(characters[place])) { return nil }
        }
        return nil
    }

    private static func wordBefore(_ start: Int, _ words: WrittenWords, _ starts: [Int: Int]) -> String? {
        starts[start].flatMap { $0 > 0 ? words.words[$0 - 1].text : nil }
    }

    private mutating func addWithUnits(_ value: Double, _ next: String?, _ range: Range<Int>) {
        add(value, at: range)
        if value > 0, value <= 100 { shares.append((value / 100, range)) }
        guard let next else { return }
        if let magnitude = Self.magnitudes[next] { add(value * magnitude, at: range) }
        for factor in Self.units[next] ?? [] { add(value * factor, at: range) }
    }

    /// Where the query says a share as so many percent.
    func range(ofShare number: Double, in characters: [Character]) -> Range<Int>? {
        shares.first { share, range in
            guard Self.key(share) == Self.key(number) else { return false }
            let behind = characters[range.upperBound...].prefix(9)
            return behind.prefix(2).contains("%") || String(behind).lowercased().contains("per")
        }?.range
    }

    // Words

    private mutating func readWords(_ words: WrittenWords) {
        var index = 0
        while index < words.words.count {
            var phrase = NumberPhrase()
            var end = index
            while end < words.words.count, phrase.take(words.words[end].text) { end += 1 }
            guard let value = phrase.value, end > index else {
                if let month = CalendarDay.month(named: words.words[index].text) {
                    add(Double(month), at: words.words[index].range)
                }
                index += 1
                continue
            }
            let range = words.words[index].range.lowerBound..<words.words[end - 1].range.upperBound
            let isNegative = index > 0 && ["minus", "negative"].contains(words.words[index - 1].text)
            let next = end < words.words.count ? words.words[end].text : nil
            addWithUnits(isNegative ? -value : value, next, range)
            index = end
        }
    }

    private static let magnitudes: [String: Double] = [
        "k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "mio": 1e6, "million": 1e6, "millions": 1e6, "bn": 1e9,
        "b": 1e9,
        "billion": 1e9, "billions": 1e9, "trillion": 1e12, "lakh": 1e5, "crore": 1e7, "dozen": 12, "tausend": 1e3,
        "millionen": 1e6, "mil": 1e3, "mille": 1e3, "millones": 1e6,
    ]

    /// What a number of a unit is in the units that tools take.
    private static let units: [String: [Double]] = {
        var table: [String: [Double]] = [:]
        for (names, factors) in families {
            for name in names.split(separator: " ") { table[String(name)] = factors }
        }
        return table
    }()

    private static let families: [(String, [Double])] = [
        ("km kilometre kilometres kilometer kilometers kilometern", [1000]),
        ("m metre metres meter meters", [0.001, 100]),
        ("cm centimetre centimetres centimeters", [0.01, 10]), ("mm", [0.1, 0.001]),
        ("kg kilo kilos kilogram kilograms", [1000]),
        ("g gram grams", [0.001]), ("l litre litres liter liters", [1000]), ("ml", [0.001]),
        ("t tonne tonnes tons", [1000]),
        ("mile miles mi", [1609.344, 1.609344, 1609]), ("foot feet ft", [12]),
        ("h hr hrs hour hours stunden", [60, 3600]),
        ("min mins minute minutes minuten", [60, 60000]), ("s sec secs second seconds", [1000]),
        ("day days", [24, 1440, 86400]),
        ("week weeks", [7, 168]), ("month months", [30]), ("year years", [12, 365]), ("night nights", [1]),
        ("gb gigabyte gigabytes", [1000, 1024]), ("mb megabyte megabytes", [1000, 1024, 1_000_000, 1_048_576]),
        ("dollar dollars euro euros pound pounds", [100]),
    ]
}

/// A number in English words, word by word: “two hundred and fifty”.
struct NumberPhrase {
    private var total = 0.0
    private var group = 0.0
    private var words = 0
    private var isOpen = false

    /// Takes the next word; false where it does not belong to the number any more.
    mutating func take(_ word: String) -> Bool {
        if word == "and" {
            guard words > 0, !isOpen, group >= 100 || total > 0 else { return false }
            isOpen = true
            return true
        }
        guard let value = Self.values[word], words < 12 else { return takeMagnitude(word) }
        // “Twenty-five” is one number, “three four” are two.
        let joins =
            words == 0 || isOpen || group.truncatingRemainder(dividingBy: 100) == 0
            || (value < 10 && group.truncatingRemainder(dividingBy: 100) >= 20
                && group.truncatingRemainder(dividingBy: 10) == 0)
        guard joins else { return false }
        group += value
        return grow()
    }

    private mutating func takeMagnitude(_ word: String) -> Bool {
        guard words > 0 || word == "hundred" || word == "dozen" || word == "thousand" else { return false }
        switch word {
        case "hundred": group = max(group, 1) * 100
        case "dozen": group = max(group, 1) * 12
        case "thousand": close(1e3)
        case "million": close(1e6)
        case "billion": close(1e9)
        case _: return false
        }
        return grow()
    }

    private mutating func close(_ magnitude: Double) {
        total += max(group, 1) * magnitude
        group = 0
    }

    private mutating func grow() -> Bool {
        words += 1
        isOpen = false
        return true
    }

    /// The number so far; nil where no word was taken.
    var value: Double? { words == 0 ? nil : total + group }

    private static let values: [String: Double] = {
        var table: [String: Double] = [
            "half": 0.5, "couple": 2, "pair": 2, "twice": 2, "double": 2, "once": 1, "single": 1,
        ]
        for line in lines {
            for (index, names) in line.names.split(separator: " ").enumerated() {
                for name in names.split(separator: "/") { table[String(name)] = Double(line.first + index * line.step) }
            }
        }
        return table
    }()

    private static let lines: [(first: Int, step: Int, names: String)] = [
        (
            0, 1,
            "zero/null one/first/eins two/second/zwei/deux/dos three/third/drei/trois/tres four/fourth/vier/quatre/cuatro "
                + "five/fifth/funf/cinq/cinco six/sixth/sechs/seis seven/seventh/sieben/sept/siete eight/eighth/acht/huit/ocho "
                + "nine/ninth/neun/neuf/nueve ten/tenth/zehn/dix/diez eleven/eleventh twelve/twelfth/zwolf/douze/doce "
                + "thirteen/thirteenth fourteen/fourteenth fifteen/fifteenth sixteen/sixteenth seventeen/seventeenth "
                + "eighteen/eighteenth nineteen/nineteenth"
        ),
        (20, 10, "twenty/twentieth thirty/thirtieth forty fifty sixty seventy eighty ninety"),
    ]
}
