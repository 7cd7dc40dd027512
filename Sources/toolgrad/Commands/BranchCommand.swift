import ArgumentParser
import DatasetStore
import DisplaySafety
import Engine
import Foundation
import NcursesTerminal
import Review

/// `toolgrad branch`: grows a branch of a sample that goes its own way from an iteration on.
struct BranchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "branch", abstract: "Go back to an iteration of a sample and grow another ending.",
        discussion: """
            toolgrad branch s-00417 --at 3 --choose 2
            toolgrad branch s-00417 --at 3 --note "avoid hotels" --mute hotel_search

            The branch shares the iterations before that one; the sample itself stays as it is. A chosen proposal is \
            executed again as it was recorded. An edited sample goes on from its chains as edited. What it will take \
            is told first, from what the sample took, and asked about in a terminal where models are paid for it. An \
            interrupted branch goes on with toolgrad resume.
            """)

    @Argument(help: "The sample, such as s-00001 or s-00001.b1.")
    var sample: String

    @Option(help: ArgumentHelp("The first iteration that becomes another.", valueName: "iteration"))
    var at: Int

    @OptionGroup(title: "What is different") var steering: SteeringOptions

    @Flag(help: "Print the branch as one line of JSON.")
    var json = false

    @Flag(help: "Grow it without asking first.")
    var yes = false

    @Option(
        name: .customLong("base-url"),
        help: ArgumentHelp("Where the run's models are asked, if not where they were.", valueName: "url"))
    var baseURL: String?

    @OptionGroup var source: DatasetOption

    @OptionGroup(title: "Tools, those the run was begun with") var tools: ToolOptions

    func run() async throws {
        let store = try source.open(.readWrite)
        let parent = try await store.sample(labelled: sample)
        let wish = try BranchWish(of: parent, at: at, steering.steering)
        guard let stored = try await store.runs().first(where: { $0.id == parent.id.run }) else {
            throw DatasetError.unknownRun(parent.id.run)
        }
        let limit = stored.plan.budget.limit(metBy: try await store.spent(of: stored.id))
        let forecast = BranchForecast(of: wish, from: parent, name: sample, limit: limit)
        for line in forecast.lines { try Output.notes.line(ToolText.line(line)) }
        if forecast.asksModels || stored.modelSetup != nil, !yes, StandardStreams.canAsk { try BranchForecast.ask() }
        let opening = StoredRunOpening(run: stored, dataset: store, tools: tools, baseURL: baseURL)
        try await opening.open(concurrency: 1) { growth in
            try await BranchGrowth(growth: growth, wish: wish, path: try source.path, printsLine: json).run()
        }
    }
}

/// What a branch will take, told before it grows.
struct BranchForecast {
    private let estimate: BranchEstimate
    private let name: String
    /// The limit of the run that is met already; nil for none.
    private let limit: Budget.Limit?

    init(of wish: BranchWish, from parent: ReviewedSample, name: String, limit: Budget.Limit? = nil) {
        self.limit = limit
        estimate = BranchEstimate(
            at: wish.iteration, of: parent.state, executing: wish.steering.proposals, tools: parent.tools)
        self.name = name
    }

    /// Whether models were asked for the sample, and so will be again.
    var asksModels: Bool { estimate.asksModels }

    var lines: [String] {
        ["The branch of \(name) may take:"] + (estimate.sentences + warning).map { "  " + $0 }
    }

    private var warning: [String] {
        limit.map { ["the run's limit of \($0.title) is met already: the branch will end unfinished"] } ?? []
    }

    /// Waits for a yes on the terminal.
    ///
    /// - Throws: ``CommandFailure`` for anything else.
    static func ask() throws {
        try Output.notes.write("Grow it? [y/N] ")
        guard ["y", "yes"].contains(readLine()?.lowercased()) else { throw CommandFailure("No branch was grown.") }
    }
}

extension Budget {
    /// Which limit is met by what was spent, time left out; nil where something is left of each.
    fileprivate func limit(metBy spent: BudgetAccount.Spent) -> Limit? {
        if let toolCalls, spent.toolCalls >= toolCalls { return .toolCalls }
        if let modelCalls, spent.modelCalls >= modelCalls { return .modelCalls }
        if let tokens, spent.tokens >= tokens { return .tokens }
        if let money, spent.money >= money { return .money }
        return nil
    }
}

/// What a branch is asked for.
struct SteeringOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Choose this proposal of the iteration, which must have succeeded.", valueName: "n"))
    var choose: Int?

    @Flag(help: "Decline all proposals of the iteration.")
    var decline = false

    @Option(help: ArgumentHelp("Where the chosen steps go: new for a new chain, c2 for chain 2.", valueName: "place"))
    var place: String?

    @Option(help: "A note for the proposer of this and the following iterations.")
    var note: String?

    @Option(help: ArgumentHelp("Leave this tool out; may be given several times.", valueName: "tool"))
    var mute: [String] = []

    private static let longestNote = 1_000

    mutating func validate() throws {
        if choose != nil, decline { throw ValidationError("--choose and --decline exclude each other.") }
        if let choose, choose < 1 { throw ValidationError("--choose is \(choose). Proposals are counted from 1.") }
        if let place, placement == nil {
            throw ValidationError("--place is \(SafeText(place).plain). Give new, or a chain such as c2.")
        }
        if place != nil, decline { throw ValidationError("--place is for steps that are kept, not with --decline.") }
        if let note, note.count > Self.longestNote || note.isBlank {
            throw ValidationError(
                "--note has \(note.count) characters. Give words, at most \(Self.longestNote) characters.")
        }
        guard !steering.isEmpty else {
            throw ValidationError("Say what is to be different: --choose, --decline, --place, --note or --mute.")
        }
    }

    var steering: Steering {
        Steering(
            choice: decline ? .decline : choose.map { .proposal(Proposal.ID($0)) }, place: placement, note: note,
            mutedTools: Set(mute.map { ToolName($0) }).sorted())
    }

    private var placement: Placement? {
        guard let place else { return nil }
        if place == "new" { return .newChain }
        guard place.hasPrefix("c"), let number = Int(place.dropFirst()), number > 0 else { return nil }
        return .append(Chain.ID(number))
    }
}
