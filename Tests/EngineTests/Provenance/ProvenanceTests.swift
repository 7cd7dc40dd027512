import Engine
import Testing

@Suite("Where an argument comes from")
struct ProvenanceTests {
    private let weather = Tool(
        name: "weather_daily", description: "Weather.",
        inputSchema: [
            "type": "object",
            "properties": [
                "city_id": ["type": "string"], "days": ["type": "integer", "default": 3],
                "unit": ["type": "string", "enum": ["km", "mi"]], "date": ["type": "string"],
                "latitude": ["type": "number"], "name": ["type": "string"], "amount": ["type": "number"],
            ],
        ],
        wording: Wording(
            inputMeanings: ["latitude": "place.latitude"], sayings: ["unit": ["mi": "miles"]]))
    private let lookup = Tool(
        name: "city_lookup", description: "City.", inputSchema: [:],
        wording: Wording(outputMeanings: ["lat": "place.latitude", "items[].id": "city.id"]))

    private func source(of arguments: JSON, query: String?, outputs: JSON...) -> ArgumentSource? {
        let sources = outputs.enumerated().map { index, output in
            Provenance.Output(step: index + 1, tool: lookup, output: RecordedOutput(output))
        }
        return Provenance(query: query, outputs: sources)
            .trace(ToolCall(tool: weather.name, arguments: arguments), of: weather).first?.source
    }

    @Test(
        arguments: [
            ("I'm in Lisbon now", ["name": "Lisbon"], 7, 13),
            ("visiting MÁLAGA soon", ["name": "Malaga"], 9, 15),
            ("about 1,234.50 kroner", ["amount": 1234.5], 6, 14),
            ("we are two people", ["amount": 2], 7, 10),
            ("on 17 May 2027, please", ["date": "2027-05-17"], 3, 14),
            ("on May 17, 2027", ["date": "2027-05-17"], 3, 15),
            ("how far in miles?", ["unit": "mi"], 11, 16),
            ("天気は東京でどう", ["name": "東京"], 3, 5),
            ("at -3.5 degrees", ["amount": -3.5], 3, 7),
        ] as [(String, JSON, Int, Int)])
    func `the query says it`(query: String, arguments: JSON, from: Int, to: Int) {
        #expect(source(of: arguments, query: query) == .query(from: from, to: to))
    }

    @Test(
        arguments: [
            ("I like Romeo", ["name": "Rome"]), ("it costs 12.50", ["amount": 2.5]), ("in 2027", ["amount": 20]),
            ("on 17 May 2026", ["date": "2027-05-17"]),
        ] as [(String, JSON)])
    func `a part of a word or number is no source`(query: String, arguments: JSON) {
        #expect(source(of: arguments, query: query) == ArgumentSource.none)
    }

    @Test func `the first output that has it is where it comes from`() {
        let path = JSONPath([.key("id")])

        let found = source(of: ["city_id": "PT-LIS"], query: "q", outputs: ["id": "PT-LIS"], ["id": "PT-LIS"])

        #expect(found == .output(step: 1, path: path))
    }

    @Test func `an output that only repeats what it was asked is no source`() {
        let echo = Provenance.Output(
            step: 1, tool: lookup, arguments: ["date": "2027-05-17"],
            output: RecordedOutput(["date": "2027-05-17", "sunset": "22:07"]))

        let traces = Provenance(query: nil, outputs: [echo]).trace(
            ToolCall(tool: weather.name, arguments: ["date": "2027-05-17"]), of: weather)

        #expect(traces.map(\.source) == [.open])
    }

    @Test func `numbers are equal by value, however they are written`() {
        let output: JSON = .object(JSON.Object([.init(key: "lat", value: .number(JSON.Number(38)))]))

        #expect(
            source(of: ["latitude": 38.0], query: "q", outputs: output)
                == .output(step: 1, path: JSONPath([.key("lat")])))
    }

    @Test func `a common small value counts only where names or meanings agree`() {
        #expect(source(of: ["amount": 3], query: "q", outputs: ["count": 3]) == ArgumentSource.none)
        #expect(
            source(of: ["amount": 3], query: "q", outputs: ["amount": 3])
                == .output(step: 1, path: JSONPath([.key("amount")])))
        #expect(
            source(of: ["latitude": 3], query: "q", outputs: ["lat": 3])
                == .output(step: 1, path: JSONPath([.key("lat")])))
    }

    @Test func `the place whose meaning agrees wins over an equal value elsewhere`() {
        let output: JSON = ["altitude": 51.25, "lat": 51.25]

        #expect(
            source(of: ["latitude": 51.25], query: "q", outputs: output)
                == .output(step: 1, path: JSONPath([.key("lat")])))
    }

    @Test func `defaults, documentation, open and unknown are told apart`() {
        #expect(source(of: ["days": 3], query: "q") == .schemaDefault)
        #expect(source(of: ["unit": "km"], query: "q") == .documentation)
        #expect(source(of: ["name": "Oslo"], query: nil) == .open)
        #expect(source(of: ["name": "Oslo"], query: "q") == ArgumentSource.none)
        #expect(source(of: ["name": true], query: "q") == .unknown)
    }

    @Test func `every leaf of nested arguments is traced`() {
        let call = ToolCall(tool: "t", arguments: ["stops": [["city": "Oslo"], ["city": "Rome"]], "n": 7])

        let traces = Provenance(query: "Oslo then Rome", outputs: []).trace(call, of: nil)

        #expect(traces.map(\.path.description) == ["stops[0].city", "stops[1].city", "n"])
        #expect(traces.map(\.source) == [.query(from: 0, to: 4), .query(from: 10, to: 14), .none])
    }

    @Test func `an output that is not JSON is no source and no fault`() {
        let broken = Provenance.Output(step: 1, tool: nil, output: RecordedOutput("not json: Oslo"))

        let traces = Provenance(query: "q", outputs: [broken]).trace(
            ToolCall(tool: "t", arguments: ["name": "Oslo"]), of: nil)

        #expect(traces.map(\.source) == [.none])
    }
}
