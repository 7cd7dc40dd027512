import Engine
import Explorer
import Foundation
import Review
import TestSupport
import Testing

@testable import DatasetStore
@testable import toolgrad

@Suite("A plan of what is decided")
struct DecisionPlanTests {
    @Test func `sorts samples into able ones and those that are left out`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        let ids = try await samples.store((1...4).map { SampleBuilder.warmth(of: "Oslo", index: $0) })
        try await samples.decide(ids[1], .skip)
        let labels = [SampleLabel(number: 4), SampleLabel(number: 4)]
        let view = QueueView(filter: .everything, sort: Sort(.id, isReversed: true))

        let candidates = try await samples.dataset.candidates(labels, and: view)
        let plan = try await DecisionPlan(
            for: candidates, DecisionCheck(actions: [.skip, .flag], reviewer: "ada"), in: samples.dataset)

        #expect(candidates.map(\.isNamed) == [true, false, false, false])
        #expect(plan.able.map(\.id) == [ids[3], ids[2], ids[0]])
        #expect(plan.unnamed == 2)
        #expect(plan.leftOut.map(\.label.description) == ["s-00002"])
        #expect(plan.leftOut.map(\.obstacle) == [.already("skipped")])
        #expect(plan.orders([.skip, .flag]).map(\.0) == [ids[3], ids[3], ids[2], ids[2], ids[0], ids[0]])
    }

    @Test(
        arguments: [
            (.skip, .skip, .already("skipped")), (.returnToPending, .flag, .already("pending")),
            (.flag, .flag, .already("flagged")), (.unflag, .skip, .already("without a flag")),
            (.accept, .accept, .accepted(by: "tester")), (.accept, .skip, nil),
            (.reject([AnchoredReason(.unsafe)], note: ""), .reject([AnchoredReason(.other)], note: "x"), nil),
        ] as [(Decision.Action, Decision.Action, DecisionObstacle?)])
    func `leaves out what is so already, but a rejection may get other reasons`(
        action: Decision.Action, before: Decision.Action, obstacle: DecisionObstacle?
    ) async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        let id = try await samples.store(.warmth(of: "Oslo"))[0]
        try await samples.decide(id, before)

        let plan = try await DecisionPlan(
            for: [.init(id: id, isNamed: true)], DecisionCheck(actions: [action], reviewer: "ada"), in: samples.dataset)

        #expect(plan.leftOut.first?.obstacle == obstacle)
        #expect(plan.able.count == (obstacle == nil ? 1 : 0))
    }

    @Test func `says that a sample is better than another one, but not than itself`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        let ids = try await samples.store((1...2).map { SampleBuilder.warmth(of: "Oslo", index: $0) })
        let action = try await samples.dataset.comparing(with: SampleLabel(number: 2), .better)

        let plan = try await DecisionPlan(
            for: ids.map { .init(id: $0, isNamed: true) }, DecisionCheck(actions: [action], reviewer: "ada"),
            in: samples.dataset)

        #expect(action == .prefer(over: ids[1]))
        #expect(plan.able.map(\.id) == [ids[0]])
        #expect(plan.leftOut.map(\.obstacle) == [.itself])
        await #expect(throws: CommandFailure.self) {
            try await samples.dataset.comparing(with: SampleLabel(number: 9), .equal)
        }
    }

    @Test func `leaves out a sample that is damaged`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        let id = try await samples.store(.warmth(of: "Oslo"))[0]
        try await samples.tamper("DROP TRIGGER event_no_update; UPDATE event SET payload = '{}' WHERE number = 2")

        let plan = try await DecisionPlan(
            for: [.init(id: id, isNamed: true)],
            DecisionCheck(actions: [.comment(.query, text: "hm")], reviewer: "ada"), in: samples.dataset)

        #expect(plan.leftOut.first?.obstacle.description.hasPrefix("cannot be read: ") == true)
    }

    @Test(
        arguments: [.growing, .noQuery, .already("so"), .missing(.query), .stale(step: 2), .sameSample]
            as [DecisionObstacle])
    func `an obstacle can be read after a label and before a full stop`(obstacle: DecisionObstacle) {
        #expect(!obstacle.description.isEmpty)
        #expect(obstacle.description.first?.isLowercase == true)
        #expect(!obstacle.description.hasSuffix("."))
    }
}
