import DatasetFormats
import Engine
import Foundation
import Review
import TestSupport
import Testing

@Suite("Rows for xLAM")
struct XLAMFormatTests {
    private let tool = Tool(
        name: "hotel.find", description: "Finds hotels.",
        inputSchema: [
            "type": "object", "required": ["city"],
            "properties": [
                "city": ["type": "string", "description": "Where."],
                "stars": ["type": "array", "items": ["type": "integer"]],
                "unit": ["enum": ["m", "km"], "default": "m", "description": "Of lengths."],
                "filter": ["type": ["null", "object"]], "more": [:],
            ],
        ])

    @Test func `holds flat tools and all calls as text`() throws {
        let sample = SampleBuilder(query: "Hotels « é »?", response: "Two.").tool(tool)
            .step("hotel.find", ["city": "Rome", "stars": [4, 5]], gives: "[]")
            .step("hotel.find", ["city": "Oslo"], gives: "[]", chain: 2).sample

        let row = try rows(of: sample)[0]

        #expect(row.object?.keys == ["id", "query", "tools", "answers"])
        #expect(row["query"] == "Hotels « é »?")
        #expect(row["id"]?.int != nil)
        #expect(
            row["tools"]?.string == #"[{"name":"hotel_find","description":"Finds hotels.","parameters":{"#
                + #""city":{"description":"Where.","type":"str"},"stars":{"description":"","type":"List[int], optional"},"#
                + #""unit":{"description":"Of lengths. One of: \"m\", \"km\".","type":"str, optional","default":"m"},"#
                + #""filter":{"description":"","type":"dict, optional"},"more":{"description":"","type":"any, optional"}}}]"#
        )
        #expect(
            row["answers"]?.string == #"[{"name":"hotel_find","arguments":{"city":"Rome","stars":[4,5]}},"#
                + #"{"name":"hotel_find","arguments":{"city":"Oslo"}}]"#)
    }

    @Test func `has no answers where nothing is to be called`() throws {
        let sample = SampleBuilder(query: "Hotels?", response: "Two.").tool(tool)
            .step("hotel.find", ["city": "Rome"], gives: "[]").sampled("red", "blue", "green").sample

        let rows = try rows(of: sample) { $0.irrelevance = .all }

        try #require(rows.count == 2)
        #expect(rows[1]["answers"] == "[]")
        #expect(rows[0]["id"] != rows[1]["id"])
    }

    private func rows(
        of sample: ReviewedSample, _ change: (inout ExportOptions) -> Void = { _ in }
    ) throws -> [JSON] {
        var options = ExportOptions(datasetName: "Hotels", split: 1)
        change(&options)
        let export = try ExportFormatName.xlam.files(for: [sample], options: options)
        let file = try #require(export.files.first { $0.path == "train.jsonl" })
        return try file.bytes.split(separator: 0x0A).map { try JSON(parsing: Data($0)) }
    }
}
