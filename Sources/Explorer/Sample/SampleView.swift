import Engine
import Review

/// What is derived of a sample as it stood after one iteration: computed once a change, drawn many times.
struct SampleView: Hashable, Sendable {
    /// What it was derived from.
    private struct Source: Hashable {
        let sample: SampleID
        let number: Int
        let workflow: Workflow
        let query: String?
        let response: String?
        let laterSteps: Int
        let awaitsDraft: Bool
    }

    private let source: Source
    /// The workflow after the iteration.
    let workflow: Workflow
    /// The whole workflow: what comes later is shown dim.
    let whole: Workflow
    /// The query as it counts there; nil before the first draft.
    let query: String?
    let response: String?
    /// The iteration that drafted the query.
    let drafted: Int?
    /// What the query is compared with.
    let previous: Previous
    let traces: [Int: [ArgumentTrace]]
    let findings: [Finding]
    let diff: [WordDiff.Piece]

    /// An older text of the query.
    enum Previous: Hashable {
        case none
        case draft(iteration: Int, String)
        /// What was there before a reviewer rewrote it.
        case original(String)

        var text: String? {
            switch self {
            case .none: nil
            case .draft(_, let text), .original(let text): text
            }
        }
    }

    init(of sample: ReviewedSample, at number: Int) {
        self.init(of: sample, Self.source(of: sample, at: number), number: number)
    }

    /// The view of the sample as it is now; the same one where nothing changed that it shows.
    func updated(for sample: ReviewedSample, at number: Int) -> SampleView {
        let source = Self.source(of: sample, at: number)
        return source == self.source ? self : SampleView(of: sample, source, number: number)
    }

    private init(of sample: ReviewedSample, _ source: Source, number: Int) {
        let cut = sample.cut(after: number)
        self.source = source
        workflow = source.workflow
        whole = sample.workflow
        query = source.query
        response = source.response
        drafted = sample.state.iterations.last { $0.number <= number && $0.draft != nil }?.number
        previous = Self.previous(of: sample, query: source.query, at: number)
        traces = workflow.traces(query: sample.awaitsDraft(at: number) ? nil : query, library: sample.tools)
        findings = sample.awaitsDraft(at: number) ? [] : cut.findings()
        diff = previous.text.map { WordDiff.pieces(from: $0, to: source.query ?? "") } ?? []
    }

    private static func source(of sample: ReviewedSample, at number: Int) -> Source {
        let cut = sample.cut(after: number)
        return Source(
            sample: sample.id, number: number, workflow: cut.workflow, query: cut.query, response: cut.response,
            laterSteps: sample.workflow.steps.count, awaitsDraft: sample.awaitsDraft(at: number))
    }

    private static func previous(of sample: ReviewedSample, query: String?, at number: Int) -> Previous {
        if let edited = sample.cut(after: number).review.editedQuery, edited == query {
            return sample.state.synthesis.map { .original($0.query) } ?? .none
        }
        let drafts = sample.state.iterations.filter { $0.number <= number && $0.draft != nil }
        guard let earlier = drafts.last(where: { $0.draft?.query != query }), let text = earlier.draft?.query else {
            return .none
        }
        return .draft(iteration: earlier.number, text)
    }
}

extension ReviewedSample {
    /// Whether an iteration has added steps that no query speaks of yet: it would be judged by an older one.
    fileprivate func awaitsDraft(at number: Int) -> Bool {
        guard state.outcome == nil, let iteration = state.iterations.first(where: { $0.number == number }) else {
            return false
        }
        guard case .grew = iteration.outcome else { return false }
        return iteration.draft == nil && iteration.draftProblem == nil
    }

    /// The sample as it stood after an iteration; edits belong to its end.
    fileprivate func cut(after number: Int) -> ReviewedSample {
        guard number < state.iterations.count else { return self }
        return ReviewedSample(
            id: id, seed: seed, state: state.cut(after: number), review: ReviewState(), library: library)
    }
}
