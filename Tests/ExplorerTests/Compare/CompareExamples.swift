import Canvas
import Engine
import Review

@testable import Explorer

/// The example sample, and branches of it that go their own way from its last iteration on.
enum CompareExamples {
    static let original = ComparedSamples.Member(ExampleSample.reviewed(), name: "s-00001")

    /// Another proposal was chosen at iteration 5: a book instead of hotels.
    static let book = branch(1, steering: Steering(choice: .proposal(Proposal.ID(2))), growth: bookGrowth)

    /// The curator declined there.
    static let declined = branch(2, steering: Steering(choice: .decline, note: "no hotels"), growth: nil)

    static let family = ComparedSamples([original, book, declined])

    static let branchID = SampleID(run: ExampleSample.run, index: 1, branch: [1])

    /// The sample with decisions of its own.
    static func member(_ member: ComparedSamples.Member, deciding actions: Decision.Action...) -> ComparedSamples.Member
    {
        let decisions = actions.enumerated().map { place, action in
            Decision(
                sequence: place + 1, time: .at(12, place), reviewer: "zh", sample: member.id, action: action)
        }
        let sample = member.sample
        return ComparedSamples.Member(
            ReviewedSample(
                id: sample.id, seed: sample.seed, state: sample.state, review: ReviewState(decisions),
                library: sample.library),
            name: member.name)
    }

    private static let bookGrowth = Growth(
        chain: Chain.ID(3), opensChain: true,
        steps: [
            Step(
                number: 4, call: ToolCall(tool: "book_search", arguments: ["title": "Sanshiro"]),
                output: RecordedOutput(["year": 1908]), origin: .demo, iteration: 5, proposal: Proposal.ID(2))
        ])

    private static func branch(_ number: Int, steering: Steering, growth: Growth?) -> ComparedSamples.Member {
        let parent = ExampleSample.reviewed()
        let began = ExampleSample.completed.firstIndex(of: .iterationBegan(5)) ?? 0
        let tried = ExampleSample.completed[began...].prefix { event in
            if case .selected = event { return false }
            return true
        }
        let draft = Synthesis(
            query: "I am in 東京 on 2027-05-17 and have 600 USD. When does the sun set, and when did Sanshiro appear?",
            response: "The sun sets at 18:41. Sanshiro appeared in 1908.")
        let ending: [RunEvent] =
            growth.map {
                [
                    .selected(.chosen(Proposal.ID(2), place: .newChain, reason: "The curator chose it.")),
                    .iterationEnded(5, .grew($0)), .drafted(draft), .finished(.completed(draft)),
                ]
            } ?? [
                .selected(.declined(reason: "The curator declined.")),
                .iterationEnded(5, .stalled(.selectorDeclined(reason: "The curator declined."))),
                .finished(
                    .completed(
                        Synthesis(
                            query: "I am in 東京 on 2027-05-17 and have 600 USD. When does the sun set?",
                            response: "The sun sets at 18:41."))),
            ]
        let state = RunState(
            [
                .branched(
                    from: parent.id, iteration: 5, steering: steering, inherited: parent.state.cut(after: 4))
            ] + tried.filter { if case .steered = $0 { false } else { true } } + [.steered(steering, at: .selecting)]
                + ending)
        return ComparedSamples.Member(
            ReviewedSample(
                id: SampleID(run: ExampleSample.run, index: 1, branch: [number]), seed: 123, state: state,
                review: ReviewState(), library: ExampleSample.library),
            name: "s-00001.b\(number)")
    }
}

extension ExplorerState {
    /// The example explorer on Compare: the original beside its branch.
    static func comparing(
        _ members: ComparedSamples = CompareExamples.family, size: Size = .wide, isReadOnly: Bool = false
    ) -> ExplorerState {
        var state = ExplorerState(
            dataset: "trip-tools", reviewer: "zh", planner: "offline", size: size, isReadOnly: isReadOnly)
        return state.compared(members)
    }

    /// Opens the branch, and compares it with its parent.
    mutating func compared(_ members: ComparedSamples = CompareExamples.family) -> ExplorerState {
        let branch = members[CompareExamples.branchID]?.sample ?? CompareExamples.book.sample
        let row = QueueRow(
            id: branch.id, number: 1, status: .pending, reason: nil, isFlagged: false, progress: .finished, chains: 3,
            steps: 4, query: branch.query ?? "")
        _ = update(.queueLoaded(.example([row, .example(2)])))
        load(branch)
        _ = press("g c")
        _ = update(.compared(ExampleSample.id(), branch.id, members))
        return self
    }
}
