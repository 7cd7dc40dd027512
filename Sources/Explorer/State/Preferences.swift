/// What the reviewer set in the settings.
package struct Preferences: Hashable, Sendable {
    /// Whether a decision goes on to the next undecided sample.
    package var advances: Bool
    /// The most samples that are decided at once without asking.
    package var confirmsBulkOver: Int
    /// Whether a sample with a changed argument can be accepted only once its step was run again.
    package var requiresRerun: Bool

    /// What holds unless it is set otherwise.
    package init(advances: Bool = true, confirmsBulkOver: Int = 25, requiresRerun: Bool = false) {
        self.advances = advances
        self.confirmsBulkOver = confirmsBulkOver
        self.requiresRerun = requiresRerun
    }
}
