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
            executed again as it was recorded. An edited sample goes on from its chains as edited. An interrupted \
            branch goes on with toolgrad resume.
            """)

    @Argument(help: "The sample, such as s-00001 or s-00001.b1.")
    var sample: String

    @Option(help: ArgumentHelp("The first iteration that becomes another.", valueName: "iteration"))
    var at: Int

    @OptionGroup(title: "What is different") var steering: SteeringOptions

    @Flag(help: "Print the branch as one line of JSON.")
    var json = false

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
        let opening = StoredRunOpening(run: stored, dataset: store, tools: tools, baseURL: baseURL)
        try await opening.open(concurrency: 1) { growth in
            try await BranchGrowth(growth: growth, wish: wish, path: try source.path, printsLine: json).run()
        }
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
