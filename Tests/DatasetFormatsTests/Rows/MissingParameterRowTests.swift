import DatasetFormats
import Engine
import Review
import TestSupport
import Testing

@Suite("Rows that lack a value")
struct MissingParameterRowTests {
    @Test(
        arguments: [
            ("How warm is it in Oslo?", "city", "Oslo", "How warm is it in a certain city?", "city"),
            ("Is NBO a large airport?", "iata", "NBO", "Is a certain airport a large airport?", "airport"),
            ("Jane Eyre is on my table.", "book", "Jane Eyre", "A certain book is on my table.", "book"),
            (
                "Read the film? What of Casablanca and others?", "film_title", "Casablanca",
                "Read the film? What of a certain film and others?", "film"
            ),
            ("What is on 17 May 2027 there?", "date", "2027-05-17", "What is on a certain day there?", "day"),
            ("Who plays at 19:30 there?", "time", "19:30", "Who plays at a certain time there?", "time"),
            (
                "Which cities lie within 150 km of it?", "radius", 150,
                "Which cities lie within a certain distance of it?",
                "kilometres"
            ),
            (
                "At 40 pages a day, when am I done?", "pages", 40,
                "At a certain number of pages a day, when am I done?",
                "pages"
            ),
            (
                "What is 30 working days after it?", "days", 30, "What is a certain number of working days after it?",
                "working days"
            ),
            ("Who won in 2027?", "year", 2027, "Who won in a certain year?", "year"),
            ("What does week 13 of it cover?", "week", 13, nil, nil),
            ("Which dates of week 13 are free?", "week", 13, "Which dates of a certain week are free?", "week"),
        ] as [(String, String, JSON, String?, String?)])
    func `stay sentences, and ask for the value`(
        query: String, input: String, value: JSON, expected: String?, asked: String?
    ) throws {
        let row = try missing(query, input, value)

        #expect(row?.query == expected)
        #expect(row?.callCount == expected.map { _ in 0 })
        if let asked { #expect(row?.response.contains(asked) == true, "\(row?.response ?? "")") }
    }

    @Test(arguments: [
        "How is the Oslo weather?", "Is Oslo's mayor in?", "How warm is it in Oslo, Norway?", "Where is (Oslo) now?",
        "Is it far from Oslo to Oslo?", "How warm is it in oslo?", "Is my Oslo trip short?", "Where is “Oslo”?",
    ])
    func `are not made where the sentence would break or the value is said again`(query: String) throws {
        #expect(try missing(query, "city", "Oslo") == nil)
    }

    @Test(arguments: [
        ("Is it 5 o'clock?", 5), ("What do 60-watt lamps need?", 60), ("Who has the last 4 books?", 4),
        ("Is it 1 km away?", 1), ("Are there 12 in it?", 12), ("What is the 3 km run?", 3),
    ])
    func `are not made of a number that counts nothing by itself`(query: String, number: Int) throws {
        #expect(try missing(query, "amount", .number(JSON.Number(number))) == nil)
    }

    @Test func `are not made of a value that is optional, has a default or is one of a few`() throws {
        let schemas: [(JSON, [String])] = [
            (["type": "string"], []), (["type": "string", "default": "Rome"], ["city"]),
            (["type": "string", "enum": ["Oslo", "Rome"]], ["city"]),
        ]

        for (schema, required) in schemas {
            let tool = Tool.example("weather", "Tells.", family: "sky", takes: ["city": schema], required: required)
            let sample = SampleBuilder(query: "How warm is it in Oslo?", response: "Cold.").tool(tool)
                .step("weather", ["city": "Oslo"], gives: "4").sample

            #expect(try RowExport(of: [sample]) { $0.missingParameters = .all }.rows.map(\.kind) == ["calls"])
        }
    }

    @Test func `are not made where another tool would tell the value`() throws {
        let sample = builder("What is at home, and how warm is it in Oslo?")
            .step("home", [:], gives: #"{"city":"Oslo"}"#, chain: 2)
            .step("weather", ["city": "Oslo"], gives: "4").sample

        #expect(try RowExport(of: [sample]) { $0.missingParameters = .all }.rows.map(\.kind) == ["calls"])
    }

    @Test func `are not made of a value that two calls need`() throws {
        let sample = builder("How warm is it in Oslo, and is it wet?")
            .step("weather", ["city": "Oslo"], gives: "4").step("rain", ["city": "Oslo"], gives: "no", chain: 2).sample

        #expect(try RowExport(of: [sample]) { $0.missingParameters = .all }.rows.map(\.kind) == ["calls"])
    }

    @Test func `lack the value that most calls depend on`() throws {
        let rome = Tool.example(
            "museum", "Tells.", family: "art", takes: ["city": ["type": "string"]], required: ["city"])
        let sample = builder("What is to see in Rome, and how far may I walk in Oslo?").tool(rome)
            .step("museum", ["city": "Rome"], gives: #"{"name":"Art"}"#)
            .step("weather", ["city": "Oslo"], gives: #"{"station":"NO-4711"}"#, chain: 2)
            .step("walk", ["station": "NO-4711"], gives: "4", chain: 2).sample

        let row = try #require(
            try RowExport(of: [sample]) { $0.missingParameters = .all }.rows("missing-parameter").first)

        #expect(row.query == "What is to see in Rome, and how far may I walk in a certain city?")
        #expect(row.tools == ["weather", "museum", "walk"])
    }

    private func missing(_ query: String, _ input: String, _ value: JSON) throws -> RowExport.Row? {
        let tool = Tool.example(
            "service", "Serves.", family: "all",
            takes: .init([.init(key: input, value: ["type": .string(value.typeName)])]),
            required: [input])
        let arguments = JSON.object(JSON.Object([.init(key: input, value: value)]))
        let sample = SampleBuilder(query: query, response: "Well.").tool(tool)
            .step("service", arguments, gives: "{}").sample
        return try RowExport(of: [sample]) { $0.missingParameters = .all }.rows("missing-parameter").first
    }

    private func builder(_ query: String) -> SampleBuilder {
        SampleBuilder(query: query, response: "Well.").tool(
            .example("weather", "Tells.", family: "sky", takes: ["city": ["type": "string"]], required: ["city"]))
    }
}
