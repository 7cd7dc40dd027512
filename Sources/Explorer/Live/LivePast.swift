import Engine

/// What a run had come to before it was watched.
struct LivePast: Hashable, Sendable {
    private(set) var figures = RunStanding.Figures()
    /// Nil where only the samples that had ended are known.
    private(set) var standing: Facts?

    /// What a record says beside the figures.
    struct Facts: Hashable, Sendable {
        let plan: Plan
        /// The most samples that were asked for.
        let requested: Int
    }

    /// Nothing, as far as is known.
    init() {}

    /// So many samples that had ended, however they did.
    init(ended: Int) {
        (figures.begun, figures.completed) = (ended, ended)
    }

    init(_ standing: RunStanding) {
        figures = standing.figures
        self.standing = Facts(plan: standing.plan, requested: standing.requested)
    }

    /// The figures, where they say what became of the samples.
    var told: RunStanding.Figures { standing == nil ? RunStanding.Figures() : figures }

    /// Whether something had happened that no figure tells.
    var isUntold: Bool { standing == nil && figures.begun > 0 }
}
