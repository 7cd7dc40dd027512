import Engine
import Explorer
import Review

/// A sample with everything worth looking at: two chains, a failed trial, a no-op, an empty output, a value from
/// nowhere, and a query with wide characters.
enum ExampleSample {
    static let run = RunID(ContentHash(of: "example run"))

    static func id(_ index: Int = 1) -> SampleID { SampleID(run: run, index: index) }

    static func tool(_ name: String, _ family: String, inputs: [String], more: String = "") -> Tool {
        let properties = inputs.map { JSON.Object.Member(key: $0, value: [:]) }
        return Tool(
            name: ToolName(name), description: "Does what \(name) says." + more,
            inputSchema: ["type": "object", "properties": .object(JSON.Object(properties))], family: family)
    }

    static let library = [
        tool("city_lookup", "places", inputs: ["name"]),
        tool("sun_times", "astronomy", inputs: ["latitude", "longitude", "date"]),
        tool("currency_convert", "money", inputs: ["amount", "from", "to"]),
        // What the response says of the way is said here, so that no check minds it.
        tool("hotel_search", "travel", inputs: ["city_id", "max_price"], more: " A six-minute walk from the centre."),
        tool("book_search", "books", inputs: ["title"]),
    ]

    static let city: JSON = ["id": 1_850_147, "name": "東京", "latitude": 35.68, "longitude": 139.69]

    static let events: [RunEvent] = [.began(planner: "offline", plan: .demo(seed: 123))] + all.flatMap(\.events)

    static let completed: [RunEvent] = events + [.finished(.completed(finalDraft))]

    static let finalDraft = Synthesis(
        query: "I am in 東京 on 2027-05-17 and have 600 USD. When does the sun set, and which hotels suit me?",
        response: "The sun sets at 18:41. Hotel Sakura is 92 a night, a six-minute walk from the centre.")

    private static let all = [
        GrownIteration(
            number: 1,
            trials: [
                .succeeded(
                    1, "Find the city called 東京.", [("city_lookup", ["name": "東京"], city)], "One city was found."),
                .succeeded(2, "Find a book.", [("book_search", ["title": "Kokoro"], ["year": 1914])], "One book."),
                .failed(3, "Convert to yen.", ("currency_convert", ["amount": 1], "amount needs from and to")),
            ],
            ending: .selected(1, .newChain, "A city is where a trip begins; the book has nothing to do with it."),
            draft: Synthesis(query: "Where is 東京?", response: "At 35.68, 139.69.")),
        GrownIteration(
            number: 2,
            trials: [
                .succeeded(
                    1, "Tell when the sun sets there on 17 May 2027.",
                    [
                        (
                            "sun_times", ["latitude": 35.68, "longitude": 139.69, "date": "2027-05-17"],
                            ["sunset": "18:41"]
                        )
                    ], "Sunset is known."),
                .succeeded(
                    2, "Find another book.", [("book_search", ["title": "Botchan"], ["year": 1906])], "One book."),
            ],
            ending: .selected(1, .append(Chain.ID(1)), "It uses the coordinates of step 1."),
            draft: Synthesis(
                query: "I am in 東京 on 2027-05-17. When does the sun set?", response: "The sun sets at 18:41.")),
        GrownIteration(
            number: 3,
            trials: [
                .failed(1, "Convert to yen.", ("currency_convert", ["amount": 600], "from is missing")),
                .failed(2, "Find hotels.", ("hotel_search", [:], "city_id is missing")),
                .failed(3, "Find a book.", ("book_search", [:], "title is missing")),
            ],
            ending: .stalled(.everyTrialFailed),
            draft: Synthesis(
                query: "I am in 東京 on 2027-05-17. When does the sun set?", response: "The sun sets at 18:41.")),
        GrownIteration(
            number: 4,
            trials: [
                .succeeded(
                    1, "Convert the budget.",
                    [("currency_convert", ["amount": 600, "from": "USD", "to": "JPY"], [:])], "The rate was returned.")
            ],
            ending: .selected(1, .newChain, "Money is independent of the place, so a new chain."),
            draft: Synthesis(
                query: "I am in 東京 on 2027-05-17 and have 600 USD. When does the sun set?",
                response: "The sun sets at 18:41.")),
        GrownIteration(
            number: 5,
            trials: [
                .succeeded(
                    1, "Find hotels in the city.",
                    [
                        (
                            "hotel_search", ["city_id": 1_850_147, "max_price": 180],
                            ["name": "Hotel Sakura", "price": 92]
                        )
                    ],
                    "One hotel was found."),
                .succeeded(2, "Find a book.", [("book_search", ["title": "Sanshiro"], ["year": 1908])], "One book."),
                .failed(3, "Convert to pounds.", ("currency_convert", ["amount": 600], "from is missing")),
            ],
            ending: .selected(1, .append(Chain.ID(1)), "Somebody who asks about the evening also needs a bed."),
            note: "stay with the trip", draft: finalDraft),
    ]

    static func reviewed(
        _ events: [RunEvent] = completed, index: Int = 1, decisions: [Decision] = [], library: [Tool] = library
    ) -> ReviewedSample {
        ReviewedSample(
            id: id(index), seed: 123, state: RunState(events), review: ReviewState(decisions), library: library)
    }
}

/// An iteration as the events that make it.
private struct GrownIteration {
    enum Ending {
        case selected(Int, Placement, String)
        case stalled(NoOpCause)
    }

    typealias Call = (tool: String, arguments: JSON, output: JSON)

    struct GrownTrial {
        let proposal: Proposal
        let attempts: [Trial.Attempt]
        let ending: Trial.Ending

        static func succeeded(_ number: Int, _ instruction: String, _ calls: [Call], _ report: String) -> GrownTrial {
            GrownTrial(
                proposal: Proposal(
                    id: Proposal.ID(number), instruction: instruction, tools: calls.map { ToolName($0.tool) }),
                attempts: calls.map { call in
                    Trial.Attempt(
                        call: ToolCall(tool: ToolName(call.tool), arguments: call.arguments),
                        result: ToolResult(.returned(RecordedOutput(call.output)), origin: .demo))
                },
                ending: .succeeded(report: report))
        }

        static func failed(
            _ number: Int, _ instruction: String, _ call: (tool: String, arguments: JSON, problem: String)
        ) -> GrownTrial {
            let attempt = Trial.Attempt(
                call: ToolCall(tool: ToolName(call.tool), arguments: call.arguments),
                result: ToolResult(.failed(RecordedOutput(["error": .string(call.problem)])), origin: .demo))
            return GrownTrial(
                proposal: Proposal(id: Proposal.ID(number), instruction: instruction, tools: [ToolName(call.tool)]),
                attempts: [attempt, attempt], ending: .failed(reason: call.problem))
        }
    }

    let number: Int
    let trials: [GrownTrial]
    let ending: Ending
    var note: String?
    let draft: Synthesis

    /// Steps are numbered over the whole example: one each for the iterations that grew.
    private static let stepNumbers = [1: 1, 2: 2, 4: 3, 5: 4]
    private static let chains = [1: 1, 2: 1, 4: 2, 5: 1]

    var events: [RunEvent] {
        let began: [RunEvent] =
            [.iterationBegan(number)] + (note.map { [.steered(Steering(note: $0), at: .proposing)] } ?? [])
        let tried = trials.flatMap { trial in
            trial.attempts.map { RunEvent.attempted(trial.proposal.id, $0) } + [.tried(trial.proposal.id, trial.ending)]
        }
        let proposals = Proposals(reason: "These tools go together.", all: trials.map(\.proposal))
        return began + [.sampled(ExampleSample.library.map(\.name)), .proposed(proposals)] + tried + ended
            + [.drafted(draft)]
    }

    private var ended: [RunEvent] {
        switch ending {
        case .stalled(let cause): [.iterationEnded(number, .stalled(cause))]
        case .selected(let choice, let place, let reason):
            [
                .selected(.chosen(Proposal.ID(choice), place: place, reason: reason)),
                .iterationEnded(number, .grew(growth(choice, opensChain: place == .newChain))),
            ]
        }
    }

    private func growth(_ choice: Int, opensChain: Bool) -> Growth {
        let steps = trials[choice - 1].attempts.compactMap { attempt -> Step? in
            guard let output = attempt.outcome.output, let step = Self.stepNumbers[number] else { return nil }
            return Step(
                number: step, call: attempt.call, output: output, origin: .demo, iteration: number,
                proposal: Proposal.ID(choice))
        }
        return Growth(chain: Chain.ID(Self.chains[number] ?? 1), opensChain: opensChain, steps: steps)
    }
}
