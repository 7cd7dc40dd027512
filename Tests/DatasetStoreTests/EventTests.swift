import DatasetStore
import Engine
import Foundation
import TestSupport
import Testing

@Suite struct `Stored events` {
    private static let output = RecordedOutput(Data(#"{"a":"\u0000é"}"#.utf8))
    private static let call = ToolCall(tool: "find", arguments: ["n": .number(spelt: "12345678901234567890.10")])
    private static let step = Step(
        number: 1, call: call, output: output, origin: .cached, iteration: 1, proposal: Proposal.ID(2))
    private static let proposal = Proposal(
        id: Proposal.ID(2), instruction: "Find Ōsaka\u{202E}.", tools: ["find"],
        calls: [
            PlannedCall(
                tool: "find",
                arguments: [
                    .init(name: "n", binding: .literal(1)), .init(name: "m", binding: .step(3, path: JSONPath())),
                ])
        ])

    private static func attempted(_ outcome: ToolOutcome) -> RunEvent {
        .attempted(Proposal.ID(2), Trial.Attempt(call: call, result: ToolResult(outcome, origin: .simulated)))
    }

    private static var plan: Plan {
        var plan = Plan.paper(seed: .max)
        plan.targetSteps = 6
        plan.budget = Budget(toolCalls: 3, time: .seconds(90) + .nanoseconds(1))
        return plan
    }

    /// At least one of each case, and of each case inside it.
    private static let events: [RunEvent] = [
        .began(planner: "offline", plan: plan),
        .branched(
            from: SampleID(run: RunID(ContentHash(of: "run")), index: 3, branch: [1, 2]), iteration: 2,
            steering: Steering(note: "shorter"), inherited: SampleBuilder.warmth(of: "Oslo").sample.state),
        .iterationBegan(4),
        .steered(
            Steering(
                choice: .proposal(Proposal.ID(1)), place: .newChain, proposals: [proposal], note: "no \"loans\"\n",
                mutedTools: ["loan"]), at: .proposing),
        .steered(Steering(choice: .decline, place: .append(Chain.ID(2))), at: .selecting),
        .sampled(["find", "caf\u{E9}", "cafe\u{301}"]),
        .proposed(Proposals(reason: "", all: [proposal])),
        attempted(.returned(output)), attempted(.failed(RecordedOutput(""))),
        attempted(.malformed(output, reason: "not JSON")), attempted(.rejected(reason: "no such tool")),
        attempted(.denied(reason: "writes")), attempted(.timedOut(after: .milliseconds(1_500))),
        attempted(.unreachable(reason: "gone")),
        .tried(Proposal.ID(2), .succeeded(report: "found")), .tried(Proposal.ID(2), .failed(reason: "empty")),
        .tried(Proposal.ID(2), .unreachable(reason: "gone")),
        .selected(.chosen(Proposal.ID(2), place: .append(Chain.ID(1)), reason: "it fits")),
        .selected(.declined(reason: "nothing fits")),
        .iterationEnded(4, .grew(Growth(chain: Chain.ID(1), opensChain: true, steps: [step]))),
        .iterationEnded(4, .stalled(.nothingProposed(reason: "none"))),
        .iterationEnded(4, .stalled(.proposerFailed(reason: "no answer"))),
        .iterationEnded(4, .stalled(.everyTrialFailed)), .iterationEnded(4, .stalled(.selectorDeclined(reason: "no"))),
        .iterationEnded(4, .stalled(.selectorFailed(reason: "bad"))),
        .iterationEnded(4, .stalled(.steeringFailed(reason: "no such chain"))),
        .iterationEnded(4, .stalled(.budgetSpent(.toolCalls))),
        .drafted(Synthesis(query: "東京?\u{0}\u{200B}", response: "\u{FEFF}\u{FFFE} 👩‍🚀")), .draftFailed(reason: "none"),
        .interrupted(.time), .finished(.completed(Synthesis(query: "q", response: "r"))),
        .finished(.synthesisFailed(reason: "none")), .finished(.nothingGrown),
    ]

    @Test(arguments: events)
    func `come back as they were`(event: RunEvent) async throws {
        let folder = try TemporaryFolder()
        let built = SampleBuilder.warmth(of: "Oslo")
        let recorded = RecordedEvent(
            sample: built.id, number: 1, time: Timestamp(microseconds: 1_790_000_000_123_456), event: event)
        let dataset = try folder.dataset()
        try await dataset.begin(built)

        try await dataset.record(recorded)
        try dataset.close()

        #expect(try await folder.dataset(.readOnly).events(of: built.id) == [recorded])
    }

    @Test func `keep texts scalar by scalar`() async throws {
        let folder = try TemporaryFolder()
        let scalars = (0...0x10FFFF).lazy.compactMap(Unicode.Scalar.init)
        let odd = scalars.filter { $0.value < 0x300 || $0.value % 251 == 0 || (0xFFF0...0x1_000F).contains($0.value) }
        var text = String.UnicodeScalarView()
        for scalar in odd { text.append(scalar) }
        let built = SampleBuilder(query: String(text), response: "e\u{301} \u{E9}")
        let dataset = try folder.dataset()

        let sample = try await dataset.store(built)

        let stored = try #require(try await dataset.reviewedSample(sample).query)
        #expect(stored.unicodeScalars.elementsEqual(odd))
    }

    @Test func `keep a megabyte of any bytes, once for all that mention it`() async throws {
        let folder = try TemporaryFolder()
        let odd = Data([0x00, 0xFF, 0xC3, 0x28, 0xE2, 0x80, 0xAE, 0x1B, 0x5B, 0x22, 0x5C, 0x0D, 0x0A, 0xED, 0xA0, 0x80])
        let bytes = (0..<65_536).reduce(into: Data()) { bytes, _ in bytes.append(odd) }
        let built = SampleBuilder(query: "q", response: "r")
            .step("dump", [:], gives: RecordedOutput(bytes), chain: 1)
            .step("dump", ["again": true], gives: RecordedOutput(bytes), chain: 1)
        let dataset = try folder.dataset()

        try await dataset.store(built)
        try dataset.close()

        let steps = try await folder.dataset().reviewedSample(built.id).workflow.steps
        #expect(steps.map(\.output.bytes) == [bytes, bytes])
        #expect(try #require(folder.contents["trip.toolgrad"]).count < 2 * bytes.count)
    }

    @Test func `fold to the state that was shown`() async throws {
        let folder = try TemporaryFolder()
        let built = SampleBuilder.warmth(of: "Oslo").sampled("news", "loan")
        let dataset = try folder.dataset()
        try await dataset.store(built)
        try dataset.close()

        let reopened = try await folder.dataset(.readOnly).reviewedSample(built.id)

        #expect(reopened == built.sample)
    }

    @Test func `keep to the contract of recorders`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let built = SampleBuilder.warmth(of: "Oslo")
        try await dataset.begin(built)

        try await expectKeepsRecorderContract(dataset, for: built.id)
        try await expectKeepsRecorderContract(MemoryRecorder(), for: built.id)
    }

    @Test(arguments: [1, 3])
    func `refuse any but the next`(number: Int) async throws {
        let folder = try TemporaryFolder()
        let built = SampleBuilder.warmth(of: "Oslo")
        let dataset = try folder.dataset()
        try await dataset.begin(built)
        try await dataset.record(built.recordedEvents[0])
        let event = RecordedEvent(sample: built.id, number: number, time: .zero, event: .iterationBegan(1))

        await #expect(throws: DatasetError.outOfOrder(built.id, expected: 2, found: number)) {
            try await dataset.record(event)
        }

        #expect(try await dataset.events(of: built.id).count == 1)
    }

    @Test func `need a run that has begun`() async throws {
        let folder = try TemporaryFolder()
        let built = SampleBuilder.warmth(of: "Oslo")
        let dataset = try folder.dataset()

        await #expect(throws: DatasetError.unknownRun(built.id.run)) {
            try await dataset.record(built.recordedEvents[0])
        }
    }
}
