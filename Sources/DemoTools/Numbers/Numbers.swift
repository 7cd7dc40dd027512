import Engine
import Foundation

/// Units, whole numbers and statistics.
enum Numbers {
    static let tools = [unitConvert, numberFacts, romanNumeral, summaryStatistics]

    /// Lengths above all, so that two of them mostly measure the same kind of thing.
    private static let spokenUnits: KeyValuePairs<String, String> = [
        "km": "kilometres", "mi": "miles", "ft": "feet", "m": "metres", "nmi": "nautical miles", "yd": "yards",
        "cm": "centimetres", "in": "inches",
    ]

    private static let spokenTargets: KeyValuePairs<String, String> = [
        "mi": "miles", "km": "kilometres", "m": "metres", "ft": "feet", "cm": "centimetres", "yd": "yards",
        "in": "inches", "nmi": "nautical miles", "lb": "pounds",
    ]

    static let unitConvert = DemoTool(
        "unit_convert", family: Family.numbers,
        """
        Converts a value between units of length, mass, volume, area, speed, temperature, energy or pressure. Both \
        units must measure the same kind of thing.
        """,
        inputs: [
            .number("value", -1e12...1e12, "Value in the first unit.").values(
                12, 42.195, 5, 180, 72, 3.5, 250, 1000, 26.2, 0.75),
            .choice("from_unit", MeasureUnit.all.map(\.symbol), "Unit of the value.").said(spokenUnits),
            .choice("to_unit", MeasureUnit.all.map(\.symbol), "Unit to convert to.").said(spokenTargets),
        ],
        outputs: [
            .number("result", -1e30...1e30, "Value in the second unit, to six significant digits."),
            .text("unit", "The second unit."),
        ],
        wording: Wording(
            openings: ["I am following instructions from another country.", "I want to label a drawing properly."],
            asks: [
                "How many {to_unit} are {value} {from_unit}?", "What is {value} {from_unit} in {to_unit}?",
                "If something measures {value} {from_unit}, how much is that in {to_unit}?",
            ],
            answers: [
                "{value} {from_unit} are {out.result|number} {to_unit}.",
                "That is {out.result|number} {to_unit}.",
                "It comes to {out.result|number} {to_unit}.",
            ])
    ) { (arguments) throws(Refusal) in
        let value = try arguments.number("value")
        let (from, to) = (try unit("from_unit", arguments), try unit("to_unit", arguments))
        guard from.dimension == to.dimension else {
            throw .impossible(
                "\(from.symbol) measures \(from.dimension.rawValue), \(to.symbol) measures \(to.dimension.rawValue).",
                next: "Give two units of the same kind.")
        }
        guard from != to else {
            throw .impossible("Both units are \(from.symbol).", next: "Give two different units.")
        }
        guard from.dimension == .temperature || value >= 0 else {
            throw .impossible("There is no negative \(from.dimension.rawValue).", next: "Give a value from 0 up.")
        }
        return ["result": .decimal(significant(from.converted(value, to: to))), "unit": .string(to.symbol)]
    }

    private static func unit(_ name: String, _ arguments: Arguments) throws(Refusal) -> MeasureUnit {
        guard let unit = MeasureUnit.bySymbol[try arguments.text(name)] else {
            throw .badArgument(name: name, expected: "a known unit")
        }
        return unit
    }

    private static func significant(_ value: Double) -> Double {
        guard value != 0, value.isFinite else { return 0 }
        let scale = pow(10, 5 - log10(abs(value)).rounded(.down))
        return scale.isFinite ? (value * scale).rounded() / scale : value
    }

    static let numberFacts = DemoTool(
        "number_facts", family: Family.numbers,
        "Tells whether a whole number is prime, and gives its prime factors, its number of divisors and its binary "
            + "form.",
        inputs: [
            .whole("number", 2...1_000_000_000_000, "Whole number from 2 up.").values(
                97, 360, 1001, 2027, 7919, 65_537, 1729, 5040, 999_983, 123_456, 8128, 104_729)
        ],
        outputs: [
            .truth("is_prime", "Whether it is prime."),
            Field("prime_factors", .list(of: .whole(2...1_000_000_000_000), count: 1...40), "In ascending order."),
            .whole("divisor_count", 2...10_000, "How many numbers divide it, 1 and itself included."),
            .text("binary", "The number in base two."),
            .text("kind", "In words: prime number, or composite number."),
        ],
        wording: Wording(
            openings: [
                "I am inventing number riddles.", "My son asked me something about numbers that I cannot answer.",
            ],
            asks: [
                "Is {number|number} a prime number, and what are its prime factors?",
                "What are the prime factors of {number|number}?",
                "How does {number|number} break down into primes, and how many divisors does it have?",
            ],
            answers: [
                "{number|number} is a {out.kind} with {out.divisor_count} divisors; its prime factors: "
                    + "{out.prime_factors|list}.",
                "Its prime factors are {out.prime_factors|list}; it is a {out.kind} with {out.divisor_count} divisors.",
                "It is a {out.kind}. The prime factors are {out.prime_factors|list} and the divisors number "
                    + "{out.divisor_count}.",
            ])
    ) { (arguments) throws(Refusal) in
        let number = try arguments.whole("number")
        let factors = primeFactors(of: number)
        let powers = Dictionary(grouping: factors, by: \.self).values.map(\.count)
        return [
            "is_prime": .bool(factors.count == 1), "prime_factors": .array(factors.map(JSON.whole)),
            "divisor_count": .whole(powers.reduce(1) { $0 * ($1 + 1) }), "binary": .string(String(number, radix: 2)),
            "kind": .string(factors.count == 1 ? "prime number" : "composite number"),
        ]
    }

    /// Trial division: at most a million steps for the numbers allowed.
    static func primeFactors(of number: Int) -> [Int] {
        var (rest, divisor) = (number, 2)
        var factors: [Int] = []
        while divisor * divisor <= rest {
            if rest.isMultiple(of: divisor) {
                factors.append(divisor)
                rest /= divisor
            } else {
                divisor += divisor == 2 ? 1 : 2
            }
        }
        return factors + (rest > 1 ? [rest] : [])
    }

    static let romanNumeral = DemoTool(
        "roman_numeral", family: Family.numbers,
        "Writes a whole number from 1 to 3999 as a Roman numeral.",
        inputs: [
            .whole("number", 1...3999, "Number to write, such as a year.").means(.releaseYear)
        ],
        outputs: [
            .text("numeral", "The Roman numeral, in capitals."), .whole("letters", 1...15, "How many letters it has."),
        ],
        wording: Wording(
            openings: ["I am making a poster for {@number}.", "I am designing a title page in an old style."],
            asks: [
                "How is the year of {@number} written in Roman numerals?",
                "What does the year of {@number} look like in Roman numerals?",
                "Which Roman numeral stands for the year in which {@number} came out?",
            ],
            answers: [
                "It is written {out.numeral}.", "In Roman numerals it is {out.numeral}.",
                "The numeral is {out.numeral}, with {out.letters} letters.",
            ])
    ) { (arguments) throws(Refusal) in
        let numeral = roman(try arguments.whole("number"))
        return ["numeral": .string(numeral), "letters": .whole(numeral.utf8.count)]
    }

    static func roman(_ number: Int) -> String {
        let signs: KeyValuePairs = [
            1000: "M", 900: "CM", 500: "D", 400: "CD", 100: "C", 90: "XC", 50: "L", 40: "XL", 10: "X", 9: "IX", 5: "V",
            4: "IV", 1: "I",
        ]
        var rest = number
        return signs.reduce(into: "") { text, sign in
            text += String(repeating: sign.value, count: rest / sign.key)
            rest %= sign.key
        }
    }

    static let summaryStatistics = DemoTool(
        "summary_statistics", family: Family.numbers,
        "Computes count, mean, median, smallest, largest and sample standard deviation of a list of numbers.",
        inputs: [
            Field("numbers", .list(of: .number(-1e12...1e12), count: 2...1000), "At least two numbers.").values(
                [12, 15, 11, 18, 14, 15, 13], [3.2, 4.8, 4.1, 3.9, 5], [72, 68, 81, 77, 90, 66], [120, 95, 143, 110],
                [7, 7, 8, 9, 12, 14, 21], [19.5, 21, 18.2, 22.4, 20.1], [402, 388, 415, 397, 420, 391],
                [1, 2, 3, 5, 8, 13, 21, 34])
        ],
        outputs: [
            .whole("count", 2...1000, "How many numbers."), .number("mean", -1e12...1e12, "Arithmetic mean."),
            .number("median", -1e12...1e12, "Middle value."), .number("minimum", -1e12...1e12, "Smallest value."),
            .number("maximum", -1e12...1e12, "Largest value."),
            .number("standard_deviation", 0...1e13, "Sample standard deviation (n − 1)."),
        ],
        wording: Wording(
            openings: ["I wrote down a few measurements.", "Our sports club keeps a list of results."],
            asks: [
                "What are the mean and the median of {numbers|list}?",
                "How much do the values {numbers|list} scatter around their mean?",
                "Which average and which standard deviation do {numbers|list} have?",
            ],
            answers: [
                "The mean of the {out.count} values is {out.mean|number}, the median {out.median|number} and the "
                    + "standard "
                    + "deviation {out.standard_deviation|number}.",
                "They lie between {out.minimum|number} and {out.maximum|number}, with a mean of {out.mean|number}, a "
                    + "median "
                    + "of {out.median|number} and a standard deviation of {out.standard_deviation|number}.",
                "The average is {out.mean|number} and the median {out.median|number}; the values scatter with a "
                    + "standard "
                    + "deviation of {out.standard_deviation|number}.",
            ])
    ) { (arguments) throws(Refusal) in
        let numbers = (arguments["numbers"]?.array ?? []).compactMap(\.double).sorted()
        guard let first = numbers.first, let last = numbers.last, numbers.count > 1 else {
            throw .badArgument(name: "numbers", expected: "at least two numbers")
        }
        let mean = numbers.reduce(0, +) / Double(numbers.count)
        let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let middle = numbers.count / 2
        let median = numbers.count.isMultiple(of: 2) ? (numbers[middle - 1] + numbers[middle]) / 2 : numbers[middle]
        return [
            "count": .whole(numbers.count), "mean": .decimal(mean, places: 4), "median": .decimal(median, places: 4),
            "minimum": .decimal(first), "maximum": .decimal(last),
            "standard_deviation": .decimal((squares / Double(numbers.count - 1)).squareRoot(), places: 4),
        ]
    }
}
