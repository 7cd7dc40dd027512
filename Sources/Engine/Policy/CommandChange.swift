/// What is started or asked, when it was approved and now.
package struct CommandChange: Hashable, Sendable {
    /// For people; with the same values not shown, the same as ``now``.
    package let was: String
    package let now: String
    /// Variables whose values are others now, where that is all that changed; sorted.
    ///
    /// Empty where the commands differ, or where what changed has no name.
    package let variables: [String]

    /// Compares an approval with the command as it is now, and with its marks: see ``ToolApproval/marks``.
    package init(since approval: ToolApproval, to command: String, _ marks: [String: String]) {
        was = approval.command
        now = command
        let names = Set(marks.keys).union(approval.marks.keys)
        variables = ExactText(was) == ExactText(now) ? names.filter { approval.marks[$0] != marks[$0] }.sorted() : []
    }

    /// The old command; where it looks the same, with what was different behind it.
    package var before: String { looksTheSame ? "\(was)  # with another value of \(named)" : was }

    /// Whether only something changed that is not shown.
    package var looksTheSame: Bool { ExactText(was) == ExactText(now) }

    private var named: String { variables.isEmpty ? "what is not shown" : variables.joined(separator: ", ") }
}
