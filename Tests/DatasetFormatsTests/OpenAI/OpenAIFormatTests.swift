import DatasetFormats
import Engine
import Review
import TestSupport
import Testing

@Suite("Rows of OpenAI's shape")
struct OpenAIFormatTests {
    @Test func `write a chain as one line, arguments as text and calls without content`() throws {
        let lines = try ChatExamples.lines(of: [ExampleSamples.chain.sample], as: .openai)

        #expect(
            lines == [
                #"{"messages":[{"role":"user","content":"How warm will it be in Oslo?"},"#
                    + #"{"role":"assistant","tool_calls":[{"id":"call_00000001","type":"function","#
                    + #""function":{"name":"geocode","arguments":"{\"name\":\"Oslo\"}"}}]},"#
                    + #"{"role":"tool","tool_call_id":"call_00000001","#
                    + #""content":"{\"latitude\":59.91,\"longitude\":10.75}"},"#
                    + #"{"role":"assistant","tool_calls":[{"id":"call_00000002","type":"function","#
                    + #""function":{"name":"forecast","arguments":"{\"latitude\":59.91,\"longitude\":10.75}"}}]},"#
                    + #"{"role":"tool","tool_call_id":"call_00000002","content":"{\"max\":9.5}"},"#
                    + #"{"role":"assistant","content":"9.5 °C at most."}],"#
                    + #""tools":[{"type":"function","function":{"name":"geocode","description":"Does geocode.","#
                    + #""parameters":{"type":"object","properties":{"name":{"type":"string"}}}}},"#
                    + #"{"type":"function","function":{"name":"forecast","description":"Does forecast.","#
                    + #""parameters":{"type":"object","properties":{"latitude":{"type":"number"},"#
                    + #""longitude":{"type":"number"}}}}}],"parallel_tool_calls":true}"#
            ])
    }

    @Test func `answer every parallel call before the next turn`() throws {
        let messages = try ChatExamples.row(of: ExampleSamples.parallel, as: .openai)["messages"]?.array ?? []

        #expect(
            messages.map { message in
                let calls = message["tool_calls"]?.array?.compactMap { $0["id"]?.string?.last.map(String.init) }
                return message["tool_call_id"]?.string?.last.map { "result \($0)" }
                    ?? calls.map { "calls " + $0.joined() } ?? message["role"]?.string ?? "?"
            } == [
                "user", "calls 12", "result 1", "result 2", "calls 34", "result 3", "result 4", "assistant",
            ])
    }

    @Test func `keep the text of numbers and every byte of texts`() throws {
        let numbers = try ChatExamples.row(of: ExampleSamples.nested, as: .openai)
        let texts = try ChatExamples.lines(of: [ExampleSamples.unicode.sample], as: .openai)

        #expect(
            arguments(in: numbers) == [
                #"{"filter":{"price":[1.0,2.50],"ids":[12345678901234567890]},"exact":true,"#
                    + #""after":null,"tags":[],"scale":1e3}"#
            ])
        #expect(texts.count == 1)
        #expect(texts[0].contains(#""content":"Straße\n\u2028\"東京\"\t\u0001""#))
        #expect(!texts[0].unicodeScalars.contains("\u{2028}"))
        #expect(
            try arguments(in: JSON(parsing: texts[0])).map { Array($0.utf8) } == [
                Array("{\"name\":\"cafe\u{301} \\u0000\"}".utf8)
            ])
    }

    @Test func `rename tools so that the names can be read back`() throws {
        let export = try ChatExamples.export([ExampleSamples.oddNames.sample], as: .openai) { $0.candidates = 3 }

        let row = try #require(
            export.files.first { $0.path == "train.jsonl" }.map { try JSON(parsing: $0.bytes.dropLast()) })
        let names = (row["tools"]?.array ?? []).compactMap { $0["function"]?["name"]?.string }
        #expect(names.map(export.plan.names.original(of:)) == ["money.convert", "money/convert", "fx rates"])
        #expect(
            (row["messages"]?[1]?["tool_calls"]?.array ?? []).map { $0["function"]?["name"]?.string } == [
                names[0], names[1],
            ])
    }

    @Test func `open with the system prompt where there is one`() throws {
        let row = try ChatExamples.row(of: ExampleSamples.chain, as: .openai) { $0.systemPrompt = "Be brief." }

        #expect(row["messages"]?[0] == ["role": "system", "content": "Be brief."])
    }

    @Test func `answer at once where no offered tool helps`() throws {
        let rows = try ChatExamples.rowsWithIrrelevance(as: .openai)

        try #require(rows.count == 2)
        #expect(
            rows[1]["messages"] == [
                ["role": "system", "content": "Be brief."],
                ["role": "user", "content": "How warm will it be in Oslo?"],
                ["role": "assistant", "content": "No tool here tells that."],
            ])
        #expect(rows[1]["tools"]?.array?.count == 1)
        #expect(rows[1]["parallel_tool_calls"] == true)
    }

    @Test func `say nothing of tools where none is offered`() throws {
        let rows = try ChatExamples.rowsWithIrrelevance(as: .openai, offering: [])

        #expect(rows.map { $0.object?.keys } == [["messages", "tools", "parallel_tool_calls"], ["messages"]])
    }

    @Test func `stand in a file for training and one for testing`() throws {
        let samples = [ExampleSamples.chain, ExampleSamples.parallel].map(\.sample)

        let paths = try ChatExamples.export(samples, as: .openai) { $0.split = 0.5 }.files.map(\.path)
        let all = try ChatExamples.export(samples, as: .openai).files.map(\.path)

        #expect(paths.filter { $0.hasSuffix(".jsonl") && !$0.contains("/") }.sorted() == ["test.jsonl", "train.jsonl"])
        #expect(all.filter { !$0.contains("/") } == ["train.jsonl"])
    }

    @Test(arguments: [ExportFormatName.openai, .llamafactory, .hermes])
    func `leave out an argument that would be infinite, and keep a long one`(name: ExportFormatName) throws {
        let samples = ["1e400", "123456789012345678901234567890"].enumerated().map { place, number in
            SampleBuilder(query: "Find it.", response: "Found.", index: place + 2)
                .step("find", ["ids": [ExampleSamples.number(number)]], gives: "{}").sample
        }

        let export = try ChatExamples.export([ExampleSamples.chain.sample] + samples, as: name)
        let lines = try ChatExamples.lines(of: samples.suffix(1), as: name)

        let skipped = try #require(export.files.first { $0.path == "manifest/skipped.jsonl" })
        #expect(String(decoding: skipped.bytes, as: UTF8.self).contains("1e400 is too large"))
        #expect(skipped.bytes.count { $0 == 0x0A } == 1)
        #expect(lines[0].contains("[123456789012345678901234567890]"))
    }

    @Test(arguments: [ExportFormatName.openai, .llamafactory, .hermes])
    func `leave out a tool in use whose schema no loader can read`(name: ExportFormatName) throws {
        let limit = ExampleSamples.number("18446744073709551616")
        let tool = Tool(name: "find", description: "Finds.", inputSchema: ["type": "object", "maxProperties": limit])
        let sample = SampleBuilder(query: "Find it.", response: "Found.", index: 2).tool(tool)
            .step("find", [:], gives: "{}").sample

        let skipped = try ChatExamples.lines(
            of: [ExampleSamples.chain.sample, sample], as: name, in: "manifest/skipped.jsonl")

        #expect(skipped.count == 1)
        #expect(skipped[0].contains("18446744073709551616 is too large"))
    }

    private func arguments(in row: JSON) -> [String] {
        (row["messages"]?.array ?? []).flatMap { $0["tool_calls"]?.array ?? [] }
            .compactMap { $0["function"]?["arguments"]?.string }
    }
}
