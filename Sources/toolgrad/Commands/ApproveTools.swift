import ArgumentParser
import DisplaySafety
import Engine
import Explorer
import Foundation
import NcursesTerminal

/// `toolgrad tools approve`.
struct ApproveTools: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "See what MCP servers offer, and say which tools may be called, as what.",
        discussion: """
            In a terminal, a screen for each server. Reading tools are then called without a question; writing and \
            destructive ones ask in the explorer each time, and are never called by generate. What was approved is \
            pinned to the command and to each tool's definition: what changes is off until it is approved again. \
            Without a terminal, or with patterns, everything is printed, and --yes approves.
            """)

    @OptionGroup(title: "Tools") var tools: ToolOptions

    @OptionGroup(title: "What is approved") var wish: ApprovalOptions

    @OptionGroup var screen: ScreenOptions

    mutating func validate() throws {
        guard !tools.mcpConfig.isEmpty else {
            throw ValidationError("Name the servers to approve: --mcp-config FILE.")
        }
    }

    func run() async throws {
        let surroundings = Surroundings.read()
        let usesScreen = !wish.decides && StandardStreams.canShowScreen && !screen.linear
        let seen = try await surroundings.seen(tools, starting: usesScreen ? .asking : .given)
        try await seen.closing {
            try seen.tellProblems()
            try tellIdlePatterns(seen)
            let reviews = seen.sources.compactMap { source in source.review.map { (source, $0) } }
            for (index, (source, review)) in reviews.enumerated() {
                if usesScreen {
                    let place = ApprovalSubject.Place(number: index + 1, of: reviews.count)
                    try await decide(source, review, at: place, surroundings)
                } else {
                    try decideByPattern(source, review, surroundings)
                }
            }
        }
        if !seen.problems.isEmpty { throw ExitCode.failure }
    }

    /// A pattern that matches no tool of any server is often a slip of the pen.
    private func tellIdlePatterns(_ seen: SeenTools) throws {
        let idle = seen.sources.compactMap(\.review).map { Set(wish.idlePatterns(in: $0).map(\.text)) }
        guard let first = idle.first else { return }
        let patterns = idle.dropFirst().reduce(first) { $0.intersection($1) }.sorted()
        for pattern in patterns {
            try Output.notes.line(
                SafeText("No tool matches \(pattern). See toolgrad tools list for their names.").plain)
        }
        guard patterns.isEmpty || !wish.yes else {
            throw CommandFailure(
                "Nothing was approved, since not all patterns match a tool. Mend them, or leave them out.")
        }
    }

    private func decide(
        _ source: SeenSource, _ review: ApprovalReview, at place: ApprovalSubject.Place, _ surroundings: Surroundings
    ) async throws {
        let opened = try OpenedScreen(screen, surroundings)
        let state = ApprovalState(
            ApprovalSubject(source, review, at: place), items: review.entries.map(ApprovalItem.init),
            size: opened.terminal.size,
            glyphs: opened.look.glyphs)
        let ending = await ApprovalSession(terminal: opened.terminal, look: opened.look).run(state)
        opened.terminal.close()
        switch ending {
        case .approved(let choice): try keep(choice, review, surroundings)
        case .left: try Output.notes.line("\(SafeText(source.name).plain): nothing was changed.")
        case .hungUp: throw ExitCode.signal(SIGHUP)
        case .signal(let number): throw ExitCode.signal(number)
        }
    }

    private func decideByPattern(
        _ source: SeenSource, _ review: ApprovalReview, _ surroundings: Surroundings
    ) throws {
        let choice = wish.choice(in: review)
        var text = ApprovalText(
            review: review, environment: source.environment, configFile: source.configFile ?? "FILE",
            choice: wish.decides ? choice : nil)
        guard wish.yes else { return try Output.data.write(text.text) }
        // On the disk before it is said: a text that says "approved" must not be followed by a failure.
        let path = try write(choice, review, surroundings)
        text.purpose = .approving
        try Output.data.write(text.text)
        try tell(choice, review, keptIn: path)
    }

    private func keep(
        _ choice: [ToolName: Tool.Effects], _ review: ApprovalReview, _ surroundings: Surroundings
    ) throws {
        try tell(choice, review, keptIn: try write(choice, review, surroundings))
    }

    private func write(
        _ choice: [ToolName: Tool.Effects], _ review: ApprovalReview, _ surroundings: Surroundings
    ) throws -> String {
        try ApprovalFolder(surroundings.approvalFolder).write(review.approval(of: choice))
    }

    private func tell(_ choice: [ToolName: Tool.Effects], _ review: ApprovalReview, keptIn path: String) throws {
        let counts = Tool.Effects.allCases.map { effects in
            "\(choice.values.count { $0 == effects }) \(effects.rawValue)"
        }
        try Output.notes.line(
            SafeText("\(review.source): approved \(counts.joined(separator: ", ")). Kept in \(path).").plain)
    }
}

extension ApprovalSubject {
    fileprivate init(_ source: SeenSource, _ review: ApprovalReview, at place: Place) {
        self.init(
            source: source.name, command: source.command, environment: source.environment,
            commandChangedFrom: review.commandChange?.before, place: place)
    }
}

extension ApprovalItem {
    fileprivate init(_ entry: ApprovalReview.Entry) {
        self.init(
            tool: entry.tool, state: State(entry.state), suggested: entry.suggestion.effects, current: entry.current,
            warnings: ToolWarnings(entry).texts)
    }
}

extension ApprovalItem.State {
    fileprivate init(_ state: ApprovalReview.State) {
        switch state {
        case .new: self = .new
        case .same: self = .same
        case .gone: self = .gone
        case .changed(let difference): self = .changed(difference)
        }
    }
}
