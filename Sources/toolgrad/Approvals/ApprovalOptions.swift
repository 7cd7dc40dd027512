import ArgumentParser
import Engine

/// What is approved on the command line, by pattern.
struct ApprovalOptions: ParsableArguments {
    @Option(
        name: .customLong("read"),
        help: ArgumentHelp("Approve tools whose names match as reading; may be repeated.", valueName: "pattern"))
    var reading: [ToolPattern] = []

    @Option(
        name: .customLong("write"),
        help: ArgumentHelp("Approve them as writing: each call asks. Counts above --read.", valueName: "pattern"))
    var writing: [ToolPattern] = []

    @Option(
        name: .customLong("destructive"),
        help: ArgumentHelp("Approve them as destructive: each call asks. Counts above --write.", valueName: "pattern"))
    var destructive: [ToolPattern] = []

    @Option(help: ArgumentHelp("Approve all other tools as read, write or destructive.", valueName: "effects"))
    var allAs: Tool.Effects?

    @Option(help: ArgumentHelp("Allow no tool that matches, whatever else is said.", valueName: "pattern"))
    var off: [ToolPattern] = []

    @Flag(help: "Approve without a question. Without it the tools are only shown.")
    var yes = false

    mutating func validate() throws {
        guard (reading + writing + destructive + off).allSatisfy({ !$0.text.isEmpty }) else {
            throw ValidationError("A pattern is empty. Give a name or a pattern such as 'get_*'.")
        }
        guard !yes || decides else {
            throw ValidationError("--yes approves nothing by itself. Say which tools, for example with --read 'get_*'.")
        }
    }

    /// Whether they say anything about any tool.
    var decides: Bool { !classification.rules.isEmpty || !off.isEmpty }

    /// The patterns as rules: of several that match a tool the strictest counts, and `--all-as` for the rest.
    var classification: Classification {
        let rest = allAs.map { [Classification.Rule("*", $0)] } ?? []
        return Classification(
            rest + reading.map { .init($0, .read) } + writing.map { .init($0, .write) }
                + destructive.map { .init($0, .destructive) })
    }

    /// What they make of a source's tools, those included that stay as they were approved.
    func choice(in review: ApprovalReview) -> [ToolName: Tool.Effects] {
        review.choice(by: classification).filter { name, _ in !off.contains { $0.matches(name) } }
    }

    /// Patterns that match no tool, which is often a slip of the pen.
    func idlePatterns(in review: ApprovalReview) -> [ToolPattern] {
        let tools = review.listed.map(\.tool)
        let given = Classification((reading + writing + destructive + off).map { .init($0, .read) })
        return given.idlePatterns(among: tools)
    }
}

extension ToolPattern: ExpressibleByArgument {
    /// Takes any text; an empty one is refused with the other options.
    public init(argument: String) {
        self.init(argument)
    }
}

extension Tool.Effects: ExpressibleByArgument {}
