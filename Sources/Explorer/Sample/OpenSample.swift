import Engine
import Review

/// The sample on the screen: what is stored of it, and the iteration it is looked at.
///
/// Making one looks for traces and findings, which takes milliseconds: whoever reads a sample makes it, so that no key
/// waits for that.
package struct OpenSample: Identifiable, Hashable, Sendable {
    /// Which iteration is shown.
    enum Gaze: Hashable, Sendable {
        /// The newest one, also while the sample grows.
        case newest
        case iteration(Int)
    }

    private(set) var sample: ReviewedSample
    private(set) var decisions: [Decision]
    private(set) var lastEvent: Int
    private(set) var gaze = Gaze.newest
    /// The iteration whose draft the texts are compared with; nil for the draft before the one on show.
    private(set) var base: Int?
    /// Whether the reviewer walked through the iterations.
    private(set) var wasWalked = false
    /// What is derived for the iteration on show.
    private(set) var view: SampleView
    /// What was on show before, newest first: walking back and forth derives nothing twice.
    private var walked: [SampleView] = []
    private static let mostWalked = 12
    /// What a model is saying for it, until the answer is stored.
    private(set) var speech: Speech?

    /// The earlier sample that it repeats, as it was when it was read; nil where there is none.
    private let duplicate: Finding?
    /// What models found in it, as it was when it was read; nil where none has judged it.
    private let judged: [Finding]?
    private let judgedEdits: [Edit]

    /// A sample as it was read, at its newest iteration.
    ///
    /// - Parameters:
    ///   - sample: The sample with its reviews.
    ///   - decisions: The decisions about it, in order.
    ///   - lastEvent: The number of the last event that was read.
    ///   - duplicate: The earlier sample that it repeats; nil where there is none.
    ///   - judged: What models found in it as it stands; nil where none has judged it.
    package init(
        _ sample: ReviewedSample, decisions: [Decision], lastEvent: Int, duplicate: Finding? = nil,
        judged: [Finding]? = nil
    ) {
        self.duplicate = duplicate
        self.judged = judged
        judgedEdits = sample.review.edits
        self.sample = sample
        self.decisions = decisions
        self.lastEvent = lastEvent
        view = SampleView(of: sample, at: sample.state.iterations.count, base: nil)
    }

    /// What checks and models find in what is on show, and what comparing it with other samples found.
    var findings: [Finding] {
        view.findings + (showsNewest ? duplicate.map { [$0] } ?? [] : []) + (judgedFindings ?? [])
    }

    /// What models found in what is on show; nil where none has judged that, and after an edit.
    var judgedFindings: [Finding]? { showsNewest && review.edits == judgedEdits ? judged : nil }

    package var id: SampleID { sample.id }
    var state: RunState { sample.state }
    var review: ReviewState { sample.review }

    /// How many iterations have begun.
    var iterations: Int { state.iterations.count }

    /// The number of the iteration on show; 0 before the first.
    var viewed: Int {
        switch gaze {
        case .newest: iterations
        case .iteration(let number): min(number, iterations)
        }
    }

    var showsNewest: Bool { viewed == iterations }

    /// The iteration on show; nil before the first.
    var iteration: Iteration? { state.iterations.first { $0.number == viewed } }

    /// What an event's arrival means.
    enum Arrival: Hashable {
        case taken, known
        /// Events before it are missing: the sample has to be read again.
        case gap
    }

    mutating func take(_ event: RecordedEvent) -> Arrival {
        guard event.number > lastEvent else { return .known }
        guard event.number == lastEvent + 1 else { return .gap }
        lastEvent = event.number
        speech = nil
        var state = sample.state
        state.apply(event.event)
        sample = sample.with(state)
        walked = []
        refresh()
        return .taken
    }

    mutating func hear(_ speech: Speech) {
        if state.outcome == nil { self.speech = speech }
    }

    mutating func take(_ decision: Decision) {
        guard !decisions.contains(where: { $0.sequence == decision.sequence }) else { return }
        decisions.append(decision)
        sample = sample.with(ReviewState(decisions))
        // An edit changes what is still to come after every iteration.
        walked = []
        refresh()
    }

    /// Looks at a later or an earlier iteration; the newest one is then followed.
    mutating func walk(by distance: Int) {
        guard iterations > 0 else { return }
        let target = min(max(1, viewed + distance), iterations)
        let left = view
        wasWalked = true
        gaze = target == iterations ? .newest : .iteration(target)
        refresh()
        walked = [left] + walked.filter { !$0.shows(what: left) }.prefix(Self.mostWalked - 1)
    }

    /// Compares the texts with the draft of an iteration; nil for the draft before.
    mutating func compare(with iteration: Int?) {
        base = iteration
        refresh()
    }

    /// Whether events or decisions arrived that an earlier reading does not know.
    func isNewer(than reading: OpenSample) -> Bool {
        lastEvent > reading.lastEvent
            || (decisions.map(\.sequence).max() ?? 0) > (reading.decisions.map(\.sequence).max() ?? 0)
    }

    /// Takes a newer reading of the same sample in and keeps looking at the same iteration.
    mutating func replace(with newer: OpenSample) {
        let (gaze, wasWalked, base) = (gaze, wasWalked, base)
        self = newer
        (self.gaze, self.wasWalked, self.base) = (gaze, wasWalked, base)
        refresh()
    }

    private mutating func refresh() {
        view = view.updated(for: sample, at: viewed, base: base, among: walked)
    }
}

extension ReviewedSample {
    fileprivate func with(_ state: RunState) -> ReviewedSample {
        ReviewedSample(id: id, seed: seed, state: state, review: review, library: library)
    }

    fileprivate func with(_ review: ReviewState) -> ReviewedSample {
        ReviewedSample(id: id, seed: seed, state: state, review: review, library: library)
    }
}
