import Engine
import Review
import TestSupport
import Testing

@testable import toolgrad

@Suite("Figures about the data of a run")
struct DataFiguresTests {
    private func figures(of builders: SampleBuilder...) -> DataFigures {
        let tools = builders.flatMap(\.sample.library)
        var figures = DataFigures(of: Dictionary(tools.map { ($0.name, $0) }) { first, _ in first })
        for builder in builders { figures.add(builder.sample) }
        return figures
    }

    private func weather(asking query: String, index: Int = 1) -> SampleBuilder {
        SampleBuilder(query: query, response: "It is 9 °C.", index: index)
            .step("geo_code", ["name": "Oslo"], gives: #"{"latitude":59.91,"country":"NO"}"#)
            .step("forecast", ["latitude": 59.91, "days": 3], gives: #"{"max":9}"#)
            .step("news", ["topic": "rain"], gives: #"["none"]"#, chain: 2)
    }

    @Test func `steps count as dependent by where their values come from`() {
        let figures = figures(of: weather(asking: "How warm will it be in Oslo for 3 days, and is there rain?"))

        #expect(figures.laterSteps == 2)
        #expect(figures.dependentLaterSteps == 1)
        #expect(figures.dependentSamples == 1)
        #expect(figures.samplesOfTwoSteps == 1)
    }

    @Test func `every value is counted under its source, those from nowhere too`() {
        #expect(
            figures(of: weather(asking: "How warm will it be in Oslo for 3 days, and is there rain?")).sources
                == ["query": 3, "output": 1])
        #expect(
            figures(of: weather(asking: "How warm will it be in Oslo?")).sources == [
                "query": 1, "output": 1, "none": 2,
            ])
    }

    @Test(arguments: [
        ("Call geo_code for Oslo.", 1), ("Use the geo code of Oslo.", 0), ("Is the geocode of Oslo known?", 0),
        ("Where is Oslo?", 0), ("What does the forecast say for Oslo?", 0),
    ])
    func `a query that says a tool's name is counted; what people say anyway is no name`(query: String, count: Int) {
        #expect(figures(of: weather(asking: query)).leakingQueries == count)
    }

    @Test func `samples with equal calls or an equal normalised query are alike`() {
        let other = SampleBuilder(query: "how warm will it be in OSLO", response: "9.", index: 3)
            .step("forecast", ["latitude": 1], gives: "{}")
        let apart = SampleBuilder(query: "Is it warm?", response: "9.", index: 4)
            .step("forecast", ["latitude": 2], gives: "{}")

        let figures = figures(
            of: weather(asking: "How warm will it be in Oslo?"), weather(asking: "Will Oslo be warm?", index: 2), other,
            apart)

        #expect(figures.alike == 2)
    }

    @Test func `the commonest beginning is four words long, whatever their case`() throws {
        let figures = figures(
            of: weather(asking: "How warm will it be in Oslo?"), weather(asking: "how warm WILL it rain?", index: 2),
            weather(asking: "Is it warm in Oslo?", index: 3))

        let commonest = try #require(figures.commonestBeginning)
        #expect(commonest.words == "how warm will it")
        #expect(commonest.count == 2)
    }

    @Test func `a sample without a query is left out`() {
        #expect(figures(of: weather(asking: "").ended(.nothingGrown)).samples == 0)
    }
}
