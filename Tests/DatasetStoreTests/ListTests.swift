import DatasetStore
import Engine
import Review
import TestSupport
import Testing

@Suite struct `Filtered and sorted lists` {
    private static let conditions = [
        "status:pending", "status:draft,accepted", "status:none", "status:skipped", "growth:growing", "growth:finished",
        "growth:failed", "flag", "edited", "stale", "commented", "steps:2", "steps:>1", "steps:2..3", "chains:2..",
        "iterations:<3", "calls:>1..<4", "cost:..", "cost:>0", "cost:1.200000003", "cost:>3.5", "cost:<2.5", "lint:>1",
        "lint:..", "noop:1..", "id:3", "id:4..9",
        "id:>12", "tool:geocode", "tool:HOTEL.*", "tool:*o*", "tool:fx_convert", "tool:fx%convert", "tool:*", "tool:x",
        "model:off*", "model:M-*", "lint:any", "lint:empty_output", "lint:unsafe", "reason:wrong_tool", "reason:1",
        "it:noop", "text:oslo", "text:\"warm is\"", "text:\"is warm\"", "text:\"degrees\"", "text:\"it is 1\"",
        "text:\"!\"", "text:\"\"", "text:東京", "text:\"a\\\"b OR c\"", "oslo", "BERGEN", "s-0000", "s-00003", "3", "%",
        "_", "東",
        "by:ada", "by:\"Jo Li\"", "by:eve", "by:nobody", "dup:yes", "since:1970-01-01", "run:0", "run:", "\\",
    ].filter { $0 != "run:" }

    @Test func `hold what the plainest reading of each condition lets through`() async throws {
        let gallery = try await Gallery(in: try TemporaryFolder())
        var telling = 0

        for text in Self.conditions + Self.conditions.map({ "!" + $0 }) {
            let filter = try Filter(parsing: text)
            let expected = gallery.samples(filter)
            #expect(try await gallery.dataset.ids(matching: filter) == expected, "\(text)")
            if (1..<gallery.exhibits.count).contains(expected.count) { telling += 1 }
        }

        // Most conditions tell samples apart, or nothing would be tested.
        #expect(gallery.exhibits.count > 20 && telling > Self.conditions.count)
    }

    @Test(arguments: 1...5)
    func `agree with themselves for any filter and order`(seed: UInt64) async throws {
        let gallery = try await Gallery(in: try TemporaryFolder())
        let dataset = gallery.dataset
        var random = SeededGenerator(for: .sampling, seed: seed, sample: 1, iteration: 1)

        for _ in 1...30 {
            let filter = try Filter.random(depth: 2, of: Self.conditions, using: &random)
            let sort = try Sort(parsing: Self.orders.randomElement(using: &random) ?? "id")
            let all = try await dataset.ids(matching: filter, sort: sort)
            let counts = try await dataset.statusCounts(filter)
            let page = try await dataset.summaries(offset: 2, limit: 5, filter, sort: sort)

            #expect(Set(all) == Set(gallery.samples(filter)), "\(filter.text)")
            if !sort.isRandom { #expect(all == gallery.samples(filter, by: sort), "\(filter.text) by \(sort.text)") }
            #expect(page.map(\.id) == Array(all.dropFirst(2).prefix(5)))
            #expect(counts.values.reduce(0, +) == all.count)
            #expect(try await dataset.sampleCount(filter) == all.count)
            for exhibit in gallery.exhibits {
                #expect(try await dataset.offset(of: exhibit.id, filter, sort: sort) == all.firstIndex(of: exhibit.id))
            }
        }
    }

    private static let orders = Sort.names.flatMap { [$0, "-" + $0] } + ["random:7"]

    @Test(arguments: ["id", "-id", "length", "-lint", "random:7"])
    func `are walked to what is wanted, from any sample or line`(order: String) async throws {
        let gallery = try await Gallery(in: try TemporaryFolder())
        let dataset = gallery.dataset
        let (filter, sort) = (try Filter(parsing: "!status:accepted"), try Sort(parsing: order))
        let line = try await dataset.ids(matching: filter, sort: sort)
        let everybody = try await dataset.ids(matching: .everything, sort: sort)
        let undecided = Set(gallery.samples(.undecided))
        let wanted = line.indices.filter { undecided.contains(line[$0]) }

        for place in -1...line.count {
            let ahead = wanted.first { $0 > place }
            let behind = wanted.last { $0 < place }
            let next = try await dataset.next(.undecided, afterLine: place, in: filter, sort: sort)
            let previous = try await dataset.previous(.undecided, beforeLine: place, in: filter, sort: sort)
            #expect(next?.offset == ahead && next?.sample == ahead.map { line[$0] })
            #expect(previous?.offset == behind && previous?.sample == behind.map { line[$0] })
        }
        for (place, sample) in everybody.enumerated() {
            let next = try await dataset.next(.undecided, after: sample, in: filter, sort: sort)
            let previous = try await dataset.previous(.undecided, before: sample, in: filter, sort: sort)
            let isWanted = { (sample: SampleID) in line.contains(sample) && undecided.contains(sample) }
            #expect(next?.sample == everybody[(place + 1)...].first(where: isWanted))
            #expect(previous?.sample == everybody[..<place].last(where: isWanted))
        }
        #expect(try await dataset.next(.undecided, after: nil, in: filter, sort: sort)?.offset == wanted.first)
        #expect(try await dataset.previous(.undecided, before: nil, in: filter, sort: sort)?.offset == wanted.last)
    }

    @Test func `are shuffled by the seed alone`() async throws {
        let gallery = try await Gallery(in: try TemporaryFolder())
        func order(_ text: String) async throws -> [SampleID] {
            try await gallery.dataset.ids(matching: .everything, sort: try Sort(parsing: text))
        }

        let (first, again, other) = (
            try await order("random:1"), try await order("random:1"), try await order("random:2")
        )

        #expect(first == again)
        #expect(first != other && first != gallery.samples(.everything))
        #expect(Set(first) == Set(other))
        // A sample and its branch share a number, and stay together in the order of their labels.
        let numbers = first.map { "\($0)".prefix(7) }
        #expect(try await order("-random:1").map { "\($0)".prefix(7) } == numbers.reversed())
    }

    @Test func `take filters as long as they can be written`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        try await dataset.store(.warmth(of: "Oslo"))
        let many = Array(repeating: "!text:x", count: 200).joined(separator: " ")
        let deep = String(repeating: "!", count: 20) + "oslo"
        let nested = String(repeating: "!(!oslo ", count: 9) + "!dup:yes" + String(repeating: ")", count: 9)
        let brackets = String(repeating: "(oslo ", count: 18) + "!dup:yes" + String(repeating: ")", count: 18)
        let long = String(repeating: "*", count: 100_000)

        for text in [many, deep, nested, brackets] {
            #expect(try await dataset.sampleCount(try Filter(parsing: text)) == 1)
        }
        #expect(throws: FilterProblem.self) { try Filter(parsing: many + " flag") }
        #expect(try await dataset.sampleCount(.condition(.tool(long))) == 0)
        #expect(try await dataset.sampleCount(.condition(.fuzzy("a\0b"))) == 0)
    }
}

@Suite struct `What lists are filtered by` {
    @Test func `follows edits of the workflow, and their undoing`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let sample = try await dataset.store(.warmth(of: "Oslo"))
        var seen: [String] = []
        func look() async throws {
            let line = try #require(try await dataset.summaries(offset: 0, limit: 1).first)
            let filters = ["tool:forecast", "stale", "edited", "steps:2"]
            var fitting: [String] = []
            for filter in filters where try await dataset.sampleCount(try Filter(parsing: filter)) == 1 {
                fitting.append(filter)
            }
            seen.append("\(line.steps) \(line.isEdited) \(line.isStale) " + fitting.joined(separator: ","))
        }
        let name = try #require(JSONPath("name"))

        try await look()
        let change = try await dataset.decide(sample, .edit(.argument(step: 1, path: name, "Bergen")))
        try await look()
        try await dataset.decide(sample, .edit(.rerun(step: 1, of: ["name": "Bergen"], RecordedOutput("{}"), .live)))
        try await look()
        let deletion = try await dataset.decide(sample, .edit(.deleteStep(2)))
        try await look()
        try await dataset.decide(sample, .undo(deletion.sequence))
        try await dataset.decide(sample, .undo(change.sequence))
        try await look()

        #expect(
            seen == [
                "2 false false tool:forecast,steps:2", "2 true true tool:forecast,stale,edited,steps:2",
                "2 true false tool:forecast,edited,steps:2", "1 true false edited",
                "2 true false tool:forecast,edited,steps:2",
            ])
    }

    @Test(arguments: 1...5)
    func `is the same whether it was followed or counted anew`(seed: UInt64) async throws {
        let folder = try TemporaryFolder()
        let gallery = try await Gallery(in: folder)
        let dataset = gallery.dataset
        var random = SeededGenerator(for: .sampling, seed: seed, sample: 1, iteration: 1)
        for _ in 1...15 {
            guard let sample = gallery.exhibits.randomElement(using: &random) else { continue }
            try await dataset.decide(sample.id, .random(using: &random))
        }
        let filters = try ["tool:hotel.*", "dup:yes", "stale", "by:ada", "reason:1", "edited", "cost:>3.5", "cost:.."]
            .map(
                Filter.init(parsing:))
        func look() async throws -> [[SampleID]] {
            var lists: [[SampleID]] = []
            for filter in filters { lists.append(try await dataset.ids(matching: filter)) }
            for sort in ["novelty", "length", "cost"] {
                lists.append(try await dataset.ids(matching: .everything, sort: try Sort(parsing: sort)))
            }
            return lists
        }
        let followed = try await look()
        let lines = try await dataset.summaries(offset: 0, limit: 100)

        try await dataset.tamper(
            "UPDATE sample SET counted = 0, steps = 99, callKey = 7, stale = 1, edited = 1, cost = 5, asked = 9")
        #expect(try await dataset.indexMissing(limit: 20) == 20)
        while try await dataset.indexMissing(limit: 5) > 0 {}

        #expect(try await look() == followed)
        #expect(try await dataset.summaries(offset: 0, limit: 100) == lines)
    }
}

extension Sort {
    fileprivate var isRandom: Bool { if case .random = key { true } else { false } }
}

extension Filter {
    fileprivate static func random(
        depth: Int, of conditions: [String], using random: inout SeededGenerator
    ) throws -> Filter {
        guard depth > 0 else { return try Filter(parsing: conditions.randomElement(using: &random) ?? "flag") }
        let one = try Filter.random(depth: depth - 1, of: conditions, using: &random)
        let other = try Filter.random(depth: depth - 1, of: conditions, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: return .all([one, other])
        case 1: return .not(.all([.not(one), .not(other)]))
        case 2: return .not(one)
        case _: return one
        }
    }
}

extension Decision.Action {
    fileprivate static func random(using random: inout SeededGenerator) -> Self {
        let name = JSONPath("name") ?? JSONPath()
        let actions: [Self] = [
            .accept, .skip, .flag, .reject([AnchoredReason(.unnatural)], note: ""), .edit(.query("How warm?")),
            .edit(.deleteStep(1)), .edit(.deleteStep(3)), .edit(.argument(step: 1, path: name, "Rome")),
            .comment(.query, text: "?"), .edit(.splitChain(before: 2)),
        ]
        return actions.randomElement(using: &random) ?? .accept
    }
}
