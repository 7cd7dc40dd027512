import Engine
import Foundation
import Review
import TestSupport
import Testing

@testable import DatasetStore

@Suite struct `Merging datasets` {
    private struct Files {
        let folder: TemporaryFolder
        let source: Dataset
        let target: Dataset

        init() throws {
            folder = try TemporaryFolder()
            source = try Dataset.open(at: folder.path + "/source.toolgrad", mode: .readWrite)
            target = try Dataset.open(at: folder.path + "/target.toolgrad", mode: .readWrite)
        }
    }

    @Test func `brings over everything, and a second time nothing`() async throws {
        let folder = try TemporaryFolder()
        let gallery = try await Gallery(in: folder)
        let source = gallery.dataset
        let built = SampleBuilder.warmth(of: "Oslo")
        try await source.store(built)
        try await expectKeepsExchangeContract(source, for: built.id)
        let call = ToolCall(tool: "geocode", arguments: ["name": "Oslo"])
        let slot = CallSlot(sample: built.id, iteration: 1, proposal: Proposal.ID(1), attempt: 1)
        let result = ToolResult(.returned(RecordedOutput("\u{0}9")), origin: .live)
        _ = try await source.begin(call, in: slot)
        try await source.finish(call, in: slot, with: result)
        try await source.keep(result, of: call, from: ContentHash(of: "weather"))
        try await source.saveArtefact(kind: "queue", name: "all", json: ["filter": "lint:any"], at: .zero)
        let target = try Dataset.open(at: folder.path + "/target.toolgrad", mode: .readWrite)

        let report = try await target.merge(source)
        let merged = try await target.dump()
        let second = try await target.merge(source)

        for line in try await source.summaries(offset: 0, limit: 1_000) {
            let (old, new) = (try await source.reading(of: line.id), try await target.reading(of: line.id))
            #expect(new == old)
            #expect(try await target.label(of: line.id) == line.label)
            #expect(try await target.events(of: line.id) == (try await source.events(of: line.id)))
            #expect(try await target.exchanges(of: line.id) == (try await source.exchanges(of: line.id)))
        }
        #expect(try await target.runs() == (try await source.runs()))
        #expect(try await target.recorded(call, in: slot) == result)
        #expect(try await target.result(of: call, from: ContentHash(of: "weather")) == result)
        #expect(try await target.artefact(kind: "queue", name: "all")?.json == ["filter": "lint:any"])
        #expect(try await target.decisions(after: 0) == (try await source.decisions(after: 0)))
        for text in ["tool:hotel.*", "by:ada", "reason:1", "stale", "text:oslo", "cost:>0.02", "status:accepted"] {
            let filter = try Filter(parsing: text)
            #expect(try await target.ids(matching: filter) == (try await source.ids(matching: filter)), "\(text)")
        }
        let count = try await source.sampleCount()
        #expect(report.samples == .init(new: count, same: 0, extended: 0, refused: 0) && report.bytes > 1_000)
        #expect(report.runs.new == (try await source.runs().count))
        #expect(report.artefacts == 1)
        #expect(report.labels.filter { !$0.isSame } == [])
        #expect(second.samples == .init(new: 0, same: count, extended: 0, refused: 0) && second.bytes == 0)
        #expect(second.decisions == .init(new: 0, known: report.decisions.new, refused: 0) && second.runs.new == 0)
        #expect(try await target.dump() == merged)
        try target.close()
        let examination = try DatasetExamination(of: DatasetFile(at: target.path))
        #expect(await examination.rows().problems == [])
        #expect(await examination.references() == .sound)
    }

    @Test func `gives samples of other runs new labels, and reasons name them by those`() async throws {
        let files = try Files()
        try await files.target.begin(.warmth(of: "Oslo"), requested: 5)
        let original = try await files.source.store(.warmth(of: "Rome", seed: 2))
        let copy = try await files.source.store(.warmth(of: "Rome", index: 2, seed: 2))
        let reason = AnchoredReason(.duplicate, other: "s-00001")
        try await files.source.decide(copy, .reject([reason, AnchoredReason(.other, other: "nobody")], note: "n"))

        let report = try await files.target.merge(files.source)

        #expect(try await files.target.label(of: original).number == 6)
        #expect(report.labels == [.init(old: 1...2, new: 6)] && !report.labels[0].isSame)
        let reasons = try await files.target.reviewedSample(copy).review.reasons
        #expect(reasons.map(\.other) == ["s-00006", "nobody"])
        #expect(try await files.target.merge(files.source).decisions.known == 1)
    }

    @Test func `takes the longer history, and refuses another one`() async throws {
        let files = try Files()
        let built = (1...4).map { SampleBuilder.warmth(of: "Oslo", index: $0) }
        for dataset in [files.source, files.target] { try await dataset.begin(built[0], requested: 4) }
        func store(_ sample: SampleBuilder, _ count: Int, in dataset: Dataset) async throws {
            for event in sample.recordedEvents.prefix(count) { try await dataset.record(event) }
        }
        let whole = built[0].recordedEvents.count
        try await store(built[0], 5, in: files.target)
        try await store(built[0], whole, in: files.source)
        try await store(built[1], whole, in: files.target)
        try await store(built[1], 6, in: files.source)
        let other = SampleBuilder.warmth(of: "Rome", index: 3).events.recorded(of: built[2].id)
        try await store(built[2], whole, in: files.target)
        for event in other { try await files.source.record(event) }
        try await files.source.decide(built[2].id, .accept)
        try await files.source.decide(built[1].id, .flag)
        let before = try await files.target.reading(of: built[2].id)

        let report = try await files.target.merge(files.source)

        #expect(report.samples == .init(new: 0, same: 1, extended: 1, refused: 1))
        #expect(try await files.target.events(of: built[0].id) == built[0].recordedEvents)
        #expect(try await files.target.ids(matching: .condition(.growth(.finished))).map(\.index) == [1, 2, 3])
        #expect(try await files.target.events(of: built[1].id).count == whole)
        #expect(try await files.target.reviewedSample(built[1].id).review.isFlagged)
        #expect(try await files.target.reading(of: built[2].id) == before)
        #expect(report.decisions == .init(new: 1, known: 0, refused: 1))
        #expect(report.decisionRefusals.map(\.sample) == [built[2].id])
        #expect(report.decisionRefusals.map(\.reason) == [.noSample])
        let refusal = try #require(report.refusals.first)
        #expect(refusal.sample == built[2].id && refusal.label.number == 3)
        #expect(refusal.reason.hasPrefix("its event ") && refusal.reason.hasSuffix(" is another one here"))
    }

    @Test func `names what two reviewers judge differently, and keeps what each decided`() async throws {
        let files = try Files()
        let built = (1...5).map { SampleBuilder.warmth(of: "Oslo", index: $0) }
        for dataset in [files.source, files.target] {
            try await dataset.begin(built[0], requested: 5)
            for sample in built { for event in sample.recordedEvents { try await dataset.record(event) } }
        }
        func decide(_ place: Int, _ action: Decision.Action, by reviewer: String, in dataset: Dataset, at second: Int64)
            async throws
        {
            let time = Timestamp(microseconds: second * 1_000_000)
            _ = try await dataset.decide(built[place].id, action, by: reviewer, at: time)
        }
        let reject = Decision.Action.reject([AnchoredReason(.other)], note: "")
        // The first two are judged differently, the third the same, the fourth by one, the fifth by nobody in the end.
        try await decide(0, .accept, by: "ann", in: files.target, at: 10)
        try await decide(0, reject, by: "ben", in: files.source, at: 20)
        try await decide(1, reject, by: "ann", in: files.target, at: 40)
        try await decide(1, .accept, by: "ben", in: files.source, at: 30)
        try await decide(2, .accept, by: "ann", in: files.target, at: 50)
        try await decide(2, .accept, by: "ben", in: files.source, at: 60)
        try await decide(3, reject, by: "ben", in: files.source, at: 70)
        try await decide(4, .accept, by: "ann", in: files.target, at: 80)
        try await decide(4, reject, by: "ben", in: files.source, at: 90)
        let last = try #require(try await files.source.decisions(after: 0).last)
        try await decide(4, .undo(last.sequence), by: "ben", in: files.source, at: 91)

        let report = try await files.target.merge(files.source, by: .init(rows: 2, bytes: 1))
        let again = try await files.target.merge(files.source)

        #expect(report.disagreements.map(\.label.number) == [1, 2] && report.disagreementCount == 2)
        #expect(report.disagreements.map(\.here.reviewer) == ["ann", "ann"])
        #expect(report.disagreements.map(\.here.status) == [.accepted, .rejected])
        #expect(report.disagreements.map(\.there.reviewer) == ["ben", "ben"])
        #expect(report.disagreements.map(\.there.status) == [.rejected, .accepted])
        #expect(report.disagreements.map(\.counts) == [.rejected, .rejected])
        #expect(again.disagreements.isEmpty && again.decisions.new == 0)
        let both = try await files.target.reading(of: built[2].id).decisions
        #expect(both.map(\.reviewer) == ["ann", "ben"] && both.map(\.action) == [.accept, .accept])
        #expect(try await files.target.reviewedSample(built[4].id).review.status == .accepted)
    }

    @Test func `leaves out a damaged sample, and says so`() async throws {
        let files = try Files()
        let good = try await files.source.store(.warmth(of: "Oslo"))
        try await files.source.store(.warmth(of: "Oslo", index: 2))
        try await files.source.tamper("DROP TRIGGER event_no_update; UPDATE event SET hash = '' WHERE sample = 2")

        let report = try await files.target.merge(files.source)

        #expect(try await files.target.ids(matching: .everything) == [good])
        #expect(report.refusals.map(\.label.number) == [2] && report.samples.refused == 1)
    }

    /// A full disk stops it wherever it is.
    @Test func `that was interrupted is completed by merging again`() async throws {
        let files = try Files()
        let gallery = try await Gallery(in: files.folder)
        let plain = try Dataset.open(at: files.folder.path + "/plain.toolgrad", mode: .readWrite)
        _ = try await plain.merge(gallery.dataset)
        let expected = try await plain.dump().filter { !$0.hasPrefix("run:") }
        var stops = 0

        for pages in stride(from: 60, through: 2_000, by: 2) {
            try await files.target.limitPages(to: pages)
            do {
                _ = try await files.target.merge(gallery.dataset, by: Merge.Batch(rows: 2, bytes: 1_000))
                break
            } catch DatasetError.diskFull { stops += 1 }
        }

        #expect(stops > 8)
        #expect(try await files.target.dump().filter { !$0.hasPrefix("run:") } == expected)
    }

    @Test func `keeps bulks together, so that they are undone as one`() async throws {
        let files = try Files()
        let samples = [
            try await files.source.store(.warmth(of: "Oslo")),
            try await files.source.store(.warmth(of: "Oslo", index: 2)),
        ]
        let own = try await files.target.store(.warmth(of: "Rome", seed: 2))
        for _ in 1...3 { try await files.target.decide(own, .flag) }
        let bulk = try await files.source.decide(samples.map { ($0, .accept) }, by: "ada", at: .zero)
        try await files.source.decide(samples[0], .undo(bulk[0].sequence))

        _ = try await files.target.merge(files.source)

        let merged = try await files.target.decisions(after: 3)
        #expect(merged.map(\.sequence) == [4, 5, 6] && merged.map(\.bulk) == [4, 4, nil])
        #expect(merged.last?.action == .undo(4))
        #expect(try await files.target.reviewedSample(samples[0]).review.status == .pending)
        try await files.target.decide(samples[0], .undo(6))
        #expect(try await files.target.lastUndoable(by: "ada").map(\.sequence) == [4, 5])
    }

    /// Two people decide on the same samples, each in a file of their own.
    @Test(arguments: 1...20)
    func `has decisions count as if all had been made in one file`(seed: UInt64) async throws {
        var random = SeededGenerator(for: .sampling, seed: seed, sample: 0, iteration: 0)
        let files = try Files()
        let samples = (1...3).map { SampleBuilder.warmth(of: "Oslo", index: $0) }
        for sample in samples { try await files.target.store(sample) }
        var all: [SampleID: [Decision]] = [:]
        var made: [String: [Decision]] = [:]
        var (clock, last) = (0, 0)
        func act(_ name: String, in dataset: Dataset) async throws {
            let sample = try #require(samples.randomElement(using: &random)).id
            let own = (made[name] ?? []).filter { $0.sample == sample }
            let actions: [Decision.Action] = [
                .accept, .reject([AnchoredReason(.other)], note: "\(clock)"), .flag, .unflag, .skip,
                .edit(.query("Query \(clock)?")),
                .edit(.argument(step: 1, path: JSONPath(), ["name": .string("\(clock)")])),
                .comment(.query, text: "\(clock)"),
                .prefer(over: samples[clock % 3].id), .equal(to: samples[clock % 3].id),
            ]
            let taken = own.randomElement(using: &random)
            let undoes = taken != nil && Int.random(in: 0...2, using: &random) == 0
            let action = try #require(undoes ? taken.map { .undo($0.sequence) } : actions.randomElement(using: &random))
            clock += 1
            let time = Timestamp(microseconds: Int64(clock))
            let decision = try await dataset.decide(sample, action, by: name, at: time)
            made[name, default: []].append(decision)
            // In one file the numbers follow the times.
            var renumbered = action
            if undoes, let taken { renumbered = .undo(Int(taken.time.microseconds)) }
            all[sample, default: []].append(
                Decision(sequence: clock, time: time, reviewer: name, sample: sample, action: renumbered))
        }

        // What both begin with was decided in one of the files; they differ from then on.
        for _ in 1...4 { try await act("ada", in: files.target) }
        let shared = made["ada"] ?? []
        _ = try await files.source.merge(files.target)
        made["bob"] = shared
        for _ in 1...16 {
            let isAda = Bool.random(using: &random)
            try await act(isAda ? "ada" : "bob", in: isAda ? files.target : files.source)
            last += 1
            if last % 5 == 0 { _ = try await files.target.merge(files.source) }
        }
        _ = try await files.target.merge(files.source)
        let once = try await files.target.dump()
        _ = try await files.target.merge(files.source)
        _ = try await files.source.merge(files.target)

        #expect(try await files.target.dump() == once)
        for sample in samples {
            let expected = ReviewState(all[sample.id] ?? [])
            #expect(try await files.target.reviewedSample(sample.id).review == expected)
            #expect(try await files.source.reviewedSample(sample.id).review == expected)
            let lines = try await files.target.summaries(of: [sample.id])
            #expect(lines.first?.status == expected.status && lines.first?.isEdited == !expected.edits.isEmpty)
        }
    }

    @Test func `has what is decided afterwards count last, whatever the clocks say`() async throws {
        let files = try Files()
        let sample = try await files.source.store(.warmth(of: "Oslo"))
        let later = Timestamp(microseconds: 1_000)
        _ = try await files.source.decide(sample, .accept, by: "bob", at: later)
        _ = try await files.target.merge(files.source)

        try await files.target.decide(sample, .skip)

        #expect(try await files.target.reviewedSample(sample).review.status == .skipped)
    }

    @Test func `needs a file to write to, and runs that nobody grows`() async throws {
        let files = try Files()
        let sample = try await files.source.store(.warmth(of: "Oslo"))
        let reader = try Dataset.open(at: files.source.path, mode: .readOnly)

        await #expect(throws: DatasetError.readOnly(path: reader.path)) { try await reader.merge(files.target) }
        let lock = try files.target.lockRun(sample.run)
        await #expect(throws: DatasetError.self) { try await files.target.merge(reader) }
        lock.release()
        let report = try await files.target.merge(reader)

        #expect(report.samples.new == 1)
        try files.target.lockRun(sample.run).release()
    }
}
