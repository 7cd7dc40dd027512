import DatasetStore
import Engine
import Foundation
import TestSupport
import Testing

@Suite struct `The ledger of calls` {
    private static let built = SampleBuilder.warmth(of: "Oslo")
    private static let slot = CallSlot(sample: built.id, iteration: 1, proposal: Proposal.ID(1), attempt: 1)
    private static let call = ToolCall(tool: "find", arguments: ["name": "Oslo"])

    @Test func `keeps to the contract`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        try await dataset.begin(Self.built)

        try await expectKeepsLedgerContract(dataset, for: Self.built.id)
        try await expectKeepsLedgerContract(MemoryLedger(), for: Self.built.id)
    }

    @Test(arguments: [
        ToolOutcome.returned(RecordedOutput(Data([0x00, 0xFF, 0x22]))), .failed(RecordedOutput("")),
        .malformed(RecordedOutput("{"), reason: "cut"), .rejected(reason: "no"), .timedOut(after: .seconds(2)),
    ])
    func `knows after a restart how a call ended`(outcome: ToolOutcome) async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let result = ToolResult(outcome, origin: .live)
        try await dataset.begin(Self.built)
        _ = try await dataset.begin(Self.call, in: Self.slot)
        try await dataset.finish(Self.call, in: Self.slot, with: result)
        try dataset.close()

        let known = try await folder.dataset().begin(Self.call, in: Self.slot)

        #expect(known == result)
        #expect(known?.outcome.recorded?.bytes == outcome.recorded?.bytes)
    }

    @Test func `sends a call again that was only begun`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        try await dataset.begin(Self.built)
        _ = try await dataset.begin(Self.call, in: Self.slot)
        try dataset.close()

        #expect(try await folder.dataset().begin(Self.call, in: Self.slot) == nil)
    }

    @Test func `counts the calls of a run that have finished`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        try await dataset.begin(Self.built)
        try await dataset.finish(Self.call, in: Self.slot, with: ToolResult(.rejected(reason: "no"), origin: .live))
        _ = try await dataset.begin(ToolCall(tool: "detail", arguments: [:]), in: Self.slot)

        #expect(try await dataset.finishedCallCount(of: Self.built.id.run) == 1)
        #expect(try await dataset.finishedCallCount(of: RunID(ContentHash(of: "other"))) == 0)
    }

    @Test func `keeps the first ending`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let first = ToolResult(.returned(RecordedOutput("1")), origin: .live)
        try await dataset.begin(Self.built)
        try await dataset.finish(Self.call, in: Self.slot, with: first)

        try await dataset.finish(Self.call, in: Self.slot, with: ToolResult(.rejected(reason: "no"), origin: .live))

        #expect(try await dataset.begin(Self.call, in: Self.slot) == first)
    }

    @Test func `calls no tool twice when an interrupted sample goes on`() async throws {
        let folder = try TemporaryFolder()
        let tools = CountingTools()
        let dataset = try folder.dataset()
        let generator = try await Self.generator(on: tools, ledger: dataset)
        try await dataset.beginRun(
            generator.run, plan: generator.plan, planner: "scripted", library: generator.library.tools, requested: 1,
            at: .zero)
        let all = try await generator.events()
        let second = try #require(all.lastIndex { $0.event.isAttempt })

        let rest = try await Self.generator(on: tools, ledger: dataset).events(after: Array(all[..<second]))

        #expect(tools.made.map(\.tool) == ["find", "detail"])
        #expect(all[..<second].map(\.event) + rest.map(\.event) == all.map(\.event))
    }

    private static func generator(on tools: CountingTools, ledger: Dataset) async throws -> Generator {
        let proposal = Proposal.calling(1, ("find", ["name": "Oslo"]), ("detail", ["id": "id-of-Oslo"]))
        let scripted = ScriptedStages(
            proposer: [.success(Proposals(proposal))],
            selector: [.success(.chosen(proposal.id, place: .newChain, reason: "it fits"))],
            synthesizer: [.success(Synthesis(query: "q", response: "r"))])
        return try await Generator.testing(scripted.stages, on: tools, ledger: ledger)
    }
}

extension RunEvent {
    fileprivate var isAttempt: Bool {
        guard case .attempted = self else { return false }
        return true
    }
}
