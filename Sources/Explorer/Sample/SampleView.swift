import Engine
import Review

/// What is derived of a sample as it stood after one iteration: computed once a change, drawn many times.
struct SampleView: Hashable, Sendable {
    /// What it was derived from.
    private struct Source: Hashable {
        let sample: SampleID
        let number: Int
        let workflow: Workflow
        let query: ExactText?
        let response: ExactText?
        let laterSteps: Int
        let awaitsDraft: Bool
        let staleSteps: Set<Int>
        let base: Int?
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
    /// What the response is compared with.
    let previousResponse: Previous
    let responseDiff: [WordDiff.Piece]
    /// Steps whose arguments were changed since they ran.
    let staleSteps: Set<Int>

    /// An older text of the query or the response.
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

    /// Derives it; `base` is the iteration whose draft the texts are compared with, nil for the draft before.
    init(of sample: ReviewedSample, at number: Int, base: Int?) {
        self.init(of: sample, Self.source(of: sample, at: number, base: base))
    }

    /// The view of the sample as it is now; the same one, or one of the others, where that shows nothing else.
    func updated(for sample: ReviewedSample, at number: Int, base: Int?, among others: [SampleView]) -> SampleView {
        let source = Self.source(of: sample, at: number, base: base)
        return ([self] + others).first { $0.source == source } ?? SampleView(of: sample, source)
    }

    /// Whether both are derived of the same.
    func shows(what other: SampleView) -> Bool { source == other.source }

    private init(of sample: ReviewedSample, _ source: Source) {
        let number = source.number
        let cut = sample.cut(after: number)
        self.source = source
        workflow = source.workflow
        whole = sample.workflow
        query = source.query?.text
        response = source.response?.text
        staleSteps = source.staleSteps
        drafted = sample.state.iterations.last { $0.number <= number && $0.draft != nil }?.number
        previous = Previous(of: \.query, edited: cut.review.editedQuery, in: sample, query, number, source.base)
        previousResponse = Previous(
            of: \.response, edited: cut.review.editedResponse, in: sample, response, number, source.base)
        let subject = CheckSubject(cut)
        let hasDraft = query != nil && !source.awaitsDraft
        traces = hasDraft ? subject.traces : workflow.traces(query: nil, library: subject.tools)
        findings = source.awaitsDraft ? [] : subject.findings()
        diff = previous.pieces(to: source.query?.text)
        responseDiff = previousResponse.pieces(to: source.response?.text)
    }

    private static func source(of sample: ReviewedSample, at number: Int, base: Int?) -> Source {
        let cut = sample.cut(after: number)
        return Source(
            sample: sample.id, number: number, workflow: cut.workflow, query: cut.query.map(ExactText.init),
            response: cut.response.map(ExactText.init),
            laterSteps: sample.workflow.steps.count, awaitsDraft: sample.awaitsDraft(at: number),
            staleSteps: cut.staleSteps, base: base)
    }
}

extension SampleView.Previous {
    /// How it became another text, word by word; empty where there is nothing to compare.
    fileprivate func pieces(to text: String?) -> [WordDiff.Piece] {
        self.text.map { WordDiff.pieces(from: $0, to: text ?? "") } ?? []
    }

    /// What a text is compared with: the draft of the chosen iteration, else what was there before an edit, else the
    /// newest draft that says something else.
    fileprivate init(
        of text: KeyPath<Synthesis, String>, edited: String?, in sample: ReviewedSample, _ current: String?,
        _ number: Int, _ base: Int?
    ) {
        let all = sample.state.iterations.filter { $0.draft != nil }
        let drafts = all.filter { $0.number <= number }
        if let base, let chosen = all.last(where: { $0.number <= base }), let draft = chosen.draft,
            chosen.number != drafts.last?.number
        {
            self = .draft(iteration: chosen.number, draft[keyPath: text])
        } else if let edited, edited == current {
            self = sample.state.synthesis.map { .original($0[keyPath: text]) } ?? .none
        } else if let earlier = drafts.last(where: { $0.draft?[keyPath: text] != current }), let draft = earlier.draft {
            self = .draft(iteration: earlier.number, draft[keyPath: text])
        } else {
            self = .none
        }
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
