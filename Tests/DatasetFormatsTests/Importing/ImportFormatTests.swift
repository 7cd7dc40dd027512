import DatasetFormats
import Foundation
import Testing

@Suite("Formats of imported files")
struct ImportFormatTests {
    @Test(
        "are told by their content",
        arguments: [
            (row(asksWeather + "," + calling(call("f", #"{"a":1}"#))), ImportFormat.trl),
            (row(asksWeather + "," + calling(call("f", #""{}""#))), .openai),
            (#"{"messages":[],"parallel_tool_calls":true}"#, .openai),
            (row(asksWeather) + "\n" + "not read", .trl), ("\r\n" + row(asksWeather), .trl),
            (#"{"api_use_chains":{}}"#, .toolgrad), ("{\n \"query\": \"Q?\",\n \"api_use_chains\": {}\n}\n", .toolgrad),
            ("", nil), ("{}", nil), ("[]", nil), ("a,b\n1,2", nil), (#"{"conversations":[]}"#, nil),
            (#"{"messages":7}"#, nil),
        ] as [(String, ImportFormat?)])
    func areTold(text: String, format: ImportFormat?) {
        #expect(ImportFormat(detecting: Data(text.utf8)) == format)
    }

    @Test(arguments: ImportFormat.allCases)
    func `say what no file of theirs tells`(format: ImportFormat) {
        #expect(format.losses.count >= 5)
        #expect(format.losses.allSatisfy { $0.hasSuffix(".") })
        #expect(!format.summary.isEmpty)
    }
}

@Suite("Sample files of the acceptance kit, imported")
struct AcceptanceSampleTests {
    private static let chain = #"""
        c1: 1 search_hotels{"city":"Rome","max_price":120.5,"tags":["pets"],"filter":{"stars":4}} → [{"hotel_id":7}], 2 book_hotel{"hotel_id":7,"nights":2} → {"ok":true}
        """#

    @Test(
        "are samples, every one",
        .enabled(if: ImportFiles.isKitThere, "shared/acceptance is not beside this checkout"),
        arguments: [("trl/data/train.jsonl", ImportFormat.trl), ("openai/train.jsonl", .openai)])
    func areSamples(path: String, format: ImportFormat) throws {
        let bytes = try ImportFiles.kit(path)

        let reading = ImportReader(format, file: path).read(bytes)

        #expect(ImportFormat(detecting: bytes) == format)
        #expect(reading.problems.isEmpty)
        try #require(reading.samples.count == 4)
        #expect(reading.samples.map(\.content.workflow.steps.count).sorted() == [0, 1, 2, 2])
        #expect(reading.samples.contains { $0.content.workflow.picture == Self.chain })
        #expect(
            reading.samples.allSatisfy { $0.notes.contains("System prompt: You are a helpful assistant with tools.") })
    }

    @Test(
        "are workflows of the reference's shape",
        .enabled(if: ImportFiles.isKitThere, "shared/acceptance is not beside this checkout"),
        arguments: [("s1", 1, 1), ("p1", 1, 2), ("c1", 1, 2)])
    func areWorkflows(name: String, chains: Int, steps: Int) throws {
        let bytes = try ImportFiles.kit("toolgrad/\(name).json")

        let reading = ImportReader(.toolgrad, file: "\(name).json").read(bytes)

        #expect(ImportFormat(detecting: bytes) == .toolgrad)
        let sample = try #require(reading.samples.first)
        #expect(sample.notes.isEmpty)
        #expect(sample.content.workflow.chains.count == chains)
        #expect(sample.content.workflow.steps.count == steps)
        if name == "c1" { #expect(sample.content.workflow.picture == Self.chain) }
    }
}
