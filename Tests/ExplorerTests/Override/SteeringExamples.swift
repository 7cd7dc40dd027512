import Canvas
import Engine
import Review

@testable import Explorer

/// The example sample as a proposer with planned calls would have grown it, and as a model would.
enum SteeringExamples {
    /// Arguments have types, and a hotel needs its city.
    static let library = ExampleSample.library.map { tool in
        tool.name == "hotel_search"
            ? tool.taking([
                "type": "object", "required": ["city_id"],
                "properties": ["city_id": ["type": "integer"], "max_price": ["type": "integer"]],
            ]) : tool
    }

    /// The finished sample; the calls of its last iteration were planned.
    static let completed = ExampleSample.completed.map(planned)

    /// Until every trial of an iteration has ended, and nothing is selected.
    static func events(untilSelectionOf iteration: Int) -> [RunEvent] {
        var number = 0
        return completed.prefix { event in
            if case .iterationBegan(let begun) = event { number = begun }
            if case .selected = event, number == iteration { return false }
            return true
        }
    }

    /// A branch whose curator wrote a note, left a tool out, and then chose.
    static let branch: ReviewedSample = {
        let shared = completed.prefix { $0 != .iterationBegan(3) }
        let steering = Steering(note: "no more books, please", mutedTools: ["book_search"])
        let parted = RunEvent.branched(
            from: ExampleSample.id(), iteration: 3, steering: steering, inherited: RunState(shared))
        let grown = completed.dropFirst(shared.count).flatMap { event -> [RunEvent] in
            switch event {
            case .iterationBegan(3): [event, .steered(steering, at: .proposing)]
            case lastSelection: [.steered(chosen, at: .selecting), ownSelection]
            case _: [event]
            }
        }
        return ReviewedSample(
            id: SampleID(run: ExampleSample.run, index: 1, branch: [1]), seed: 123, state: RunState([parted] + grown),
            review: ReviewState([]), library: library)
    }()

    private static let chosen = Steering(choice: .proposal(Proposal.ID(1)), place: .append(Chain.ID(1)))

    private static let ownSelection = RunEvent.selected(
        .chosen(Proposal.ID(1), place: .append(Chain.ID(1)), reason: "The curator chose proposal 1."))

    private static let lastSelection = RunEvent.selected(
        .chosen(
            Proposal.ID(1), place: .append(Chain.ID(1)), reason: "Somebody who asks about the evening also needs a bed."
        ))

    /// The hotel of iteration 5: the city is that of step 1.
    static let hotels = PlannedCall(
        tool: "hotel_search",
        arguments: [
            .init(name: "city_id", binding: .step(1, path: JSONPath([.key("id")]))),
            .init(name: "max_price", binding: .literal(180)),
        ])

    private static let books = PlannedCall(
        tool: "book_search", arguments: [.init(name: "title", binding: .literal("Sanshiro"))])

    /// The proposals of iteration 5.
    static let proposals = RunState(completed).iterations.last?.proposals?.all ?? []

    private static func planned(_ event: RunEvent) -> RunEvent {
        guard case .proposed(let proposals) = event else { return event }
        return .proposed(Proposals(reason: proposals.reason, all: proposals.all.map(planned)))
    }

    private static func planned(_ proposal: Proposal) -> Proposal {
        let calls: [String: [PlannedCall]] = ["Find hotels in the city.": [hotels], "Find a book.": [books]]
        return Proposal(
            id: proposal.id, instruction: proposal.instruction, tools: proposal.tools,
            calls: calls[proposal.instruction] ?? [])
    }

    /// The finished sample, with a question to a model in every iteration; the price of some may be unknown.
    static func asking(costs: [Money?]) -> [RunEvent] {
        var number = 0
        return completed.flatMap { event -> [RunEvent] in
            guard case .iterationBegan(let begun) = event else { return [event] }
            number = begun
            return [event] + (0..<number).map { asked(iteration: begun, turn: $0, cost: costs[begun % costs.count]) }
        }
    }

    private static func asked(iteration: Int, turn: Int, cost: Money?) -> RunEvent {
        let slot = ExchangeSlot(sample: ExampleSample.id(1), iteration: iteration, stage: .proposing, turn: turn)
        let request = ModelRequest(model: "m", messages: [.user("Propose.")], maxTokens: 10)
        let completion = Completion(
            text: "{}", usage: TokenUsage(prompt: 1_000, completion: 200), model: "m", body: RecordedOutput("{}"))
        return .asked(
            Exchange(Question(request, in: slot), RecordedExchange(.answered(completion), tries: 1, cost: cost)))
    }
}

extension ExplorerState {
    /// An explorer with one finished sample on the screen, whose calls were planned.
    static func reviewing(
        _ events: [RunEvent] = SteeringExamples.completed, size: Size = .wide, isReadOnly: Bool = false
    ) -> ExplorerState {
        var state = ExplorerState(
            dataset: "trip-tools", reviewer: "zh", planner: "offline", size: size, isReadOnly: isReadOnly)
        _ = state.update(.queueLoaded(.example((1...3).map { .example($0) })))
        state.load(ExampleSample.reviewed(events, library: SteeringExamples.library))
        return state
    }

    /// An explorer whose only sample grows, with all trials of an iteration ended.
    static func selecting(_ iteration: Int = 5, size: Size = .wide) -> ExplorerState {
        .growing(SteeringExamples.events(untilSelectionOf: iteration), size: size)
    }

    /// What the sheet over the screen says.
    var sheet: OverrideSheet? {
        guard case .override(let sheet) = overlay else { return nil }
        return sheet
    }

    /// The end of the wait in which a question hears nothing.
    mutating func wake() { _ = update(.woken(deafness ?? 0)) }
}
