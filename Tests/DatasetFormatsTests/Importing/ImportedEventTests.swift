import DatasetFormats
import Engine
import Testing

@Suite("Events of imported samples")
struct ImportedEventTests {
    private let id = SampleID(run: RunID(ContentHash(of: "import")), index: 4)

    @Test func `begin, bring the workflow, and end completed`() throws {
        let sample = try imported(
            row([asksWeather, calling(call("weather")), result("4"), answersCold].joined(separator: ",")))

        let events = sample.events(at: Timestamp(microseconds: 12), as: id)

        #expect(events.map(\.number) == [1, 2, 3])
        #expect(events.allSatisfy { $0.sample == id && $0.time == Timestamp(microseconds: 12) })
        #expect(
            events.map(\.event) == [
                .began(planner: "imported", plan: sample.plan), .imported(from: "trl", sample.content.workflow),
                .finished(.completed(Synthesis(query: "Weather in Oslo?", response: "Cold."))),
            ])
    }

    @Test func `fold into a finished sample without iterations`() throws {
        let sample = try imported(row(asksWeather + "," + calling(call("weather"))))

        let state = RunState(sample.events(at: Timestamp(microseconds: 0), as: id).map(\.event))

        #expect(state.importedFrom == "trl")
        #expect(state.phase == .finished)
        #expect(state.iterations.isEmpty)
        #expect(state.workflow == sample.content.workflow)
        #expect(state.synthesis == Synthesis(query: "Weather in Oslo?", response: ""))
    }

    @Test(
        "take the plan from the file's name, as far as it tells one",
        arguments: [
            ("a/seed=123__iter=3__num_apis=5.json", 123, 3, 5),
            ("example_seed=9__iter=10__num_apis=50__sample=2.json", 9, 10, 50),
            ("rows.json", 0, 0, 0), ("seed=99999999999999999999__iter=1__num_apis=1.json", 0, 0, 0),
            ("seed=__iter=__num_apis=.json", 0, 0, 0),
        ] as [(String, UInt64, Int, Int)])
    func takeThePlan(name: String, seed: UInt64, iterations: Int, batch: Int) throws {
        let text = #"{"query":"Q?","api_use_chains":{},"response":"R."}"#

        let sample = try #require(try ImportReader(.toolgrad, file: name).read(line: Array(text.utf8), number: 1))

        #expect(sample.plan.seed == seed)
        #expect(sample.plan.iterations == iterations)
        #expect(sample.plan.batch == batch)
        #expect(sample.seed == (iterations == 0 ? nil : seed))
    }
}
