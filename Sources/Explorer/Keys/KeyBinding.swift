/// What the user binds: the keys of one action, in place of those it has otherwise.
package struct KeyBinding: Hashable, Sendable {
    /// The action's name, such as `next-sample`.
    package let action: String
    /// What is pressed, such as `ctrl-d` or `g g`; none takes the action's keys away.
    package let keys: [String]
    /// The line of the settings that says so, from 1.
    package let line: Int

    /// The keys of an action, as a line of the settings gives them.
    package init(action: String, keys: [String], line: Int) {
        self.action = action
        self.keys = keys
        self.line = line
    }
}
