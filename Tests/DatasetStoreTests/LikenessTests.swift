import Engine
import GRDB
import TestSupport
import Testing

@testable import DatasetStore
@testable import Review

@Suite struct `A sample that repeats an earlier one` {
    private static let question =
        "How warm will it be in Oslo tomorrow afternoon, and is there a cheap hotel with a pool near the old harbour"

    /// Samples of one run; each has its own calls unless it is given those of another.
    private static func sample(_ index: Int, _ query: String?, calls: Int? = nil) -> SampleBuilder {
        SampleBuilder(query: query, response: query.map { _ in "Nine." }, index: index)
            .step("geocode", ["name": .string("city \(calls ?? index)")], gives: #"{"lat":1}"#)
    }

    private func look(at samples: [SampleID], in dataset: Dataset) async throws {
        for sample in samples {
            let reading = try await dataset.reading(of: sample)
            try await dataset.note([], in: reading)
        }
    }

    private func lookAtRest(of dataset: Dataset) async throws {
        for _ in 1...100 {
            let rest = try await dataset.samplesWithoutFindings(limit: 3)
            if rest.isEmpty { return }
            try await look(at: rest, in: dataset)
        }
        Issue.record("looking never ends")
    }

    private func repeated(in dataset: Dataset) async throws -> [Int] {
        try await dataset.ids(matching: try Filter(parsing: "check:duplicate")).map(\.index)
    }

    @Test func `is told with what it repeats`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let first = try await dataset.store(Self.sample(1, Self.question))
        try await dataset.begin(Self.sample(1, Self.question), requested: 4)
        let near = try await dataset.store(Self.sample(2, Self.question + " today?"))
        let sameCalls = try await dataset.store(Self.sample(3, "What is the weather?", calls: 1))
        let other = try await dataset.store(Self.sample(4, "Book me a table for two at the harbour in Bergen."))

        try await lookAtRest(of: dataset)

        let found = try #require(try await dataset.earlierAlike(to: near))
        #expect(found.sample == first && found.label == SampleLabel(number: 1))
        guard case .query(let similarity) = found.kind else { return #expect(Bool(false), "\(found)") }
        #expect(similarity >= 0.7 && similarity < 1)
        #expect(found.finding.evidence.hasPrefix("asks nearly what s-00001 asks: "))
        #expect(try await dataset.earlierAlike(to: sameCalls)?.kind == .calls)
        #expect(
            try await dataset.checkCounts() == [
                CheckCount(check: "duplicate", severity: .error, samples: 1),
                CheckCount(check: "duplicate", severity: .warning, samples: 1),
            ])
        #expect(try await dataset.earlierAlike(to: first) == nil)
        #expect(try await dataset.earlierAlike(to: other) == nil)
        #expect(try await repeated(in: dataset) == [2, 3])
        #expect(try await dataset.ids(matching: .condition(.duplicate)).map(\.index) == [1, 2, 3])
        #expect(try await dataset.ids(matching: .condition(.finding(.duplicate))).map(\.index) == [2, 3])
        #expect(try await dataset.summaries(offset: 0, limit: 9).map(\.findings) == [0, 1, 1, 0])
    }

    /// Decisions and lookings in any order come to the same in the end.
    @Test(arguments: 1...12)
    func `is found whatever is looked at first and whatever changes`(seed: UInt64) async throws {
        var random = SeededGenerator(for: .sampling, seed: seed, sample: 0, iteration: 0)
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let queries = [
            Self.question, Self.question + " please?", "Tell me: " + Self.question, Self.question + "!", "Is it warm?",
            "Which museum in Paris is free on Sundays, and how do I get there from the station by bus?",
        ]
        var built = (1...10).map { index in
            Self.sample(
                index, queries.randomElement(using: &random),
                calls: Int.random(in: 1...10, using: &random) < 4 ? 1 : index)
        }
        built[5] = built[5].unfinished
        try await dataset.begin(built[0], requested: 10)
        for sample in built.shuffled(using: &random) { try await dataset.store(sample) }
        let actions: [Decision.Action] = [
            .edit(.query(Self.question)), .edit(.query("Where?")), .reject([AnchoredReason(.other)], note: "x"),
            .accept, .edit(.deleteStep(1)), .edit(.argument(step: 1, path: try #require(JSONPath("name")), "city 1")),
        ]

        for _ in 1...40 {
            let sample = try #require(built.randomElement(using: &random)).id
            if Bool.random(using: &random) {
                try await look(at: [sample], in: dataset)
            } else if let action = actions.randomElement(using: &random) {
                try await dataset.decide(sample, action)
            }
        }
        try await lookAtRest(of: dataset)

        var expected: [Int] = []
        var earlier: [ReviewedSample] = []
        for sample in built {
            let reviewed = try await dataset.reviewedSample(sample.id)
            guard reviewed.state.outcome != nil else { continue }
            if earlier.contains(where: { $0.review.status != .rejected && repeats(reviewed, $0) }) {
                expected.append(sample.id.index)
            }
            earlier.append(reviewed)
        }
        #expect(try await repeated(in: dataset) == expected)
        for sample in built where sample.id.index != 6 {
            let found = try await dataset.earlierAlike(to: sample.id)
            #expect((found != nil) == expected.contains(sample.id.index))
            let kind = found.map { $0.sample.index }
            let reviewed = try await dataset.reviewedSample(sample.id)
            #expect(
                kind
                    == earlier.first {
                        $0.id.index < sample.id.index && $0.review.status != .rejected && repeats(reviewed, $0)
                    }?.id.index)
        }
    }

    private func repeats(_ sample: ReviewedSample, _ original: ReviewedSample) -> Bool {
        guard let query = original.query else { return false }
        let (own, others) = (sample.workflow.steps.map(\.call), original.workflow.steps.map(\.call))
        if !own.isEmpty, own == others { return true }
        return sample.query.map { QuerySketch($0).similarity(to: QuerySketch(query)) >= 0.7 } ?? false
    }

    @Test func `is looked at again when what it repeats is rejected or taken back`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let first = try await dataset.store(Self.sample(1, Self.question))
        let second = try await dataset.store(Self.sample(2, Self.question))
        try await lookAtRest(of: dataset)
        var waiting: [[Int]] = []

        for action in [Decision.Action.reject([AnchoredReason(.unsafe)], note: ""), .undo(1), .accept, .flag] {
            try await dataset.decide(first, action)
            waiting.append(try await dataset.samplesWithoutFindings(limit: 9).map(\.index))
            try await lookAtRest(of: dataset)
        }

        #expect(waiting == [[2], [2], [], []])
        #expect(try await dataset.earlierAlike(to: second)?.sample == first)
    }

    @Test func `is not looked for among those that were thrown away`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        var twins: [SampleID] = []
        try await dataset.begin(Self.sample(1, Self.question), requested: 20)
        for index in 1...20 { twins.append(try await dataset.store(Self.sample(index, Self.question, calls: 1))) }
        try await lookAtRest(of: dataset)

        for twin in twins.dropLast(2) { try await dataset.decide(twin, .reject([AnchoredReason(.other)], note: "")) }
        try await lookAtRest(of: dataset)

        let bands = try await dataset.read { database in
            try Set(Int64.fetchAll(database, sql: "SELECT band FROM likeness WHERE number = 20"))
        }
        let candidates = try await dataset.read { database in
            let marks = bands.map(String.init).joined(separator: ", ")
            return try Set(
                Int.fetchAll(database, sql: "SELECT number FROM likeness WHERE band IN (\(marks)) ORDER BY number"))
        }
        #expect(!bands.isEmpty && candidates == [19, 20])
        #expect(try await repeated(in: dataset) == [20])
        let lastRejection = try #require(try await dataset.decisions(of: twins[0]).last)
        try await dataset.decide(twins[0], .undo(lastRejection.sequence))
        try await lookAtRest(of: dataset)
        #expect(try await dataset.earlierAlike(to: twins[19])?.sample == twins[0])
        #expect(try await repeated(in: dataset) == Array(2...20))
    }

    @Test func `repeats calls only if they are equal, not if their numbers are`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        try await dataset.store(Self.sample(1, "Is it warm?"))
        let second = try await dataset.store(Self.sample(2, "Where is the nearest bakery?"))
        try await dataset.tamper("UPDATE sample SET callKey = 7")

        try await lookAtRest(of: dataset)

        #expect(try await dataset.earlierAlike(to: second) == nil)
    }

    @Test func `can be looked at beside a damaged one with the same calls`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let damaged = try await dataset.store(Self.sample(1, "Is it warm?"))
        let second = try await dataset.store(Self.sample(2, "Where is the nearest bakery?", calls: 1))
        try await look(at: [damaged], in: dataset)
        try await dataset.tamper("DROP TRIGGER event_no_update; UPDATE event SET hash = '' WHERE sample = 1")

        try await look(at: [second], in: dataset)

        #expect(try await dataset.summaries(of: [second]).first?.findings == 0)
    }

    @Test func `is the same to a caller that says so itself`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let sample = try await dataset.store(Self.sample(1, Self.question))
        let said = Finding(
            check: "duplicate", version: 1, target: .query, evidence: "as s-00009", reason: .duplicate,
            severity: .warning)

        try await dataset.note([said], in: sample)

        #expect(try await repeated(in: dataset) == [])
        #expect(try await dataset.summaries(of: [sample]).first?.findings == 0)
    }
}

@Suite struct `Counts of checks` {
    private static func finding(_ check: String, _ severity: Finding.Severity) -> Finding {
        Finding(
            check: check, version: 1, target: .query, evidence: "seen", reason: .leaksTools, severity: severity)
    }

    @Test func `go by check, severity and filter, and count a sample once`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let first = try await dataset.store(.warmth(of: "Oslo"))
        let second = try await dataset.store(
            SampleBuilder(query: "Where?", response: "There.", index: 2).step("map", [:], gives: "1"))
        let findings = [
            Self.finding("leaks_tools", .error), Self.finding("leaks_tools", .error), Self.finding("ad:hoc", .info),
        ]
        try await dataset.note(findings, in: first)
        try await dataset.note(
            [Self.finding("leaks_tools", .warning), Self.finding("leaks_tools", .error)], in: second)
        try await dataset.decide(first, .accept)

        let all = try await dataset.checkCounts()
        let accepted = try await dataset.checkCounts(Filter(statuses: [.accepted]))

        #expect(
            all == [
                CheckCount(check: "ad:hoc", severity: .info, samples: 1),
                CheckCount(check: "leaks_tools", severity: .error, samples: 2),
                CheckCount(check: "leaks_tools", severity: .warning, samples: 1),
            ])
        #expect(accepted.map(\.samples) == [1, 1])
        for (text, expected) in [
            ("check:leaks_tools", [first, second]), ("check:leaks_tools:warning", [second]), ("check:leaks", []),
            ("check:ad:hoc:any", [first]), ("!check:leaks_tools:warning", [first]),
        ] {
            #expect(try await dataset.ids(matching: try Filter(parsing: text)) == expected, "\(text)")
        }
        try await dataset.decide(first, .edit(.query("What?")))
        #expect(try await dataset.checkCounts().map(\.samples) == [1, 1])
    }
}
