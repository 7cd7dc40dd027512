import Engine
import Review
import Testing

@Suite("Samples that are too like each other")
struct LikenessIndexTests {
    private func id(_ index: Int) -> SampleID { SampleID(run: RunID(ContentHash(of: "run")), index: index) }

    private func calls(_ city: JSON) -> [ToolCall] { [ToolCall(tool: "weather", arguments: ["city": city])] }

    @Test func `a query with other case, accents and politeness has the same sketch`() {
        #expect(QuerySketch("Zürich: wie warm ist es dort?") == QuerySketch("please, ZURICH, wie warm ist es dort"))
    }

    @Test func `the estimate comes near the share of common shingles`() {
        let words = (0..<400).map { "word\($0)" }
        // 398 and 298 runs of three words, of which all of the shorter text's are common.
        let (all, most) = (words.joined(separator: " "), words.prefix(300).joined(separator: " "))

        let estimate = QuerySketch(all).similarity(to: QuerySketch(most))

        #expect(abs(estimate - 298.0 / 398) < 0.1)
    }

    @Test func `queries under three words are compared by their characters`() {
        #expect(QuerySketch("Weather Oslo") == QuerySketch("weather, oslo?"))
        #expect(QuerySketch("Weather Oslo").similarity(to: QuerySketch("Weather Rome")) < 0.7)
        #expect(QuerySketch("?!").isEmpty)
    }

    @Test func `near duplicates share a band`() {
        let (one, other) = (
            QuerySketch("How high is Elbrus, and what is near it?"),
            QuerySketch("how high is elbrus and what is near it")
        )

        #expect(one.bands.count == 16)
        #expect(one.bands == other.bands)
    }

    @Test func `the first earlier sample that asks the same is told`() {
        var index = LikenessIndex()
        let query = "What is the weather in Oslo on 3 May?"

        #expect(index.add(id(1), query: query, calls: []) == nil)
        #expect(index.add(id(2), query: "Who wrote Emma, and when was it printed?", calls: []) == nil)
        #expect(index.add(id(3), query: query.uppercased(), calls: [])?.other == id(1))
        #expect(index.add(id(4), query: query, calls: []) == .init(other: id(1), kind: .query(similarity: 1)))
    }

    @Test func `equal calls are told before the query`() {
        var index = LikenessIndex()

        #expect(index.add(id(1), query: "How warm is it in Graz?", calls: calls("Graz")) == nil)
        #expect(
            index.add(id(2), query: "Wie warm ist es in Graz?", calls: calls("Graz"))
                == .init(other: id(1), kind: .calls))
        #expect(index.add(id(3), query: "And in the city of Vienna?", calls: calls("Vienna")) == nil)
    }

    @Test func `samples without words and calls are like no other`() {
        var index = LikenessIndex()

        #expect(index.add(id(1), query: "", calls: []) == nil)
        #expect(index.add(id(2), query: "", calls: []) == nil)
    }

    @Test func `a finding names the other sample and pre-fills the reason`() {
        let match = LikenessIndex.Match(other: id(7), kind: .query(similarity: 0.914))

        let finding = Finding.duplicate(match)

        #expect(finding.evidence == "asks nearly what s-00007 asks: 91 % alike")
        #expect(finding.reason == .duplicate)
    }

    @Test func `a finding of equal calls says so, whatever the queries, by the name the reader knows`() {
        let finding = Finding.duplicate(of: "s-00012", .calls)

        #expect(finding.evidence == "the same calls as s-00012")
        #expect(finding.severity == .error)
    }

    @Test func `likeness is passed on in a cluster`() {
        var clusters = LikenessClusters()
        clusters.add(id(1), query: "What is the weather in Oslo on 3 May?", calls: calls("Oslo"))
        clusters.add(id(2), query: "Who wrote Emma, and when was it printed?", calls: [])
        clusters.add(id(3), query: "How warm does it get in Norway's capital?", calls: calls("Oslo"))
        clusters.add(id(4), query: "how warm does it get in norway's capital", calls: [])

        #expect([1, 2, 3, 4].map { clusters.cluster(of: id($0)) } == [0, 1, 0, 0])
        #expect(clusters.cluster(of: id(9)) == nil)
    }

    @Test func `a sample takes about three hundred bytes`() {
        var index = LikenessIndex()
        for number in 0..<3000 {
            _ = index.add(id(number), query: "Question \(number) about \(number * 31) and \(number * 17)", calls: [])
        }

        #expect(index.memoryPerSample > 0)
        #expect(index.memoryPerSample <= 400)
    }

    @Test func `a thousand equal queries are one cluster, and cost no more than a bounded number of comparisons`() {
        var clusters = LikenessClusters()
        for number in 0..<1000 { clusters.add(id(number), query: "What is the weather in Oslo?", calls: []) }

        #expect(Set((0..<1000).map { clusters.cluster(of: id($0)) }) == [0])
    }

    @Test func `the labelled pairs are told apart`() throws {
        let pairs = try LabelledPairs(lines: try labelledLines("duplicate"))

        let (found, missed, falseAlarms) = pairs.measure

        let precision = Double(found.count) / Double(found.count + falseAlarms.count)
        let recall = Double(found.count) / Double(found.count + missed.count)
        print("duplicate: \(pairs.pairs.count) pairs, precision \(precision), recall \(recall)")
        #expect(pairs.pairs.count >= 40)
        #expect(precision >= 0.9, "\(falseAlarms)")
        #expect(recall >= 0.9, "\(missed)")
    }
}
