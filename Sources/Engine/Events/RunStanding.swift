/// What a run had come to at one moment, by its record: where whoever begins to watch it starts from.
package struct RunStanding: Hashable, Sendable {
    package let run: RunID
    package let plan: Plan
    /// The most samples that were asked for.
    package let requested: Int
    package let figures: Figures
    /// The number of the last event of each sample that had begun and not finished, branches and interrupted ones too.
    package let lastEvents: [SampleID: Int]
    /// The events of those of them that grow, or will once the run goes on, in the order of the samples; no more than
    /// were asked for.
    package let underWay: [[RecordedEvent]]
    /// The indices of the samples that were asked for and that a limit of the run stopped; resuming it goes on with them.
    package let interrupted: Set<Int>

    package init(
        of run: RunID, plan: Plan, requested: Int, figures: Figures, lastEvents: [SampleID: Int] = [:],
        underWay: [[RecordedEvent]] = [], interrupted: Set<Int> = []
    ) {
        self.run = run
        self.plan = plan
        self.requested = requested
        self.figures = figures
        self.lastEvents = lastEvents
        self.underWay = underWay
        self.interrupted = interrupted
    }

    /// What the samples that were asked for had come to; branches are only in what models cost.
    package struct Figures: Hashable, Sendable {
        /// Samples of which there is an event.
        package var begun = 0
        package var completed = 0
        package var failed = 0
        /// Iterations that are over.
        package var iterations = 0
        package var noOps = 0
        /// Failed trials are not counted.
        package var usage = Usage()

        package init() {}

        /// Samples that are not to be grown any more.
        package var ended: Int { completed + failed }
    }
}
