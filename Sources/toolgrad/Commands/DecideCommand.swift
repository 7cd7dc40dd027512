import ArgumentParser
import DatasetStore
import DisplaySafety
import Engine
import Explorer
import Review

/// `toolgrad decide`: what the explorer's decision keys do, for scripts.
struct DecideCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: "Accept, reject, comment, edit, compare or undo, without the explorer.",
        discussion: """
            toolgrad decide s-1 s-2 accept
            toolgrad decide s-3 reject --reason 3@"step 2.city" --note "no such city"
            toolgrad decide --filter 'lint:leaks_tools' reject --reason 2 --dry-run
            toolgrad decide s-4 comment --on "step 2" --text "why here?"
            toolgrad decide s-5 edit --query "How warm is it in Oslo?"
            toolgrad decide s-5 edit --set 'step 2.city="Oslo"'
            toolgrad decide s-5.b1 prefer --over s-5
            toolgrad decide s-6 equal --to s-6.b1
            toolgrad decide undo

            Many samples are decided, and undone, as one. What cannot be decided is left out and named on stderr; \
            exits with 1 when nothing is left.
            """)

    @Argument(
        help: "The samples, then one of: \(DecisionWords.Verb.allCases.map(\.rawValue).joined(separator: ", ")).")
    var words: [String]

    @OptionGroup var list: ListOptions

    @Flag(help: "Every finished sample that is still pending.")
    var pending = false

    @Option(help: "A reason: its code or key, with @target where it is not the whole sample. May be repeated.")
    var reason: [String] = []

    @Option(parsing: .unconditional, help: "A note for the rejection.")
    var note: String?

    @Option(help: ArgumentHelp("The sample that a duplicate repeats.", valueName: "sample"))
    var duplicateOf: String?

    @Option(help: ArgumentHelp("What the comment is about; without it, the whole sample.", valueName: "target"))
    var on: String?

    @Option(parsing: .unconditional, help: "What the comment says; empty to take yours back.")
    var text: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("The new query.", valueName: "text"))
    var query: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("The new response.", valueName: "text"))
    var response: String?

    @Option(help: ArgumentHelp("A new argument, such as 'step 2.city=\"Oslo\"'. May be repeated.", valueName: "edit"))
    var set: [String] = []

    @Option(help: ArgumentHelp("The sample that the named one is better than.", valueName: "sample"))
    var over: String?

    @Option(help: ArgumentHelp("The sample that the named one is as good as.", valueName: "sample"))
    var to: String?

    @Flag(help: "Decide also when a filter chose more samples than are decided without asking.")
    var yes = false

    @Flag(help: "Print what would be decided, and decide nothing.")
    var dryRun = false

    @Flag(help: "Print one JSON line for each sample.")
    var json = false

    @OptionGroup var source: DatasetOption

    /// The words and options as ``DecisionRequest`` reads them.
    var typed: DecisionWords {
        DecisionWords(
            words: words, reasons: reason, note: note, duplicateOf: duplicateOf, target: on, text: text, query: query,
            response: response, arguments: set, over: over, to: to, usesList: list.isUsed || pending)
    }

    mutating func validate() throws {
        var problems = list.problems
        do throws(DecisionRequest.Problems) { _ = try DecisionRequest(typed) } catch {
            problems = error.texts + problems
        }
        guard problems.isEmpty else { throw ValidationError(problems.joined(separator: "\n")) }
    }

    func run() async throws {
        let request = try DecisionRequest(typed)
        let dataset = try dryRun ? source.openForList() : source.open(.readWrite)
        let surroundings = Surroundings.read()
        let reviewer = surroundings.reviewer
        switch request.act {
        case .undo: try await takeBack(try await dataset.undoing(by: reviewer), in: dataset, by: reviewer)
        case .redo: try await takeBack(try await dataset.redoing(by: reviewer), in: dataset, by: reviewer)
        case .decide(let actions):
            let rules = DecidingRules(try surroundings.settings())
            let check = DecisionCheck(actions: actions, reviewer: reviewer, rules: rules)
            try await decide(check, request.labels, in: dataset)
        case .compare(let label, let outcome):
            let action = try await dataset.comparing(with: label, outcome)
            try await decide(DecisionCheck(actions: [action], reviewer: reviewer), request.labels, in: dataset)
        }
    }

    private func decide(
        _ check: DecisionCheck, _ labels: [SampleLabel], in dataset: Dataset
    ) async throws {
        if let duplicateOf { _ = try await dataset.id(labelled: duplicateOf) }
        let candidates = try await dataset.candidates(labels, and: try await view(in: dataset))
        let plan = try await DecisionPlan(for: candidates, check, in: dataset)
        try tell(plan.leftOut)
        guard !plan.able.isEmpty else { return try nothingDecided(of: candidates.count) }
        if dryRun { return try list(plan, check.actions) }
        try confirm(plan, check)
        let decisions = try await dataset.decide(plan.orders(check.actions), by: check.reviewer, at: Surroundings.now())
        try await report(decisions, in: dataset)
        if plan.able.count > 1 || !plan.leftOut.isEmpty {
            let leftOut = plan.leftOut.isEmpty ? "" : ", \(plan.leftOut.count) left out"
            try Output.notes.line("\(plan.able.count.samples) decided\(leftOut).")
        }
    }

    private func view(in dataset: Dataset) async throws -> QueueView? {
        guard list.isUsed || pending else { return nil }
        var view = try await list.view(in: dataset)
        if pending { view.filter = view.filter.and(Filter(statuses: [.pending], growth: .finished)) }
        return view
    }

    /// Nothing to do is no failure; that nothing could be done is one.
    private func nothingDecided(of count: Int) throws {
        try Output.notes.line(count == 0 ? "There is no such sample: nothing to decide." : "Nothing was decided.")
        if count > 0 { throw ExitCode.failure }
    }

    private func confirm(_ plan: DecisionPlan, _ check: DecisionCheck) throws {
        guard plan.unnamed > check.rules.confirmsOver, !yes else { return }
        let examples = plan.able.prefix(3).map(\.label.description).joined(separator: ", ")
        throw CommandFailure(
            "This would \(check.actions.title) \(plan.able.count.samples), such as \(examples). "
                + "Add --yes to do it, or --dry-run to list them; nothing was decided.")
    }
}
