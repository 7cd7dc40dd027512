import Engine
import Testing

@testable import DemoTools

@Suite("Money of the demo library")
struct MoneyToolTests {
    /// Payments from the standard annuity tables: 200,000 over 30 years at 6 % is 1,199.10 a month.
    @Test(arguments: [
        (200_000.0, 6.0, 30, "1199.10", "231676.38"), (10_000.0, 5.0, 5, "188.71", "1322.74"),
        (12_000.0, 0.0, 2, "500.00", "0.00"),
    ])
    func `pays loans back`(amount: Double, rate: Double, years: Int, monthly: String, interest: String) throws {
        let loan = try output(
            of: "loan_payment",
            ["amount": .decimal(amount), "annual_rate_percent": .decimal(rate), "years": .whole(years)])

        #expect(loan["monthly_payment"]?.number?.text == monthly)
        #expect(loan["total_interest"]?.number?.text == interest)
        #expect(loan["payments"] == .whole(years * 12))
    }

    @Test func `lets savings grow`() throws {
        let savings = try output(
            of: "savings_growth",
            ["initial_amount": 1000, "monthly_deposit": 100, "annual_rate_percent": 12, "years": 1])

        // 1000 × 1.01^12 + 100 × (1.01^12 − 1) / 0.01
        #expect(savings["final_balance"]?.number?.text == "2395.08")
        #expect(savings["paid_in"]?.number?.text == "2200.00")
    }

    @Test func `keeps savings without interest as they are`() throws {
        let savings = try output(
            of: "savings_growth",
            ["initial_amount": 0, "monthly_deposit": 50, "annual_rate_percent": 0, "years": 2])

        #expect(savings["final_balance"]?.number?.text == "1200.00")
        #expect(savings["interest"]?.number?.text == "0.00")
    }

    @Test func `splits bills, never short of a cent`() throws {
        let split = try output(of: "tip_split", ["bill": 100, "tip_percent": 10, "people": 3])

        #expect(split["tip"]?.number?.text == "10.00")
        #expect(split["per_person"]?.number?.text == "36.67")
    }

    @Test(arguments: [(0.005, "0.01"), (-1.5, "-1.50"), (1_234_567.891, "1234567.89"), (0, "0.00"), (-0.001, "0.00")])
    func `writes amounts with two places`(value: Double, text: String) {
        #expect(JSON.money(value).number?.text == text)
    }
}

@Suite("Books and films of the demo library")
struct WorkToolTests {
    @Test func `lead from a title to a film and its people`() throws {
        let found = try output(of: "book_search", ["title": "do androids dream"])
        let book = try #require(found["items"]?[0]?["id"])
        let films = try output(of: "book_films", ["book_id": book])
        let film = try #require(films["items"]?[0]?["id"])

        let people = try output(of: "film_people", ["film_id": film])
        let others = try output(of: "person_films", ["person": people["director"] ?? nil])

        #expect(people["director"] == "Ridley Scott")
        #expect(others["items"]?.array?.compactMap { $0["title"]?.string }.prefix(2) == ["Alien", "Blade Runner"])
    }

    @Test func `find an exact title alone`() throws {
        let exact = try output(of: "film_search", ["title": "blade runner"])["items"]?.array
        let loose = try output(of: "film_search", ["title": "blade run"])["items"]?.array

        #expect(exact?.count == 1)
        #expect(loose?.count == 2)
    }

    @Test(arguments: ["The Clockmaker's Orchard", "", "!?"])
    func `give an empty list for a title that is not known`(title: String) throws {
        #expect(try output(of: "book_search", ["title": .string(title)]) == ["items": []])
        #expect(try output(of: "film_search", ["title": .string(title)]) == ["items": []])
    }

    @Test func `list what else an author wrote, the oldest first`() throws {
        let dispossessed = try output(of: "book_search", ["title": "The Dispossessed"])["items"]?[0]?["id"] ?? nil

        let others = try output(of: "related_books", ["book_id": dispossessed])

        #expect(
            others["items"]?.array?.compactMap { $0["title"]?.string }
                == ["A Wizard of Earthsea", "The Left Hand of Darkness"])
    }

    @Test func `fail for an id that nobody has`() throws {
        #expect(
            try failure(of: "book_details", ["book_id": "b999"]) == "There is no book id called \"b999\" in the data.")
        #expect(try failure(of: "film_details", ["film_id": "b01"]).contains("film id"))
    }

    @Test func `point from books only to films that exist`() {
        #expect(Book.all.count >= 60 && Film.all.count >= 60)
        for id in Book.all.compactMap(\.film) {
            #expect(throws: Never.self) { try Film.withID(id) }
        }
    }

    @Test func `say both parts of somebody who directed and acted`() throws {
        let films = try output(of: "person_films", ["person": "Charles Chaplin"])["items"]

        #expect(films?[0]?["part"] == "directed and acted")
    }

    @Test func `take days to read`() throws {
        #expect(try output(of: "reading_time", ["pages": 610, "pages_per_day": 30]) == ["days": 21, "hours": 15.3])
    }
}

@Suite("Numbers of the demo library")
struct NumberToolTests {
    /// By definition of the units.
    @Test(arguments: [
        ("mi", "km", 26.2, 42.1648), ("°F", "°C", 212.0, 100.0), ("°C", "°F", -40.0, -40.0),
        ("lb", "kg", 1.0, 0.453592),
        ("kWh", "kJ", 1.0, 3600.0), ("gal", "l", 10.0, 37.8541), ("acre", "ha", 1.0, 0.404686),
        ("kn", "km/h", 10.0, 18.52),
        ("K", "°C", 0.0, -273.15),
    ])
    func `converts units`(from: String, to: String, value: Double, expected: Double) throws {
        let converted = try output(
            of: "unit_convert", ["value": .decimal(value), "conversion": .string("\(from) to \(to)")])

        #expect(converted["result"]?.double == expected)
    }

    @Test(arguments: ["km to lb", "km to km", "km", "", "to", "km to "])
    func `rejects units that do not go together`(conversion: String) {
        let call = ToolCall(tool: "unit_convert", arguments: ["value": 3, "conversion": .string(conversion)])

        #expect(DemoTools().run(call).outcome.isRejection)
    }

    @Test(arguments: [("K to °C", -1.0, "Nothing is colder"), ("km to mi", -3, "There is no negative length")])
    func `refuses values that nothing has`(conversion: String, value: Double, reason: String) throws {
        let said = try failure(
            of: "unit_convert", ["value": .decimal(value), "conversion": .string(conversion)])

        #expect(said.hasPrefix(reason))
    }

    @Test func `says units in words and results in three digits`() throws {
        let said = try output(of: "unit_convert", ["value": 12, "conversion": "oz to g"])

        // One avoirdupois ounce is 28.349523125 g by definition.
        #expect(said == ["result": 340.194, "rounded": 340, "from_unit": "ounces", "to_unit": "grams"])
    }

    @Test(arguments: [
        (360, [2, 2, 2, 3, 3, 5], 24), (97, [97], 2), (1729, [7, 13, 19], 8), (999_999_000_001, [999_999_000_001], 2),
    ])
    func `factors numbers`(number: Int, factors: [Int], divisors: Int) throws {
        let facts = try output(of: "number_facts", ["number": .whole(number)])

        #expect(facts["prime_factors"]?.array?.compactMap(\.int) == factors)
        #expect(facts["divisor_count"] == .whole(divisors))
        #expect(facts["is_prime"] == .bool(factors.count == 1))
    }

    @Test(arguments: [
        (1999, "MCMXCIX"), (2027, "MMXXVII"), (944, "CMXLIV"), (3999, "MMMCMXCIX"), (1, "I"), (49, "XLIX"),
    ])
    func `writes Roman numerals`(number: Int, numeral: String) throws {
        #expect(try output(of: "roman_numeral", ["number": .whole(number)])["numeral"] == .string(numeral))
    }

    @Test func `sums up lists`() throws {
        let summary = try output(of: "summary_statistics", ["numbers": [2, 4, 4, 4, 5, 5, 7, 9]])

        #expect(
            summary == [
                "count": 8, "mean": 5, "median": 4.5, "minimum": 2, "maximum": 9, "standard_deviation": 2.14,
            ])
    }
}

@Suite("Colours and words of the demo library")
struct ColorAndTextToolTests {
    @Test(arguments: [
        ("dodger blue", "#1E90FF", "210°, 100 %, 56 %"), ("Slate Grey", "#708090", "210°, 13 %, 50 %"),
        ("black", "#000000", "0°, 0 %, 0 %"), ("magenta", "#FF00FF", "300°, 100 %, 50 %"),
    ])
    func `finds colours`(name: String, hex: String, hsl: String) throws {
        let color = try output(of: "color_lookup", ["name": .string(name)])

        #expect(color["hex"] == .string(hex))
        #expect(color["hsl"] == .string(hsl))
    }

    /// The first two are named in the definition of WCAG 2; #777777 is the well-known near miss.
    @Test(arguments: [
        ("#000000", "#FFFFFF", 21.0, "AAA"), ("#777777", "#FFFFFF", 4.48, "below AA"),
        ("#767676", "#FFFFFF", 4.54, "AA"),
    ])
    func `measures contrast`(text: String, ground: String, ratio: Double, level: String) throws {
        let contrast = try output(
            of: "color_contrast", ["first_color": .string(text), "second_color": .string(ground)])

        #expect(
            contrast == [
                "ratio": .decimal(ratio, places: 2), "level": .string(level), "is_readable": .bool(level != "below AA"),
            ])
    }

    @Test func `refuses what is no colour`() throws {
        let said = try failure(of: "color_contrast", ["first_color": "#12345G", "second_color": "#FFFFFF"])

        #expect(said == "\"#12345G\" is no colour in hexadecimal.")
    }

    @Test func `counts words`() throws {
        let count = try output(of: "text_count", ["text": "Café Müller opens at nine. Please bring your own cup!"])

        #expect(count == ["characters": 53, "letters": 42, "words": 10, "sentences": 2])
    }

    @Test func `sends Morse code`() throws {
        #expect(try output(of: "morse_code", ["text": "SOS 4"]) == ["code": "··· ––– ··· / ····–", "signs": 14])
        #expect(try failure(of: "morse_code", ["text": "Grüße"]).contains("\"Ü\""))
        #expect(try failure(of: "morse_code", ["text": " "]) == "There is nothing to send.")
    }
}
