import Engine

/// A tool of a source, to be classified by whoever approves the source.
package struct ApprovalItem: Hashable, Sendable {
    /// How the tool stands to what was approved before.
    package enum State: Hashable, Sendable {
        /// It was not there, or not approved.
        case new
        /// It is what was approved.
        case same
        /// It was approved, and says something else now.
        case changed(ToolDifference)
        /// It was approved, and the source has it no more.
        case gone
    }

    package let tool: Tool
    package let state: State
    /// What it looks like; nobody has said so.
    package let suggested: Tool.Effects
    /// What it was approved as; nil where it was not.
    package let current: Tool.Effects?
    /// What is suspicious about it, as whole sentences.
    package let warnings: [String]

    /// A tool with what is known of it.
    package init(
        tool: Tool, state: State, suggested: Tool.Effects, current: Tool.Effects? = nil, warnings: [String] = []
    ) {
        self.tool = tool
        self.state = state
        self.suggested = suggested
        self.current = current
        self.warnings = warnings
    }
}

/// Whose tools are approved, and what is started or asked for them.
package struct ApprovalSubject: Hashable, Sendable {
    /// Which of the sources that are approved one after the other it is.
    package struct Place: Hashable, Sendable {
        /// From 1 on.
        package let number: Int
        package let count: Int

        package init(number: Int, of count: Int) {
            self.number = number
            self.count = count
        }
    }

    /// The source's name, as the user configured it.
    package let source: String
    /// The whole command, or the address.
    package let command: String
    /// The names of the variables that the command gets.
    package let environment: [String]
    /// The command that was approved before; nil where it is the same, or none was.
    package let commandChangedFrom: String?
    /// Nil where nobody counted.
    package let place: Place?

    /// A source by its name and command.
    package init(
        source: String, command: String, environment: [String] = [], commandChangedFrom: String? = nil,
        place: Place? = nil
    ) {
        self.source = source
        self.command = command
        self.environment = environment
        self.commandChangedFrom = commandChangedFrom
        self.place = place
    }
}

extension ApprovalItem {
    /// Whether it can be approved at all.
    var isThere: Bool { state != .gone }
}

extension ApprovalItem.State {
    /// One word for a list.
    var word: String {
        switch self {
        case .new: "new"
        case .same: "same"
        case .changed: "changed"
        case .gone: "gone"
        }
    }
}
