import Canvas
import Engine
import Explorer
import Foundation
import Review
import Testing

@testable import DatasetStore
@testable import toolgrad

@Suite("What was asked of a growing sample", .timeLimit(.minutes(3)))
struct KeptSteeringTests {
    private let program: Program
    private let dataset: Dataset

    init() throws {
        program = try Program()
        dataset = try Dataset.open(at: program.file("a.toolgrad"), mode: .readWrite)
    }

    /// The run, grown in this process until its only sample is held where a selection is made, with what stands behind
    /// its explorer.
    private func held(
        at iteration: Int
    ) async throws -> (growth: toolgrad.Growth, desk: EffectDesk, inbox: Inbox, growing: GrowingRun) {
        let surroundings = Surroundings.read(program.environment)
        let tools = try await SessionTools(try ToolOptions.parse([]), memory: dataset, surroundings)
        let growth = try await growth()
        let sample = growth.samples[0]
        await growth.control.hold(sample)
        let inbox = Inbox()
        let growing = GrowingRun(growth, pacer: nil, inbox: inbox)
        let folders = ThemeFolders(option: nil, settings: program.folder.path)
        let desk = EffectDesk(
            dataset: dataset, terminal: nil, inbox: inbox, surroundings: surroundings, growing: growing, tools: tools,
            look: Look.begin("dark", in: folders, glyphs: .utf8).look, mayCopy: false, requiresRerun: false,
            undoDepth: 0)
        for _ in 0..<iteration {
            while await !growth.control.isWaiting(sample) { try await Task.sleep(for: .milliseconds(2)) }
            await growth.control.step(sample)
        }
        while await !growth.control.isWaiting(sample) { try await Task.sleep(for: .milliseconds(2)) }
        return (growth, desk, inbox, growing)
    }

    private func growth() async throws -> toolgrad.Growth {
        try await toolgrad.Growth.begin(
            Plan.demo(seed: 5), with: try await .demo(), count: 1, concurrency: 1, in: dataset)
    }

    private func steerings(of sample: SampleID) async throws -> [RunEvent] {
        try await dataset.events(of: sample).map(\.event).filter { event in
            guard case .steered = event else { return false }
            return true
        }
    }

    @Test func `is on the disk before it is shown, and counts once when the run goes on elsewhere`() async throws {
        defer { program.clean() }
        let (growth, desk, inbox, growing) = try await held(at: 2)
        let sample = growth.samples[0]
        let iteration = try await dataset.reviewedSample(sample).state.iterations.count
        let (decline, note) = (Steering(choice: .decline), Steering(note: "more of music"))
        _ = inbox.takeAll()

        await desk.carryOut([
            .steer(sample, decline, at: .selecting, iteration: iteration),
            .steer(sample, note, at: .proposing, iteration: nil),
        ])
        let shown = inbox.takeAll().compactMap { arrival -> [Steering]? in
            guard case .event(.waiting(sample, let waiting)) = arrival else { return nil }
            return waiting.words.map(\.steering)
        }
        await growing.cancel()
        let before = try await steerings(of: sample)
        let again = try await self.growth()
        let waited = again.waiting[sample]?.words.map(\.steering)
        try await again.grow(recording: dataset)

        #expect(shown.last.map(Set.init) == [decline, note])
        #expect(before == [])
        #expect(waited.map(Set.init) == [decline, note])
        let state = try await dataset.reviewedSample(sample).state
        #expect(state.iterations[iteration - 1].selection == .declined(reason: "The curator declined."))
        #expect(try await steerings(of: sample) == [.steered(decline, at: .selecting), .steered(note, at: .proposing)])
        #expect(state.notes == ["more of music"])
        #expect(try await self.growth().waiting.isEmpty)
        #expect(try await dataset.artefacts(kind: KeptSteering.kind).isEmpty)
    }

    @Test func `that counted before the process was killed does not count again`() async throws {
        defer { program.clean() }
        let (growth, desk, _, growing) = try await held(at: 1)
        let sample = growth.samples[0]
        let note = Steering(note: "more of music")

        await desk.carryOut([.steer(sample, note, at: .proposing, iteration: nil)])
        await growth.control.step(sample)
        while try await steerings(of: sample).isEmpty { try await Task.sleep(for: .milliseconds(2)) }
        await growing.cancel()
        let again = try await self.growth()
        try await again.grow(recording: dataset)

        #expect(again.waiting.isEmpty)
        #expect(try await steerings(of: sample) == [.steered(note, at: .proposing)])
    }

    @Test func `and was taken back is not kept`() async throws {
        defer { program.clean() }
        let (growth, desk, _, growing) = try await held(at: 1)
        let sample = growth.samples[0]

        await desk.carryOut([.steer(sample, Steering(note: "n"), at: .proposing, iteration: nil)])
        let kept = try await dataset.artefacts(kind: KeptSteering.kind).count
        await desk.carryOut([.steer(sample, Steering(), at: .proposing, iteration: nil), .release(sample)])

        #expect(kept == 1)
        #expect(try await dataset.artefacts(kind: KeptSteering.kind).isEmpty)
        await growing.cancel()
    }

    @Test(arguments: [#"{"words":7}"#, "{", #"{"sample":{},"event":1,"words":[{"gate":"dreaming"}]}"#])
    func `and cannot be read is told, left out and kept, and the rest counts`(text: String) async throws {
        defer { program.clean() }
        let (growth, desk, _, growing) = try await held(at: 1)
        let sample = growth.samples[0]
        let note = Steering(note: "more of music")
        await desk.carryOut([.steer(sample, note, at: .proposing, iteration: nil)])
        await growing.cancel()
        let name = "\(sample.run.hash.hex) 9"
        try await dataset.saveArtefact(
            kind: KeptSteering.kind, name: name, json: .null, at: Timestamp(microseconds: 1))
        try await dataset.rewrite(artefact: name, as: text)

        let again = try await self.growth()

        #expect(again.waiting.keys.map(\.self) == [sample])
        #expect(again.waiting[sample]?.words.map(\.steering) == [note])
        #expect(again.notices.count == 1)
        #expect(again.notices.first?.contains("cannot be read, and does not count: the steering \(name).") == true)
        #expect(again.notices.first?.contains("Ask it again with toolgrad resume --watch") == true)
        #expect(try await dataset.artefactNames(kind: KeptSteering.kind).contains(name))
    }

    @Test func `of another run, or of none, is not looked at`() async throws {
        defer { program.clean() }
        for name in ["odd", "\(ContentHash(of: "another run").hex) 1"] {
            try await dataset.saveArtefact(
                kind: KeptSteering.kind, name: name, json: ["words": 7], at: Timestamp(microseconds: 1))
        }

        let growth = try await growth()
        try await growth.grow(recording: dataset)

        #expect(growth.waiting.isEmpty && growth.notices == [])
        #expect(try await dataset.artefacts(kind: KeptSteering.kind).count == 2)
    }

    @Test func `and cannot be read is told in the explorer`() async throws {
        defer { program.clean() }
        let run = try await growth().generator.run
        try await dataset.saveArtefact(
            kind: KeptSteering.kind, name: "\(run.hash.hex) 1", json: 7, at: Timestamp(microseconds: 1))
        let inbox = Inbox()

        let growth = try await growth()
        await inbox.greet(growth)

        let told = inbox.takeAll().compactMap { arrival -> String? in
            guard case .event(.told(let text)) = arrival else { return nil }
            return text
        }
        #expect(told == growth.notices)
        #expect(told.count == 1)
    }
}

extension Dataset {
    /// Writes an artefact as no statement of the program would.
    fileprivate func rewrite(artefact name: String, as text: String) async throws {
        try await write(.alone) { try $0.execute(sql: "UPDATE artefact SET json = '\(text)' WHERE name = '\(name)'") }
    }
}
