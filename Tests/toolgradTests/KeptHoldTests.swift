import DatasetStore
import Engine
import Explorer
import Foundation
import Testing

@testable import toolgrad

@Suite("A sample that is held", .timeLimit(.minutes(3)))
struct KeptHoldTests {
    private let program: Program
    private let dataset: Dataset

    init() throws {
        program = try Program()
        dataset = try Dataset.open(at: program.file("a.toolgrad"), mode: .readWrite)
    }

    private func growth() async throws -> toolgrad.Growth {
        try await toolgrad.Growth.begin(
            Plan.demo(seed: 5), with: try await .demo(), count: 1, concurrency: 1, in: dataset)
    }

    /// What stands behind the explorer on a run that grows in this process.
    private func desk(
        growing growth: toolgrad.Growth, _ mode: Dataset.Mode = .readWrite
    ) async throws -> (desk: EffectDesk, inbox: Inbox, growing: GrowingRun) {
        let dataset = try Dataset.open(at: dataset.path, mode: mode)
        let surroundings = Surroundings.read(program.environment)
        let tools = try await SessionTools(try ToolOptions.parse([]), memory: dataset, surroundings)
        let inbox = Inbox()
        let growing = GrowingRun(growth, pacer: nil, inbox: inbox)
        let folders = ThemeFolders(option: nil, settings: program.folder.path)
        let desk = EffectDesk(
            dataset: dataset, terminal: nil, inbox: inbox, surroundings: surroundings, growing: growing, tools: tools,
            look: Look.begin("dark", in: folders, glyphs: .utf8).look, mayCopy: false, requiresRerun: false,
            undoDepth: 0)
        while await !growth.control.isWaiting(growth.samples[0]) { try await Task.sleep(for: .milliseconds(2)) }
        return (desk, inbox, growing)
    }

    /// Has a paused run do something in the explorer, then ends it as a kill would: nothing is cleaned up.
    private func cut(after effects: (SampleID) -> [Effect]) async throws -> SampleID {
        let growth = try await growth()
        await growth.control.pause()
        let (desk, _, growing) = try await desk(growing: growth)
        await desk.carryOut(effects(growth.samples[0]))
        await growing.cancel()
        return growth.samples[0]
    }

    @Test func `stays held where its run goes on, and is shown so, until somebody lets it go`() async throws {
        defer { program.clean() }
        let sample = try await cut { [.hold($0)] }

        let again = try await growth()
        await again.holdAgain()
        let (desk, inbox, growing) = try await desk(growing: again)
        await inbox.greet(again)
        let isHeld = await again.control.isHeld(sample)
        let isShown = inbox.takeAll().contains { if case .event(.held(sample)) = $0 { true } else { false } }
        await desk.carryOut([.release(sample)])
        while try await dataset.finishedIndices(of: sample.run).isEmpty { try await Task.sleep(for: .milliseconds(2)) }
        await growing.cancel()

        #expect(again.held.map(\.sample) == [sample])
        #expect(isHeld)
        #expect(isShown)
        #expect(try await dataset.artefacts(kind: KeptSteering.kind).isEmpty)
    }

    @Test func `and was let go is free where its run goes on, and what waits for it still waits`() async throws {
        defer { program.clean() }
        let note = Steering(note: "more of music")

        let sample = try await cut { sample in
            [.hold(sample), .steer(sample, note, at: .proposing, iteration: nil)]
        }
        let both = try await dataset.asked(of: sample)
        _ = try await cut { [.release($0)] }
        let left = try await dataset.asked(of: sample)

        #expect(both == AskedOfSample(words: [WaitingSteering(note, at: .proposing)], hold: .held))
        #expect(left == AskedOfSample(words: [WaitingSteering(note, at: .proposing)], hold: .free))
    }

    @Test func `grows on where nobody is there to let it go, and that is told`() async throws {
        defer { program.clean() }
        let sample = try await cut { [.hold($0)] }

        let again = try await growth()
        let told = try await again.letHeldGo()
        try await again.grow(recording: dataset)

        #expect(
            told == [
                "s-00001 was held. Nobody is here to let go of it, so it grows on; with --watch what is held stays so."
            ])
        #expect(try await dataset.finishedIndices(of: sample.run) == [1])
        #expect(try await dataset.artefacts(kind: KeptSteering.kind).isEmpty)
    }

    @Test func `and is stopped is free where its run goes on, and what waits for it still waits`() async throws {
        defer { program.clean() }
        let note = Steering(note: "more of music")

        let sample = try await cut { sample in
            [.hold(sample), .steer(sample, note, at: .proposing, iteration: nil), .stop(sample)]
        }

        #expect(try await dataset.asked(of: sample).words == [WaitingSteering(note, at: .proposing)])
        #expect(try await dataset.keptSteerings(of: sample.run).held == [])
    }

    /// What arrives when something is done while nothing can be written.
    private func unwritten(
        _ effects: (SampleID) -> [Effect], holding before: KeptSteering.Hold
    ) async throws -> (events: [ExplorerEvent], isHeld: Bool) {
        let growth = try await growth()
        let sample = growth.samples[0]
        await growth.control.pause()
        if before == .held { await growth.control.hold(sample) }
        let (desk, inbox, growing) = try await desk(growing: growth, .readOnly)
        _ = inbox.takeAll()
        await desk.carryOut(effects(sample))
        let events = inbox.takeAll().compactMap { arrival -> ExplorerEvent? in
            guard case .event(let event) = arrival else { return nil }
            if case .recorded = event { return nil }
            return event
        }
        let isHeld = await growth.control.isHeld(sample)
        await growing.cancel()
        return (events, isHeld)
    }

    @Test func `can be let go also where that cannot be written, and that is told`() async throws {
        defer { program.clean() }

        let (events, isHeld) = try await unwritten({ [.release($0)] }, holding: .held)

        #expect(!isHeld)
        #expect(events.contains { if case .released = $0 { true } else { false } })
        guard case .failed(let text) = events.last else {
            Issue.record("The failed write is told last: \(events)")
            return
        }
        #expect(text.hasPrefix("It is not held any more, but that could not be written; "), "\(text)")
    }

    @Test func `is not where that cannot be written, also not by a step`() async throws {
        defer { program.clean() }

        let (events, isHeld) = try await unwritten({ [.hold($0), .step($0)] }, holding: .free)

        #expect(!isHeld)
        #expect(events.count == 1)
        #expect(events.contains { if case .failed = $0 { true } else { false } })
    }

    @Test func `goes a step further also where nothing can be written`() async throws {
        defer { program.clean() }

        let (events, isHeld) = try await unwritten({ [.step($0)] }, holding: .held)

        #expect(isHeld)
        #expect(!events.contains { if case .failed = $0 { true } else { false } })
    }

    @Test func `is nothing to tell of where none is`() async throws {
        defer { program.clean() }

        #expect(try await growth().letHeldGo() == [])
    }

    @Test func `is forgotten once it has ended`() async throws {
        defer { program.clean() }
        let growth = try await growth()
        await growth.control.pause()
        let (desk, _, growing) = try await desk(growing: growth)
        let sample = growth.samples[0]
        await desk.carryOut([.hold(sample)])

        // Quitting with what is in flight lets go of all that is held.
        await growing.finishInFlight()
        let asked = try await dataset.asked(of: sample)
        let kept = try await dataset.keptSteerings(of: sample.run)

        #expect(asked == AskedOfSample())
        #expect(kept.held == [])
        #expect(try await dataset.artefacts(kind: KeptSteering.kind).isEmpty)
    }

    @Test func `is free in a dataset of a version that did not keep it`() async throws {
        defer { program.clean() }
        let sample = try await growth().samples[0]
        let word = WaitingSteering(Steering(note: "more of music"), at: .proposing)
        let kept = KeptSteering(sample: sample, event: 0, words: [word], hold: .held)
        let members = try JSON(parsing: String(decoding: try JSONEncoder().encode(kept), as: UTF8.self)).object?.members
        let older = JSON.object(JSON.Object((members ?? []).filter { $0.key != "hold" }))
        try await dataset.saveArtefact(
            kind: KeptSteering.kind, name: "\(sample.run.hash.hex) 1", json: older, at: Timestamp(microseconds: 1))

        let asked = try await dataset.asked(of: sample)

        #expect(members?.map(\.key).contains("hold") == true)
        #expect(asked == AskedOfSample(words: [word], hold: .free))
    }

    @Test func `is shown with what waits for it by show, as text and for machines`() async throws {
        defer { program.clean() }
        _ = try await cut { sample in
            [.hold(sample), .steer(sample, Steering(note: "more of music"), at: .proposing, iteration: nil)]
        }

        let text = try await program.run("show", "s-1", "--dataset", dataset.path)
        let line = try await program.run("show", "s-1", "--json", "--dataset", dataset.path)

        #expect(text.output.contains("\nHeld      until somebody lets it go: toolgrad resume --watch\n"), "\(text)")
        #expect(text.output.contains("\nWaiting   note \"more of music\" (next proposal)\n"))
        let json = try JSON(parsing: line.output)
        #expect(json["held"] == true)
        #expect(json["waiting"]?.array?.first?["note"] == "more of music")
        #expect(json["waiting"]?.array?.first?["gate"] == "proposing")
    }
}
