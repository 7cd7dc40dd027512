import ArgumentParser
import DatasetStore
import Engine
import Review

/// `toolgrad decide`: what the explorer's decision keys do, for scripts.
struct DecideCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: "Accept, reject, skip, flag or undo, without the explorer.",
        discussion: """
            toolgrad decide s-00001 s-00002 accept
            toolgrad decide s-00003 reject --reason 3@"step 2.city" --reason 8 --note "no such city"
            toolgrad decide --pending accept
            """)

    enum Action: String, ExpressibleByArgument, CaseIterable {
        case accept, reject, skip, pending, flag, unflag, undo
    }

    @Argument(help: "The samples, then one of: accept, reject, skip, pending, flag, unflag, undo.")
    var words: [String]

    @Option(help: "A reason: its code or key, with @target where it is not the whole sample. May be repeated.")
    var reason: [String] = []

    @Option(help: "A note for the rejection.")
    var note = ""

    @Flag(help: "Every finished sample that is still pending.")
    var pending = false

    @OptionGroup var source: DatasetOption

    private var action: Action? { words.last.flatMap(Action.init(rawValue:)) }
    private var samples: ArraySlice<String> { words.dropLast() }

    mutating func validate() throws {
        guard let action else {
            let known = Action.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("\"\(words.last ?? "")\" is no action. End with one of: \(known).")
        }
        if action == .undo, !samples.isEmpty || pending {
            throw ValidationError("undo takes no samples: it takes back your newest decision, whatever its sample.")
        }
        if action != .undo, samples.isEmpty, !pending {
            throw ValidationError("Name the samples to \(action.rawValue), or use --pending.")
        }
        if action == .reject {
            guard !reason.isEmpty else { throw ValidationError("Give at least one --reason for a rejection.") }
            let reasons = try anchoredReasons()
            if reasons.contains(where: { $0.reason == .other }), note.isEmpty {
                throw ValidationError("The reason \"other\" needs a --note that says what it is.")
            }
        } else if !reason.isEmpty || !note.isEmpty {
            throw ValidationError("--reason and --note are for rejections.")
        }
    }

    func run() async throws {
        let surroundings = Surroundings.read()
        let dataset = try source.open(.readWrite)
        if action == .undo { return try await undo(in: dataset, surroundings) }
        for sample in try await chosen(in: dataset) {
            try await check(sample, in: dataset)
            _ = try await dataset.decide(
                sample, try decision(), by: surroundings.reviewer, at: Surroundings.now())
            let summary = try await dataset.summaries(of: [sample]).first
            if let summary { try Output.data.line("\(summary.label)  \(summary.status.rawValue)") }
        }
    }

    private func chosen(in dataset: Dataset) async throws -> [SampleID] {
        var chosen: [SampleID] = []
        for label in samples { chosen.append(try await dataset.id(labelled: label)) }
        guard pending else { return chosen }
        let filter = Filter(statuses: [.pending], growth: .finished)
        let count = try await dataset.sampleCount(filter)
        return chosen + (try await dataset.summaries(offset: 0, limit: count, filter).map(\.id))
    }

    /// What the explorer would refuse is refused here too.
    private func check(_ id: SampleID, in dataset: Dataset) async throws {
        guard let action, action == .accept || action == .reject else { return }
        let sample = try await dataset.reviewedSample(id)
        let label = try await dataset.label(of: id)
        guard sample.state.outcome != nil else {
            throw CommandFailure("\(label) is not finished; resume its run first.")
        }
        if action == .accept, sample.query == nil {
            throw CommandFailure("\(label) has no query to accept. Reject it, or skip it.")
        }
        for anchored in try anchoredReasons() where !sample.has(anchored.target) {
            throw CommandFailure("\(label) has no \(anchored.target). Look at it with toolgrad show \(label).")
        }
    }

    private func undo(in dataset: Dataset, _ surroundings: Surroundings) async throws {
        let unit = try await dataset.lastUndoable(by: surroundings.reviewer)
        guard !unit.isEmpty else {
            throw CommandFailure("\(surroundings.reviewer) has decided nothing that could be undone.")
        }
        _ = try await dataset.decide(
            unit.map { ($0.sample, .undo($0.sequence)) }, by: surroundings.reviewer, at: Surroundings.now())
        for decision in unit {
            try Output.data.line("\(try await dataset.label(of: decision.sample))  undone: \(decision.action.title)")
        }
    }

    private func decision() throws -> Decision.Action {
        switch action {
        case .accept: .accept
        case .reject: .reject(try anchoredReasons(), note: note)
        case .skip: .skip
        case .pending: .returnToPending
        case .flag: .flag
        case .unflag: .unflag
        case .undo, nil: throw CommandFailure("Nothing was decided.")
        }
    }

    private func anchoredReasons() throws -> [AnchoredReason] {
        try reason.map { text in
            let halves = text.split(separator: "@", maxSplits: 1).map(String.init)
            guard let code = halves.first, let reason = Reason(code) else {
                let known = Reason.allCases.map { "\($0.key) \($0.rawValue)" }.joined(separator: ", ")
                throw ValidationError("\"\(text)\" is no reason. Use one of: \(known).")
            }
            guard halves.count == 2 else { return AnchoredReason(reason) }
            guard let target = Target(halves[1]) else {
                throw ValidationError(
                    "\"\(halves[1])\" is no target. Use whole, query, response, \"chain c1\", \"step 2\" or \"step 2.city\"."
                )
            }
            return AnchoredReason(reason, at: target)
        }
    }
}
