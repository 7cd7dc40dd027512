import Testing

@testable import Engine
@testable import OfflinePlanner

@Suite("Telling a workflow")
struct StoryTests {
    private let easter = Tool(
        name: "easter", description: "",
        inputSchema: ["type": "object", "properties": ["year": ["type": "integer"]], "required": ["year"]],
        wording: Wording(
            part: .waypoint, inputMeanings: ["year": "year"], outputMeanings: ["date": "date"],
            subject: "Easter Sunday {year}", again: "that day", asks: ["When is Easter in {year}?"],
            answers: ["Easter Sunday {year} falls on {out.date|date}."]))
    private let sun = Tool(
        name: "sun", description: "",
        inputSchema: [
            "type": "object", "properties": ["place": ["type": "string"], "date": ["type": "string"]],
            "required": ["place", "date"],
        ],
        wording: Wording(
            inputMeanings: ["place": "place.name", "date": "date"], openings: ["We are off to {place} soon."],
            asks: ["When does the sun set {place|in} {@date|on}?"],
            answers: ["The sun sets {place|in} at {out.sunset} {@date|on}."]))
    private let route = Tool(
        name: "route", description: "",
        inputSchema: ["type": "object", "properties": ["to": ["type": "string"]], "required": ["to"]],
        wording: Wording(
            asks: ["How far is {to}?"], answers: ["{to} is {out.km} km away."],
            doubts: [
                .init(
                    about: "km", asks: ["Is {to} less than {guess} km away?"],
                    confirmed: ["Yes, {to} is {out.km} km away."],
                    refuted: ["No, {to} is {out.km} km away."])
            ]))

    private func step(_ number: Int, _ tool: Tool, _ arguments: JSON, gives output: JSON) -> Step {
        Step(
            number: number, call: ToolCall(tool: tool.name, arguments: arguments), output: RecordedOutput(output),
            origin: .demo, iteration: number, proposal: Proposal.ID(1))
    }

    private func told(_ steps: [Step], seed: UInt64) throws -> Synthesis {
        let workflow = Workflow(chains: [Chain(id: Chain.ID(1), steps: steps)])
        let library = Dictionary(uniqueKeysWithValues: [easter, sun, route].map { ($0.name, $0) })
        let random = SeededGenerator(for: .synthesising, seed: seed, sample: 1, iteration: 0)
        return try OfflineSynthesizer().synthesize(
            SynthesisRequest(workflow: workflow, library: library, random: random, models: .unused))
    }

    private var evening: [Step] {
        [
            step(1, easter, ["year": 2029], gives: ["date": "2029-04-01"]),
            step(2, sun, ["place": "Lisbon", "date": "2029-04-01"], gives: ["sunset": "19:58"]),
        ]
    }

    @Test func `a waypoint is asked for, or only named on the way; it is told in either case`() throws {
        let texts = try (1...40).map { try told(evening, seed: $0) }

        let asked = texts.filter { $0.query.contains("When is Easter in 2029") }
        let named = texts.filter { $0.query.hasSuffix("on Easter Sunday 2029?") }
        #expect(asked.count + named.count == 40)
        #expect(!asked.isEmpty && !named.isEmpty)
        #expect(asked.allSatisfy { $0.query.hasSuffix("that day?") }, "\(asked.map(\.query))")
        #expect(
            texts.allSatisfy {
                $0.response == "Easter Sunday 2029 falls on 1 April 2029. The sun sets in Lisbon at 19:58 that day."
            })
    }

    @Test func `a reason for asking goes before the first question, not always`() throws {
        let queries = try (1...40).map { try told(evening, seed: $0).query }

        let reasons = queries.filter { $0.hasPrefix("We are off to Lisbon soon.") }
        #expect(!reasons.isEmpty && reasons.count < 40)
        #expect(reasons.allSatisfy { $0.contains("there") }, "\(reasons)")
    }

    @Test func `a doubt is asked and answered with the same number`() throws {
        let steps = [step(1, route, ["to": "Seville"], gives: ["km": 382])]

        let texts = try (1...60).map { try told(steps, seed: $0) }

        let pairs = Set(texts.map { "\($0.query) \($0.response)" })
        #expect(
            pairs == [
                "How far is Seville? Seville is 382 km away.",
                "Is Seville less than 350 km away? No, Seville is 382 km away.",
                "Is Seville less than 400 km away? Yes, Seville is 382 km away.",
            ])
    }

    @Test(arguments: [0.3, 0.35, 0.6, 0.7, 0.95, 1.2, 1.4, 1.9, 5, 9.5, 10, 99, 100, 382, 1628, 40_075, 23_000_000])
    func `a guess is a round number on either side, never the number itself`(value: Double) {
        let (low, high) = (value.roundNumber(above: false), value.roundNumber(above: true))

        #expect(low > 0)
        #expect(low < value && value < high)
        #expect(high < value * 2 && low > value / 3)
        #expect("\(low)".count <= 10 && "\(high)".count <= 10, "\(low) \(high)")
    }

    @Test func `nobody guesses at a small count, or more than there can be`() throws {
        let moon = Tool(
            name: route.name, description: "", inputSchema: route.inputSchema,
            outputSchema: ["properties": ["km": ["type": "integer", "maximum": 100]]], wording: route.wording)

        let few = try (1...30).map { try told([step(1, route, ["to": "Seville"], gives: ["km": 3])], seed: $0).query }
        let library = [moon.name: moon]
        let most = try (1...60).map { seed in
            try OfflineSynthesizer().synthesize(
                SynthesisRequest(
                    workflow: Workflow(chains: [
                        Chain(id: Chain.ID(1), steps: [step(1, moon, ["to": "Seville"], gives: ["km": 100])])
                    ]), library: library,
                    random: SeededGenerator(for: .synthesising, seed: seed, sample: 1, iteration: 0), models: .unused)
            ).query
        }

        #expect(Set(few) == ["How far is Seville?"])
        #expect(Set(most) == ["How far is Seville?", "Is Seville less than 90 km away?"])
    }

    @Test func `a value that naming would leave unsaid is asked for`() throws {
        let festival = Tool(
            name: "festival", description: "", inputSchema: easter.inputSchema,
            wording: Wording(
                part: .waypoint, inputMeanings: ["year": "year"], outputMeanings: ["date": "date"],
                subject: "the festival", again: "that day", asks: ["When is the festival of {year}?"],
                answers: ["It is on {out.date|date}."]))
        let library = Dictionary(uniqueKeysWithValues: [festival, sun].map { ($0.name, $0) })
        let steps = [step(1, festival, ["year": 2029], gives: ["date": "2029-04-01"]), evening[1]]

        for seed in 1...20 {
            let query = try OfflineSynthesizer().synthesize(
                SynthesisRequest(
                    workflow: Workflow(chains: [Chain(id: Chain.ID(1), steps: steps)]), library: library,
                    random: SeededGenerator(for: .synthesising, seed: UInt64(seed), sample: 1, iteration: 0),
                    models: .unused)
            ).query
            #expect(query.contains("When is the festival of 2029"), "\(query)")
        }
    }
}

@Suite("Occasions")
struct OccasionTests {
    private func tool(_ name: ToolName, _ occasions: String...) -> Tool {
        Tool(name: name, description: "", inputSchema: ["type": "object"], wording: Wording(occasions: occasions))
    }

    @Test func `tools meet where they have an occasion in common`() {
        let trip = Occasions(of: [tool("a", "trip", "meeting"), tool("b", "trip")])

        #expect(trip.meet(Occasions(of: [tool("c", "trip", "quiz")])))
        #expect(!trip.meet(Occasions(of: [tool("d", "meeting")])))
        #expect(!Occasions(of: [tool("a", "trip"), tool("d", "lab")]).haveCommon)
    }

    @Test func `a tool without occasions suits every one`() {
        #expect(Occasions(of: [tool("a", "trip")]).meet(Occasions(of: [tool("any")])))
        #expect(Occasions(of: [Tool]()).haveCommon)
    }
}
