/// What a user has allowed one tool source: which of its tools may be called, as what, and pinned to which definition.
///
/// A tool that it does not name is not allowed; one whose definition has changed since is not either.
package struct ToolApproval: Hashable, Codable, Sendable {
    /// One tool as the user saw it.
    package struct Approved: Hashable, Codable, Sendable {
        /// The definition at the time, so that a change can be shown as a difference.
        package let definition: Tool
        /// What the user classified it as.
        package let effects: Tool.Effects

        package init(definition: Tool, effects: Tool.Effects) {
            self.definition = definition
            self.effects = effects
        }
    }

    /// The source's name, as the user configured it.
    package let source: String
    /// What is started or asked, for people: the whole command, or the address.
    package let command: String
    /// The hash of what is started or asked: command, arguments, names of variables, or the address, and what fills them.
    ///
    /// Another command under the same name has another hash, and nothing is allowed to it.
    package let identity: ContentHash
    /// A few digits for each value in the identity that the command does not show, by the name of its variable.
    package let marks: [String: String]
    package var tools: [Approved]

    package init(
        source: String, command: String, identity: ContentHash, marks: [String: String] = [:], tools: [Approved]
    ) {
        self.source = source
        self.command = command
        self.identity = identity
        self.marks = marks
        self.tools = tools
    }
}
