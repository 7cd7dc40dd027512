import DatasetFormats
import Engine
import Review
import TestSupport
import Testing

@Suite("Cut outputs")
struct CutOutputTests {
    @Test func `keep what a later call uses, and stay JSON`() throws {
        let sample = SampleBuilder(query: "Which way?", response: "Upwards.")
            .step("list", [:], gives: #"{"text":"\#(Self.long)","id":"NO-4711","rest":"\#(Self.long)"}"#)
            .step("way", ["id": "NO-4711"], gives: Self.long).sample

        let outputs = try #require(try cut([sample], to: 500).rows.first).outputs

        let first = try JSON(parsing: outputs[0])
        #expect(first["id"] == "NO-4711")
        #expect(first["text"]?.string?.contains("… [cut: ") == true)
        #expect(outputs[1].contains("… [cut: "))
    }

    @Test func `keep every value that the response says, with its neighbours in the same item`() throws {
        let output = Self.items.compactText
        let sample = SampleBuilder(
            query: "Which is the highest?", response: "Galtvik, at 2,469.5 m, found on 3 May 1821."
        )
        .step("list", [:], gives: output).sample

        let row = try #require(try cut([sample], to: 300).rows.first)

        let items = try #require(try JSON(parsing: row.outputs[0])["items"]?.array)
        #expect(items.contains { $0["name"] == "Galtvik" && $0["height"] == 2469.5 && $0["found"] == "1821-05-03" })
        #expect(items.count < 40)
        #expect(items.last?.string?.hasPrefix("… [cut: ") == true)
        #expect(items.last?.string?.hasSuffix(" of 60 items]") == true)
    }

    @Test func `keep how many there are where the response says so`() throws {
        let sample = SampleBuilder(query: "How many are there?", response: "There are 60 of them.")
            .step("list", [:], gives: Self.items.compactText).sample

        let row = try #require(try cut([sample], to: 150).rows.first)

        let items = try #require(try JSON(parsing: row.outputs[0])["items"]?.array)
        #expect(items.count < 10)
        #expect(items.last?.string?.hasSuffix(" of 60 items]") == true)
    }

    @Test func `keep the sentence of a text that the response took something from`() throws {
        let text = Self.long + ". The keeper is Ragnhild Bø. " + Self.long
        let sample = SampleBuilder(query: "Who keeps it?", response: "Ragnhild Bø does.")
            .step("read", [:], gives: text).sample

        let row = try #require(try cut([sample], to: 200).rows.first)

        #expect(row.outputs[0].contains("… The keeper is Ragnhild Bø. "))
        #expect(row.outputs[0].count < 1_000)
    }

    @Test func `are not made where the response says what only all of an output shows`() throws {
        let prices = JSON.array((1...200).map { ["price": .number(JSON.Number($0 * 37 + 4))] })
        let total = (1...200).reduce(0) { $0 + $1 * 37 + 4 }
        let sample = SampleBuilder(query: "What does all of it cost?", response: "It costs \(total) in all.")
            .step("list", [:], gives: prices.compactText).sample
        let other = SampleBuilder(query: "Where?", response: "There.", index: 2).step("find", [:], gives: "x").sample

        let whole = try cut([sample, other], to: 100_000)
        let export = try cut([sample, other], to: 150)

        #expect(whole.reasons.isEmpty)
        #expect(export.rows.map(\.sample) == ["s-00002"])
        #expect(export.reasons.count == 1)
    }

    @Test func `are made of very long outputs too where the response says something of its own`() throws {
        let text = String(repeating: Self.long, count: 60)
        let sample = SampleBuilder(query: "What does it cost?", response: "It costs 37444 kroner.")
            .step("read", [:], gives: text).sample

        let row = try #require(try cut([sample], to: 300).rows.first)

        #expect(row.outputs[0].utf8.count < 5_000)
    }

    @Test func `are not made however much the response says of its own beside it`() throws {
        let prices = JSON.array((1...200).map { ["price": .number(JSON.Number($0 * 37 + 4))] })
        let total = (1...200).reduce(0) { $0 + $1 * 37 + 4 }
        let own = (1...13).map { "\(91_357_246 + $0 * 1_000_003)" }.joined(separator: ", ")
        let samples = [
            SampleBuilder(query: "What does all of it cost?", response: "It says \(own), and \(total) in all."),
            SampleBuilder(query: "What does it say?", response: "It says \(own).", index: 2),
        ].map { $0.step("list", [:], gives: prices.compactText).sample }

        let export = try cut(samples, to: 500)

        #expect(export.rows.map(\.sample) == ["s-00002"])
        #expect(export.reasons.count == 1)
    }

    @Test func `are counted`() throws {
        let sample = SampleBuilder(query: "Who?", response: "Nobody.").step("read", [:], gives: Self.long).sample

        let counts = try trlExport(of: [sample]) {
            $0.maxTokens = 200
            $0.oversize = .cutOutputs
        }.manifest["counts"]

        #expect(counts?["cutRows"] == 1)
    }

    private static let long = String(repeating: "word ", count: 1_000)

    private static let items: JSON = [
        "items": .array(
            (1...60).map { number in
                number == 37
                    ? ["name": "Galtvik", "height": 2469.5, "found": "1821-05-03", "kind": "hill"]
                    : [
                        "name": .string("Fell \(number)"), "height": .number(JSON.Number(number)),
                        "found": .string("18\(number + 20)-11-07"), "kind": "hill",
                    ]
            })
    ]

    private func cut(_ samples: [ReviewedSample], to limit: Int) throws -> RowExport {
        try RowExport(of: samples) {
            $0.maxTokens = limit
            $0.oversize = .cutOutputs
        }
    }
}
