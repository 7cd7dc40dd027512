import NcursesTerminal

/// Which servers may be started only to see what they offer.
enum StartConsent {
    /// Only those of which something is approved.
    case approved
    /// The user is asked about those that are not; without a terminal naming them is word enough.
    case asking
    /// All of them: the user has said so.
    case given

    /// Whether the servers with these commands may be started; asks on the terminal where it has to.
    func allows(_ commands: [String]) throws -> Bool {
        switch self {
        case .given: true
        case .approved: commands.isEmpty
        case .asking: try commands.isEmpty || !StandardStreams.canAsk || Self.ask(commands)
        }
    }

    /// Shows what would be started, and waits for a yes.
    private static func ask(_ commands: [String]) throws -> Bool {
        try Output.notes.line("To list their tools, this starts:")
        for command in commands { try Output.notes.line("  " + ToolText.line(command)) }
        try Output.notes.write("Start? [y/N] ")
        return ["y", "yes"].contains(readLine()?.lowercased())
    }
}

extension StandardStreams {
    /// Whether a question can be put on stderr and answered.
    static var canAsk: Bool { input.isTerminal && error.isTerminal }
}
