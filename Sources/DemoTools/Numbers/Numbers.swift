import Engine

/// Units, whole numbers and statistics.
enum Numbers {
    static let tools = [unitConvert, numberFacts, romanNumeral, summaryStatistics]

    static let numberFacts = DemoTool(
        "number_facts", family: Family.numbers, occasions: [.school, .quiz],
        "Tells whether a whole number is prime, and gives its prime factors, how many numbers divide it and its "
            + "binary form.",
        inputs: [
            .whole("number", 2...1_000_000_000_000, "Whole number from 2 up.").values(
                97, 360, 1001, 2027, 7919, 65_537, 1729, 5040, 999_983, 123_456, 8128, 104_729, 91, 221, 2310)
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
                "I am inventing number riddles.", "My son asked me something that I cannot answer.",
                "We are playing a game with divisors at the kitchen table.",
                "The raffle ticket in my hand says {number|number}.",
                "Our maths club picks a number every week.",
                "A colleague claims that {number|number} is her favourite number.",
            ],
            asks: [
                "Is {number|number} a prime number?", "What are the prime factors of {number|number}?",
                "How does {number|number} break down into primes?", "Which primes divide {number|number}?",
                "Can {number|number} be divided by anything but 1 and itself?",
                "Does {number|number} have any factors worth knowing?",
            ],
            answers: [
                "[yes out.is_prime: {number|number} is prime, so only 1 and the number itself divide it.]"
                    + "[no out.is_prime: {number|number} is not prime: its prime factors are {out.prime_factors|list}.]",
                "[yes out.is_prime: Nothing but 1 and the number itself divides {number|number}, so it is prime.]"
                    + "[no out.is_prime: The prime factors of {number|number} are {out.prime_factors|list}, and "
                    + "{out.divisor_count|n number} divide it in all.]",
                "[yes out.is_prime: The number {number|number} is prime.]"
                    + "[no out.is_prime: The number {number|number} breaks down into {out.prime_factors|list}, so it is "
                    + "no prime.]",
            ],
            doubts: [
                Wording.Doubt(
                    about: "divisor_count",
                    asks: [
                        "I found fewer than {guess|number} divisors of {number|number}. Can that be right?",
                        "Are there really fewer than {guess|number} numbers that divide {number|number}?",
                    ],
                    confirmed: [
                        "Yes, {number|number} has {out.divisor_count|n divisor}, 1 and itself included.",
                        "Right: {out.divisor_count|n number} divide {number|number}.",
                    ],
                    refuted: [
                        "No, {number|number} has {out.divisor_count|n divisor}, 1 and itself included.",
                        "Some are missing: {out.divisor_count|n number} divide {number|number}.",
                    ])
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
        "roman_numeral", family: Family.numbers, occasions: [.quiz, .school],
        "Writes a whole number from 1 to 3999, such as a year, as a Roman numeral in capitals.",
        inputs: [
            .whole("number", 1...3999, "Number to write, such as a year.").values(
                1066, 1492, 1648, 1789, 1815, 1871, 1903, 1918, 1945, 1969, 1984, 1999, 2026, 2027, 49, 88)
        ],
        outputs: [
            .text("numeral", "The Roman numeral, in capitals."), .whole("letters", 1...15, "How many letters it has."),
        ],
        wording: Wording(
            openings: [
                "I am having a stone cut for our doorway.", "Our quiz night has a round with old-fashioned numbers.",
                "My nephew has just learned what an X and a V stand for.",
                "We print every number on the quiz sheet as the Romans would.",
                "The title slide of my talk should look like an old film credit.",
                "There is a clock with a strange inscription in our town hall.",
            ],
            asks: [
                "How is {number} written in Roman figures?", "What does {number} look like in Roman figures?",
                "Which Roman letters stand for {number}?", "Could you write {number} as the Romans did?",
                "As a string of Roman letters, what is {number}?",
            ],
            answers: [
                "In Roman figures {number} is {out.numeral}.",
                "{number} is written {out.numeral}.",
                "The Romans would have written {number} as {out.numeral}, with {out.letters|n letter}.",
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
}
