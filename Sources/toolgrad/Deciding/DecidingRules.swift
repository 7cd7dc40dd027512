/// What scripts may decide, as the settings have it.
struct DecidingRules: Hashable, Sendable {
    /// Whether a sample with a changed argument can be accepted only once its step was run again.
    var requiresRerun = false
    /// The most samples that a filter may choose without `--yes`.
    var confirmsOver = 25
}

extension DecidingRules {
    init(_ settings: Settings) {
        self.init(
            requiresRerun: settings.requireRerunAfterArgEdit, confirmsOver: settings.confirmBulkOver)
    }
}
