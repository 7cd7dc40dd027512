import DatasetStore
import Engine
import Review
import TestSupport

/// A dataset of samples that differ in everything that a filter may ask, and what is known of each without it.
struct Gallery {
    let dataset: Dataset
    var exhibits: [Exhibit]

    /// A sample with what filters and orders go by, found out the plain way.
    struct Exhibit {
        let label: SampleLabel
        let sample: ReviewedSample
        let decisions: [Decision]
        let findings: [Finding]?

        var id: SampleID { sample.id }
    }

    init(in folder: TemporaryFolder) async throws {
        dataset = try folder.dataset()
        try await dataset.growGallery()
        exhibits = []
        try await look()
    }

    /// Reads everything again.
    mutating func look() async throws {
        exhibits = []
        for line in try await dataset.summaries(offset: 0, limit: 1_000) {
            let reading = try await dataset.reading(of: line.id)
            let alike = try await dataset.earlierAlike(to: line.id).map { [$0.finding] } ?? []
            let findings = line.findings.map { _ in reading.sample.findings() + alike }
            exhibits.append(
                Exhibit(
                    label: line.label, sample: reading.sample, decisions: reading.decisions, findings: findings))
        }
    }
}

extension Dataset {
    /// Grows samples of several runs and has two reviewers look at them.
    fileprivate func growGallery() async throws {
        let cities = ["Oslo", "Bergen", "Lisbon", "東京", "Malmö"]
        let whole = (1...18).map { SampleBuilder.exhibit($0, city: cities[$0 % 5]) }
        try await begin(whole[0], requested: 19)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for sample in whole + [.exhibit(19, city: "Oslo").unfinished] {
                group.addTask {
                    for event in sample.paidEvents.recorded(of: sample.id) { try await self.record(event) }
                }
            }
            try await group.waitForAll()
        }
        for seed in [UInt64(2), 3] { try await store(.warmth(of: "Lisbon", seed: seed)) }
        try await growBranch(of: whole[2])
        try await review()
        for line in try await summaries(offset: 0, limit: 100) where line.label.number % 4 != 0 {
            let reading = try await reading(of: line.id)
            try await note(reading.sample.findings(), in: reading)
        }
    }

    /// A branch with an iteration that added nothing, and without a query.
    private func growBranch(of parent: SampleBuilder) async throws {
        let branch = SampleID(run: parent.id.run, index: parent.id.index, branch: [1])
        let history: [RunEvent] = [
            .branched(
                from: parent.id, iteration: 2, steering: Steering(),
                inherited: RunState(parent.paidEvents).cut(after: 1)),
            .iterationBegan(2), .asked(.example(cost: Money(nanodollars: 7))),
            .iterationEnded(2, .stalled(.everyTrialFailed)),
            .finished(.synthesisFailed(reason: "none")),
        ]
        for event in history.recorded(of: branch) { try await record(event) }
    }

    private func review() async throws {
        let samples = try await summaries(offset: 0, limit: 100).map(\.id)
        let rejection = Decision.Action.reject(
            [AnchoredReason(.wrongTool, at: .step(1)), AnchoredReason(.unnatural)], note: "no")
        let plan: [(Int, Decision.Action, String)] = [
            (0, .accept, "ada"), (1, .accept, "bob"), (2, rejection, "ada"), (3, rejection, "bob"), (3, .accept, "ada"),
            (4, .skip, "Jo Li"), (5, .flag, "ada"), (5, .comment(.query, text: "odd"), "bob"), (6, .flag, "ada"),
            (6, .unflag, "ada"), (7, .edit(.query("How cold is it in Bergen?")), "ada"), (7, .accept, "bob"),
            (8, .edit(.argument(step: 1, path: JSONPath("name") ?? JSONPath(), "Porto")), "ada"),
            (9, .edit(.deleteStep(2)), "bob"), (10, .comment(.whole, text: "why?"), "bob"),
            (10, .comment(.whole, text: ""), "bob"), (11, .accept, "eve"),
        ]
        for (place, action, reviewer) in plan {
            _ = try await decide(samples[place], action, by: reviewer, at: .zero)
        }
        let last = try await lastUndoable(by: "eve")
        _ = try await decide(last.takenBack, by: "eve", at: .zero)
    }
}

extension SampleBuilder {
    /// A sample of one run with more or fewer steps, some with rare tools.
    fileprivate static func exhibit(_ index: Int, city: String) -> SampleBuilder {
        var sample = SampleBuilder(
            query: "How warm is it in \(city), on day \(index / 2)?", response: "It is \(index) degrees.", index: index,
            seed: 1)
        // Every sample declares all tools, since its run depends on them.
        for name in ["geocode", "forecast", "hotel.search", "hotel.book", "fx_convert"] {
            sample = sample.tool(Tool(name: ToolName(name), description: name, inputSchema: ["type": "object"]))
        }
        sample = sample.step(
            "geocode", ["name": .string(city)], gives: index % 3 == 0 ? "{}" : #"{"lat":\#(index % 5)}"#)
        if index % 2 == 0 { sample = sample.step("forecast", ["lat": 1], gives: #"{"max":9}"#) }
        if index % 4 == 0 { sample = sample.step("hotel.search", ["near": .string(city)], gives: "[]", chain: 2) }
        if index % 6 == 0 { sample = sample.step("hotel.book", ["id": 7], gives: #"{"ok":true}"#, chain: 2) }
        if index == 17 { sample = sample.step("fx_convert", [:], gives: "1") }
        return index == 13 ? sample.ended(.nothingGrown) : sample
    }
}

extension SampleBuilder {
    /// The events with questions to a model: none in every fourth sample, and one of unknown price in another fourth.
    fileprivate var paidEvents: [RunEvent] {
        guard id.index % 4 != 0 else { return events }
        return events.flatMap { event -> [RunEvent] in
            guard case .iterationBegan(let number) = event else { return [event] }
            let price = Money(nanodollars: Int64(id.index) * 1_100_000_003)
            return [
                event, .asked(.example(cost: id.index % 4 == 2 && number == 1 ? nil : price)),
                .asked(.example(cost: Money(nanodollars: 100_000_000))),
            ]
        }
    }
}

extension Exchange {
    fileprivate static func example(cost: Money?) -> Exchange {
        let slot = ExchangeSlot(
            sample: SampleBuilder.warmth(of: "Oslo").id, iteration: 1, stage: .proposing)
        guard case .answered(let completion) = RecordedExchange.oddAnswer.result else { preconditionFailure() }
        return Exchange(
            Question(ModelRequest.ofEverything("?"), in: slot),
            RecordedExchange(.answered(completion), tries: 1, cost: cost))
    }
}

extension Gallery {
    /// The samples that a filter means, by the plainest reading of each condition, in the order of the labels.
    func samples(_ filter: Filter) -> [SampleID] {
        exhibits.filter { $0.fits(filter, among: exhibits) }.map(\.id)
    }

    /// The samples in an order.
    func samples(_ filter: Filter, by sort: Sort) -> [SampleID] {
        let found = exhibits.filter { $0.fits(filter, among: exhibits) }
        if sort.key == .id { return sort.isReversed ? found.map(\.id).reversed() : found.map(\.id) }
        func keys(_ exhibit: Exhibit) -> [Double] {
            guard let number = number(of: exhibit, for: sort.key) else { return [1, 0] }
            return [0, sort.isReversed ? -number : number]
        }
        return found.sorted { left, right in
            let (first, second) = (keys(left), keys(right))
            return first == second ? left.label < right.label : first.lexicographicallyPrecedes(second)
        }.map(\.id)
    }

    /// What ascends in an order; nil for what is not known.
    private func number(of exhibit: Exhibit, for key: Sort.Key) -> Double? {
        switch key {
        case .id, .random: 0
        case .lint: exhibit.findings.map { -Double($0.count) }
        case .uncertainty: exhibit.findings.map { -Double($0.count { $0.severity == .warning }) }
        case .length: -Double(exhibit.sample.workflow.steps.count)
        case .cost: exhibit.cost.map { -$0 }
        case .novelty:
            exhibit.tools.map { tool in exhibits.count { $0.tools.contains(tool) } }.min().map { count in
                Double(String(count, radix: 2).count)
            }
        }
    }
}

extension Gallery.Exhibit {
    var tools: Set<String> { Set(sample.workflow.steps.map(\.call.tool.text)) }

    func fits(_ filter: Filter, among all: [Gallery.Exhibit]) -> Bool {
        switch filter {
        case .all(let filters): filters.allSatisfy { fits($0, among: all) }
        case .not(let filter): !fits(filter, among: all)
        case .condition(let condition): fits(condition, among: all)
        }
    }

    private func fits(_ condition: Filter.Condition, among all: [Gallery.Exhibit]) -> Bool {
        switch condition {
        case .status(let statuses): statuses.contains(sample.review.status)
        case .growth(.growing): sample.state.outcome == nil
        case .growth(.finished): sample.state.outcome != nil
        case .growth(.failed): isFailed
        case .flagged: sample.review.isFlagged
        case .edited: !sample.review.edits.isEmpty
        case .stale: !sample.staleSteps.isEmpty
        case .commented: !sample.review.comments.isEmpty
        case .count(let quantity, let bounds): count(quantity).map(bounds.holds) ?? false
        case .number(let bounds): bounds.holds(Double(label.number))
        case .tool(let pattern): tools.contains { fit($0, pattern) }
        case .model(let pattern): fit("offline", pattern)
        case .finding(let reason): (findings ?? []).contains { reason == nil || $0.reason == reason }
        case .check(let name, let severity):
            (findings ?? []).contains { $0.check == name && (severity == nil || $0.severity == severity) }
        case .reason(let reason): sample.review.reasons.contains { $0.reason == reason }
        case .noOp: noOps > 0
        case .text(let words): texts.contains { has(words, in: $0) }
        case .fuzzy(let word):
            sample.query?.lowercased().contains(word.lowercased()) == true || label.description.hasPrefix(word)
                || SampleLabel(word)?.number == label.number
        case .reviewer(let name): standingReviewers.contains(name)
        case .since(let moment): decisions.contains { $0.time >= moment && $0.action.decides }
        case .duplicate:
            sample.state.outcome != nil
                && (findings ?? []).contains { $0.reason == .duplicate }
                || sample.state.outcome != nil
                    && all.contains { $0.id != id && $0.sample.state.outcome != nil && isAlike($0) }
        case .run(let prefix): id.run.hash.hex.hasPrefix(prefix)
        }
    }

    private var isFailed: Bool {
        switch sample.state.outcome {
        case .synthesisFailed, .nothingGrown: true
        case .completed, nil: false
        }
    }

    private func count(_ quantity: Filter.Quantity) -> Double? {
        switch quantity {
        case .steps: Double(sample.workflow.steps.count)
        case .chains: Double(sample.workflow.chains.count)
        case .iterations: Double(sample.state.iterations.count)
        case .calls: Double(sample.state.usage.toolCalls)
        case .cost: cost
        case .lint: findings.map { Double($0.count) }
        case .noop: Double(noOps)
        }
    }

    /// In dollars; nil where no model was asked, and where one question's price is unknown.
    var cost: Double? {
        let usage = sample.state.usage
        guard usage.modelCalls > 0, usage.unpricedCalls == 0 else { return nil }
        return Double(usage.cost.nanodollars) / 1_000_000_000
    }

    private var noOps: Int { sample.state.iterations.count { if case .stalled = $0.outcome { true } else { false } } }

    private var texts: [String] { [sample.query, sample.response].compactMap(\.self) }

    private func has(_ words: String, in text: String) -> Bool {
        func plain(_ text: String) -> [String] {
            text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        }
        let (sought, said) = (plain(words), plain(text))
        guard let last = sought.last, said.count >= sought.count else { return false }
        return (0...said.count - sought.count).contains { start in
            let part = said[start..<start + sought.count]
            return part.dropLast().elementsEqual(sought.dropLast()) && part.last?.hasPrefix(last) == true
        }
    }

    private var standingReviewers: Set<String> {
        let undone = Set(decisions.compactMap { if case .undo(let number) = $0.action { number } else { nil } })
        return Set(
            decisions.filter { decision in
                if case .undo = decision.action { return false }
                return !undone.contains(decision.sequence)
            }.map(\.reviewer))
    }

    private func isAlike(_ other: Gallery.Exhibit) -> Bool {
        let (own, others) = (sample.workflow.steps.map(\.call), other.sample.workflow.steps.map(\.call))
        return !own.isEmpty && own == others || sample.query != nil && sample.query == other.sample.query
    }
}

extension Decision.Action {
    fileprivate var decides: Bool {
        switch self {
        case .accept, .reject, .skip, .judge, .adjudicate: true
        case .returnToPending, .flag, .unflag, .edit, .comment, .prefer, .equal, .undo: false
        }
    }
}

extension Filter.Bounds {
    fileprivate func holds(_ number: Double) -> Bool {
        if let lowest, isStrict ? number <= lowest : number < lowest { return false }
        if let highest, isStrict ? number >= highest : number > highest { return false }
        return true
    }
}

/// Whether a text fits a pattern with `*` for any letters, whatever the case.
private func fit(_ text: String, _ pattern: String) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    if first == "*" {
        return text.indices.contains { fit(String(text[$0...]), String(pattern.dropFirst())) }
            || fit("", String(pattern.dropFirst()))
    }
    return text.first?.lowercased() == first.lowercased() && fit(String(text.dropFirst()), String(pattern.dropFirst()))
}
