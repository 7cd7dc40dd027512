import DatasetStore
import Engine
import Review
import TestSupport
import Testing

@Suite("Statistics of a dataset")
struct StoredStatisticsTests {
    @Test(arguments: [
        "", "tool:geocode", "status:accepted,rejected", "!flag steps:2..", "by:ada", "warm", "run:0",
        "since:1970-01-01",
        "since:1970-01-02",
    ])
    func `the filter of a figure lets through as many samples as it says`(base: String) async throws {
        let folder = try TemporaryFolder()
        let gallery = try await Gallery(in: folder)
        let page = try await gallery.dataset.statistics(try Filter(parsing: base), dayBegan: .zero)

        var shown = 0
        for figure in page.figures.flatMap({ [$0] + $0.parts }) {
            guard case .shown(let filter, let count) = figure.samples else { continue }
            shown += 1
            #expect(try await gallery.dataset.sampleCount(filter) == count, "\(figure.key) \(filter.text)")
            #expect(gallery.samples(filter).count == count, "\(figure.key) by the plainest reading")
        }
        #expect(shown > 20)
    }

    @Test func `every figure is what the samples say one by one`() async throws {
        let folder = try TemporaryFolder()
        let gallery = try await Gallery(in: folder)
        let samples = gallery.exhibits.map(\.sample)
        let rejected = samples.filter { $0.review.status == .rejected }

        let page = try await gallery.dataset.statistics(dayBegan: .zero)

        #expect(page[.samples]?.count == samples.count)
        let own = samples.flatMap { sample in
            sample.state.iterations.filter { $0.number >= sample.state.branchedAt ?? 1 }
        }
        let stalled = own.count { if case .stalled = $0.outcome { true } else { false } }
        #expect(own.count < samples.map(\.state.iterations.count).reduce(0, +), "A branch counts what it did itself.")
        #expect(page[.noOpIterations]?.value == .share(stalled, of: own.count))
        #expect(stalled > 0 && page.figures.contains { $0.key == "no_ops.cause.every trial failed" })
        #expect(page.figures.first { $0.key == "rejections.reason.wrong_tool" }?.count == rejected.count)
        #expect(page.figures.first { $0.key == "rejections.target.step" }?.count == rejected.count)
        #expect(rejected.count == 1)
        let kinds = page.figures.filter { $0.term == .edit }.map(\.title)
        #expect(kinds == ["edited query", "edited arguments", "edited steps"])
        let accepted = samples.filter { $0.review.status == .accepted }
        let used = Set(accepted.flatMap { $0.workflow.steps.map(\.call.tool) })
        let known = Set(samples.flatMap { $0.library.map(\.name) })
        #expect(page[.toolsUsed]?.value == .share(used.count, of: known.count))
        #expect(page.unusedTools == known.subtracting(used).sorted())
    }

    @Test func `an iteration that added nothing counts once, however many branches inherited it`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let parent = SampleBuilder.warmth(of: "Oslo")
        let stalled: [RunEvent] = [.iterationBegan(90), .iterationEnded(90, .stalled(.everyTrialFailed))]
        let history = parent.unfinished.events + stalled
        try await dataset.store(parent.unfinished)
        for (index, event) in stalled.enumerated() {
            try await dataset.record(
                RecordedEvent(
                    sample: parent.id, number: history.count - 1 + index, time: .zero, event: event))
        }
        for number in 1...3 {
            let branch = SampleID(run: parent.id.run, index: parent.id.index, branch: [number])
            let begun = RunEvent.branched(
                from: parent.id, iteration: 91, steering: Steering(), inherited: RunState(history))
            for event in [begun].recorded(of: branch) { try await dataset.record(event) }
        }

        let page = try await dataset.statistics(dayBegan: .zero)

        #expect(page[.noOpSamples]?.count == 4)
        let all = RunState(history).iterations.count
        #expect(page[.noOpIterations]?.value == .share(1, of: all))
        #expect(page.figures.first { $0.term == .cause }?.value == .share(1, of: 1))
    }

    @Test func `only the newest samples are asked why their iterations added nothing`() async throws {
        let folder = try TemporaryFolder()
        let gallery = try await Gallery(in: folder)

        let all = try await gallery.dataset.statistics(dayBegan: .zero)
        let none = try await gallery.dataset.statistics(dayBegan: .zero, explaining: 0)

        #expect(all.explained == all[.noOpSamples]?.count && all.explained > 0)
        #expect(none.explained == 0 && !none.figures.contains { $0.term == .cause })
        #expect(none[.noOpIterations] == all[.noOpIterations])
    }

    @Test func `what is taken back counts no more`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        try await dataset.store(.warmth(of: "Oslo"))
        let sample = SampleBuilder.warmth(of: "Oslo").id
        _ = try await dataset.decide(
            sample, .reject([AnchoredReason(.unnatural, at: .query)], note: ""), by: "ada", at: .zero)

        let before = try await dataset.statistics(dayBegan: .zero)
        let last = try await dataset.lastUndoable(by: "ada")
        _ = try await dataset.decide(last.takenBack, by: "ada", at: .zero)
        let after = try await dataset.statistics(dayBegan: .zero)

        #expect(before[.rejected]?.count == 1 && before[.reason]?.count == 1 && before[.target]?.title == "about query")
        #expect(after[.rejected]?.count == 0 && after[.reason] == nil && after[.target] == nil)
        #expect(after[.today]?.count == 1, "It was decided, all the same.")
    }

    @Test func `an interval has the samples that were decided in it, and their decisions alone`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let cities = ["Oslo", "Bergen", "Lima", "Porto"]
        let samples = cities.enumerated().map { SampleBuilder.warmth(of: $1, seed: UInt64($0) + 1) }
        for sample in samples { try await dataset.store(sample) }
        let day: Int64 = 86_400_000_000
        let rejection = Decision.Action.reject([AnchoredReason(.unnatural)], note: "")
        let plan: [(Int, Decision.Action, Int64)] = [
            (0, .accept, 1 * day), (1, rejection, 8 * day), (2, .accept, 9 * day + 1), (2, .flag, 9 * day + 2),
            (0, .comment(.whole, text: "later"), 9 * day + 3), (1, .accept, 9 * day + 20_000_003),
        ]
        for (place, action, time) in plan {
            _ = try await dataset.decide(samples[place].id, action, by: "ada", at: Timestamp(microseconds: time))
        }
        let dayBegan = Timestamp(microseconds: 9 * day)

        let all = try await dataset.statistics(dayBegan: dayBegan)
        let week = try await dataset.statistics(in: .week, dayBegan: dayBegan)
        let today = try await dataset.statistics(in: .today, dayBegan: dayBegan)
        let later = try await dataset.statistics(
            in: .since(Timestamp(microseconds: 10 * day)), dayBegan: dayBegan)

        #expect([all, week, today, later].map { $0[.samples]?.count } == [4, 2, 2, 0])
        #expect([all, week, today, later].map { $0[.accepted]?.count } == [3, 2, 2, 0])
        #expect(all[.undecided]?.count == 1 && today[.undecided]?.count == 0)
        #expect([all, week, today, later].map { $0[.activity]?.valueText } == ["4", "3", "2", "0"])
        #expect(today[.today]?.count == 2 && today[.median]?.value == .time(.microseconds(20_000_002)))
        #expect(week[.samples]?.filter?.text == "since:1970-01-04" && week.beginning?.utcText == "1970-01-04")
    }

    @Test func `an empty dataset has figures too`() async throws {
        let folder = try TemporaryFolder()

        let dataset = try folder.dataset()
        let page = try await dataset.statistics(dayBegan: .zero)

        #expect(page[.samples]?.count == 0 && page[.acceptRate]?.percentText == nil)
        #expect(page[.toolsUsed]?.value == .share(0, of: 0) && page[.entropy]?.value == .unknown)
    }
}
