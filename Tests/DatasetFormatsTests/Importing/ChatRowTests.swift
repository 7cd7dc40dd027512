import DatasetFormats
import Engine
import Foundation
import Testing

@Suite("Chat rows, read")
struct ChatRowTests {
    private let weatherTool = #"""
        [{"type":"function","function":{"name":"weather","description":"Weather now.","parameters":{"type":"object","properties":{"city":{"type":"string"}}}}}]
        """#

    @Test func `are a query, calls with their results, tools and a response`() throws {
        let line = row(
            [asksWeather, calling(call("weather", #"{"city":"Oslo"}"#, id: "a")), result("4", id: "a"), answersCold]
                .joined(separator: ","), tools: weatherTool)

        let sample = try imported(line)

        #expect(sample.place.description == "rows.jsonl, line 3")
        #expect(sample.content.query == "Weather in Oslo?")
        #expect(sample.content.response == "Cold.")
        #expect(sample.content.workflow.picture == #"c1: 1 weather{"city":"Oslo"} → 4"#)
        #expect(
            sample.content.tools == [
                Tool(
                    name: "weather", description: "Weather now.",
                    inputSchema: ["type": "object", "properties": ["city": ["type": "string"]]])
            ])
        #expect(sample.content.derivedTools.isEmpty)
        #expect(sample.notes.isEmpty)
    }

    @Test func `may write arguments as an object or as a text, and keep every number as it is written`() throws {
        let object = call("find", #"{"id":12345678901234567890,"max":2.50,"at":1e400}"#)
        let text = call("find", #""{\"id\":12345678901234567890,\"max\":2.50,\"at\":1e400}""#)

        let samples = try [object, text].map { try imported(row(asksWeather + "," + calling($0)), as: .openai) }

        for sample in samples {
            let arguments = sample.content.workflow.step(1)?.call.arguments
            #expect(arguments?.compactText == #"{"id":12345678901234567890,"max":2.50,"at":1e400}"#)
        }
    }

    @Test func `tie results to calls by id, whatever their order`() throws {
        let line = row(
            [
                asksWeather, calling(call("weather", id: "a"), call("news", id: "b")), result("rain", id: "b"),
                result("4", id: "a"),
            ].joined(separator: ","))

        let workflow = try imported(line).content.workflow

        #expect(workflow.picture == "c1: 1 weather{} → 4\nc2: 2 news{} → rain")
    }

    @Test func `tie results without ids to the calls of the last turn, by tool and then by order`() throws {
        let line = row(
            [
                asksWeather, calling(call("weather", #"{"n":1}"#), call("news"), call("weather", #"{"n":2}"#)),
                result("first", name: "weather"), result("second", name: "weather"), result("third"),
            ].joined(separator: ","))

        let steps = try imported(line).content.workflow.steps

        #expect(steps.map { String(decoding: $0.output.bytes, as: UTF8.self) } == ["first", "third", "second"])
    }

    @Test func `say what they lack`() throws {
        let reading = ImportReader(.openai, file: "others.jsonl").read(try ImportFiles.fixture("others.jsonl"))

        try #require(reading.problems.isEmpty && reading.samples.count == 4)
        #expect(reading.emptyLines == 1)
        #expect(reading.samples.map(\.place.line) == [1, 2, 3, 5])
        #expect(
            reading.samples.map(\.notes) == [
                [
                    "System prompt: Be brief.", "The assistant's reasoning was left out.",
                    "Words of the assistant beside its calls were left out: Let me look.",
                    "Columns left out: “source”.",
                ],
                ["It has no calls: the assistant answers at once. It is kept, and exports leave it out."],
                ["Call 1 has no arguments; they are read as {}."],
                [
                    "No results are recorded for these calls: 2.", "It has no response.",
                    "Tool definitions were not given and are made from the arguments: “weather”, “news”.",
                ],
            ])
    }

    @Test func `of other people are read as they mean them`() throws {
        let samples = ImportReader(.openai, file: "others.jsonl").read(try ImportFiles.fixture("others.jsonl")).samples

        try #require(samples.count == 4)
        #expect(samples[0].content.query == "Weather in Oslo?")
        #expect(samples[0].content.workflow.picture == #"c1: 1 weather{"city":"Oslo"} → 4 °C"#)
        #expect(samples[0].content.tools.map(\.description) == ["Weather now."])
        #expect(samples[1].content.workflow.chains.isEmpty)
        #expect(samples[1].content.tools.map(\.inputSchema) == [["type": "object", "properties": [:]]])
        #expect(samples[2].content.workflow.picture == #"c1: 1 cinema{} → {"films":["Solaris"]}"#)
        #expect(
            samples[3].content.workflow.picture == """
                c1: 1 weather{"city":"Oslo"} → 4
                c2: 2 news{"city":"Rome","count":1} →\u{20}
                c3: 3 weather{"city":"Rome","days":2.5} → 19
                """)
        #expect(samples[3].content.response == nil)
    }

    @Test func `without definitions have tools made of all their arguments`() throws {
        let line = row(
            asksWeather + ","
                + calling(
                    call("f", #"{"a":1,"b":"x"}"#), call("f", #"{"a":1.5,"b":null,"c":[]}"#), call("g", #"{"d":{}}"#)))

        let content = try imported(line).content

        #expect(content.derivedTools == ["f", "g"])
        #expect(
            content.tools.map(\.inputSchema) == [
                [
                    "type": "object",
                    "properties": [
                        "a": ["type": "number"], "b": ["type": ["string", "null"]], "c": ["type": "array"],
                    ],
                ],
                ["type": "object", "properties": ["d": ["type": "object"]]],
            ])
    }

    @Test func `have the tools' own names back where an export had to change them`() throws {
        let manifest: JSON = ["toolNames": ["money_convert_1a": "money.convert", "unused": "un used"]]
        let line = row(
            asksWeather + "," + calling(call("money_convert_1a")),
            tools: #"[{"name":"money_convert_1a"},{"name":"other"}]"#)

        let sample = try imported(line, names: ImportReader.names(ofManifest: manifest))

        #expect(sample.content.workflow.step(1)?.call.tool == "money.convert")
        #expect(sample.content.tools.map(\.name) == ["money.convert", "other"])
        #expect(sample.notes.contains("Names were mapped back: “money.convert”."))
    }

    @Test func `count results as simulated unless the user says otherwise`() throws {
        let line = row(asksWeather + "," + calling(call("weather")))

        let unsaid = try imported(line)
        let said = try ImportReader(.trl, file: "rows.jsonl", origin: .live).read(line: Array(line.utf8), number: 1)

        #expect(unsaid.content.workflow.steps.map(\.origin) == [.simulated])
        #expect(said?.content.workflow.steps.map(\.origin) == [.live])
    }

    @Test func `repeat long words cut in notes`() throws {
        let prompt = String(repeating: "x", count: 20_000)

        let sample = try imported(row(#"{"role":"system","content":"\#(prompt)"},"# + asksWeather + "," + answersCold))

        #expect(sample.notes.first == "System prompt: \(prompt.prefix(10_000))… (cut; it has 20000 bytes)")
    }

    @Test func `may end their lines with a carriage return`() throws {
        let line = row(asksWeather + "," + answersCold)

        let reading = ImportReader(.trl, file: "rows.jsonl").read(Data((line + "\r\n\r\n" + line + "\r\n").utf8))

        #expect(reading.samples.map(\.place.line) == [1, 3])
        #expect(reading.problems.isEmpty)
        #expect(reading.emptyLines == 1)
    }
}
