import DatasetFormats
import Engine
import Review
import TestSupport
import Testing

@Suite("Sizes of rows")
struct RowSizeTests {
    @Test func `a row above the limit is left out, with its size`() throws {
        let export = try RowExport(of: [small, large]) { $0.maxTokens = 400 }

        #expect(export.rows.map(\.sample) == ["s-00001"])
        #expect(export.reasons.count == 1)
        #expect(export.reasons.allSatisfy { $0.hasPrefix("Its row has ") && $0.contains("more than 400; allow") })
    }

    @Test func `long outputs are cut from the longest on, and say how much is gone`() throws {
        let export = try RowExport(of: [large]) {
            $0.maxTokens = 400
            $0.oversize = .cutOutputs
        }

        let outputs = try #require(export.rows.first).outputs
        #expect(outputs[1] == "short")
        #expect(outputs[0].hasPrefix("word word"))
        let whole = Self.long.count
        let mark = try #require(outputs[0].range(of: "… [cut: "))
        let kept = outputs[0].distance(from: outputs[0].startIndex, to: mark.lowerBound)
        #expect(outputs[0].hasSuffix("… [cut: \(whole - kept) of \(whole) characters]"))
        #expect(kept > 100)
    }

    @Test func `no more is cut than needed`() throws {
        let lengths = try [400, 600, 800, 100_000].map { limit in
            try #require(
                try RowExport(of: [large]) {
                    $0.maxTokens = limit
                    $0.oversize = .cutOutputs
                }.rows.first
            ).outputs[0].count
        }

        #expect(lengths == lengths.sorted() && Set(lengths).count == 4)
        #expect(lengths[3] == Self.long.count)
    }

    @Test func `a row that no cut makes small enough is left out`() throws {
        let export = try RowExport(of: [small, large]) {
            $0.maxTokens = 120
            $0.oversize = .cutOutputs
        }

        #expect(export.rows.map(\.sample) == ["s-00001"])
        #expect(export.reasons.count == 1)
        #expect(export.reasons.allSatisfy { $0.hasSuffix("use too much of its outputs to cut them; allow more.") })
    }

    private static let long = String(repeating: "word ", count: 1_000)

    private let small = SampleBuilder(query: "Where?", response: "There.").step("find", [:], gives: "x").sample
    private let large = SampleBuilder(
        query: "Which way?", response: "North. " + String(repeating: "Really ", count: 43), index: 2
    )
    .step("list", [:], gives: long).step("way", [:], gives: "short").sample
}
