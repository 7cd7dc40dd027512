import DatasetFormats
import Engine
import Review
import TestSupport
import Testing

@Suite("Rows that lack a value")
struct MissingParameterRowTests {
    @Test(
        arguments: [
            ("How warm is it near Oslo now?", "city", "Oslo", "How warm is it near a certain city now?", "city"),
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
        let rows = try (1...60).compactMap { try missing(query, input, value, seed: $0) }

        #expect(rows.count == (expected == nil ? 0 : 60))
        if let expected { #expect(rows.contains { $0.query == expected }, "\(Set(rows.map(\.query)))") }
        #expect(rows.allSatisfy { $0.callCount == 0 })
        if let asked { #expect(rows.allSatisfy { $0.response.contains(asked) }, "\(Set(rows.map(\.response)))") }
    }

    @Test(
        arguments: [
            ("How far may I walk in Oslo?", "city", "Oslo"), ("Who won in 2027?", "year", 2027),
            ("Who plays at 19:30 there?", "time", "19:30"), ("What is on 17 May 2027 there?", "date", "2027-05-17"),
            ("At 40 pages a day, when am I done?", "pages", 40),
            ("Which cities lie within 150 km of it?", "radius", 150),
        ] as [(String, String, JSON)])
    func `are worded in many ways, by the seed`(query: String, input: String, value: JSON) throws {
        let rows = try (1...200).compactMap { try missing(query, input, value, seed: $0) }

        #expect(rows.count == 200)
        #expect(Set(rows.map(\.query)).count >= 8)
        #expect(Set(rows.map(\.response)).count >= 8)
        #expect(try missing(query, input, value, seed: 3)?.response == rows[2].response)
    }

    @Test(
        arguments: [
            ("How warm is it in Oslo?", "city", "Oslo", "How warm is it?"),
            ("When does the sun set in Oslo, and why?", "city", "Oslo", nil),
            ("When does the sun set in Oslo? I wonder.", "city", "Oslo", "When does the sun set? I wonder."),
            ("What is the weather on 17 May 2027?", "date", "2027-05-17", "What is the weather?"),
            ("Who lives in Oslo?", "city", "Oslo", nil),
        ] as [(String, String, JSON, String?)])
    func `say nothing of the value where a sentence is left without it`(
        query: String, input: String, value: JSON, expected: String?
    ) throws {
        let row = try #require(try missing(query, input, value))

        #expect((row.query == expected) == (expected != nil), "\(row.query)")
    }

    @Test func `ask in the words that the tool has for its input`() throws {
        let city: JSON = ["type": "string", "description": "Town or city to look at, such as Rome (in English)."]
        let tool = Tool.example(
            "weather", "Tells.", family: "sky", takes: ["place_name": city], required: ["place_name"])
        let sample = SampleBuilder(query: "How far may I walk in Oslo?", response: "Far.").tool(tool)
            .step("weather", ["place_name": "Oslo"], gives: "4").sample

        let responses = try (UInt64(1)...60).flatMap { seed in
            try RowExport(of: [sample]) {
                $0.missingParameters = .all
                $0.seed = seed
            }.rows("missing-parameter").map(\.response)
        }

        #expect(responses.contains { $0.contains("the town or city to look at") })
        #expect(!responses.contains { $0.contains("Rome") || $0.contains("place_name") || $0.contains("Oslo") })
    }

    @Test(
        arguments: [
            ["What is to see in Rome, and how far may I walk in Oslo?", "museum"],
            ["In Rome, what is to see there? And is it far to Oslo from there?", "museum"],
            ["How far may I walk in Oslo, and what is the news?", "news"],
        ])
    func `are not made where something can be done without the value`(query: [String]) throws {
        let museum = Tool.example(
            "museum", "Tells.", family: "art", takes: ["city": ["type": "string"]], required: ["city"])
        let sample = builder(query[0]).tool(museum)
            .step("weather", ["city": "Oslo"], gives: #"{"station":"NO-4711"}"#)
            .step(ToolName(query[1]), query[1] == "museum" ? ["city": "Rome"] : [:], gives: "4", chain: 2).sample

        let export = try ExportFormatName.trl.files(
            for: [sample], options: ExportOptions(datasetName: "Rows", missingParameters: .all))

        #expect(try export.rows.map(\.kind) == ["calls"])
        #expect(
            try export.manifest["counts"]?["rowsNotMade"]
                == ["no missing-parameter row: asks for more than one thing": 1])
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

    @Test func `are made of the one question that needs the value, where it can stand alone`() throws {
        let museum = Tool.example(
            "museum", "Tells.", family: "art", takes: ["city": ["type": "string"]], required: ["city"])
        let sample = builder("I am going to Rome. What is to see in Rome? How far may I walk in Oslo?").tool(museum)
            .step("museum", ["city": "Rome"], gives: "[]").step("weather", ["city": "Oslo"], gives: "4", chain: 2)
            .sample

        let row = try #require(
            try RowExport(of: [sample]) { $0.missingParameters = .all }.rows("missing-parameter").first)

        #expect(row.query.hasPrefix("How far may I walk in ") && row.query.hasSuffix("?"))
        #expect(!row.query.contains("Oslo"))
    }

    @Test func `lack the value that all calls depend on`() throws {
        let walk = Tool.example(
            "walk", "Tells.", family: "feet", takes: ["station": ["type": "string"], "time": ["type": "string"]],
            required: ["station", "time"])
        let sample = builder("Until when may I walk at 07:30 in Oslo?").tool(walk)
            .step("weather", ["city": "Oslo"], gives: #"{"station":"NO-4711"}"#)
            .step("walk", ["station": "NO-4711", "time": "07:30"], gives: "4").sample

        let row = try #require(
            try RowExport(of: [sample]) { $0.missingParameters = .all }.rows("missing-parameter").first)

        #expect(row.query.hasPrefix("Until when may I walk at 07:30 in ") && !row.query.contains("Oslo"))
        #expect(row.tools == ["weather", "walk"])
    }

    private func missing(
        _ query: String, _ input: String, _ value: JSON, seed: UInt64 = 0
    ) throws -> RowExport.Row? {
        let tool = Tool.example(
            "service", "Serves.", family: "all",
            takes: .init([.init(key: input, value: ["type": .string(value.typeName)])]),
            required: [input])
        let arguments = JSON.object(JSON.Object([.init(key: input, value: value)]))
        let sample = SampleBuilder(query: query, response: "Well.").tool(tool)
            .step("service", arguments, gives: "{}").sample
        return try RowExport(of: [sample]) {
            $0.missingParameters = .all
            $0.seed = seed
        }.rows("missing-parameter").first
    }

    private func builder(_ query: String) -> SampleBuilder {
        SampleBuilder(query: query, response: "Well.").tool(
            .example("weather", "Tells.", family: "sky", takes: ["city": ["type": "string"]], required: ["city"]))
    }
}
