import Engine

/// What a run had come to before it was watched.
struct LivePast: Hashable, Sendable {
    private(set) var figures = RunStanding.Figures()
    /// Nil where only the samples that had ended are known.
    private(set) var standing: Facts?
    /// The indices of samples that a limit had stopped, as long as nobody has gone on with them.
    private(set) var interrupted: Set<Int> = []
    /// Samples that had begun and not ended and that the record told no more of, since it follows only so many; those
    /// that somebody has gone on with meanwhile are not among them.
    private(set) var untoldOpen = 0

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
        interrupted = standing.interrupted
        let told = standing.underWay.count { $0.first?.sample.branch.isEmpty == true }
        untoldOpen = max(0, figures.begun - figures.ended - interrupted.count - told)
    }

    /// Samples that are to go on once somebody goes on with the run, beside those that the record tells of.
    var left: Int { interrupted.count + untoldOpen }

    /// Somebody has gone on with a sample that it counts and tells no more of.
    mutating func lose(_ sample: SampleID) {
        guard sample.branch.isEmpty, interrupted.remove(sample.index) == nil else { return }
        untoldOpen = max(0, untoldOpen - 1)
    }

    /// Somebody has gone on with a sample.
    mutating func loseInterrupted(_ sample: SampleID) {
        if sample.branch.isEmpty { interrupted.remove(sample.index) }
    }

    /// The figures, where they say what became of the samples.
    var told: RunStanding.Figures { standing == nil ? RunStanding.Figures() : figures }

    /// Whether something had happened that no figure tells.
    var isUntold: Bool { standing == nil && figures.begun > 0 }
}
