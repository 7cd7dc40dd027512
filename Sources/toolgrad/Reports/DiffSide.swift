import Engine
import Review

/// One of two things that are compared: a sample as it counts, as it was grown, or as it stood after an iteration.
struct DiffSide: Hashable, Sendable {
    /// `s-00417`, `s-00417@4`, `s-00417@original`.
    let name: String
    let sample: SampleID
    let query: String?
    let response: String?
    let workflow: Workflow

    /// The sample as it counts.
    init(_ sample: ReviewedSample, label: String) {
        self.init(sample, name: label)
    }

    /// The sample as it stood after an iteration.
    init(_ sample: ReviewedSample, label: String, after iteration: Int) {
        self.init(sample.standing(after: iteration), name: "\(label)@\(iteration)")
    }

    /// The sample as it was grown, without its edits.
    init(original sample: ReviewedSample, label: String) {
        let grown = ReviewedSample(
            id: sample.id, seed: sample.seed, state: sample.state, review: ReviewState(), library: sample.library)
        self.init(grown, name: "\(label)@original")
    }

    private init(_ sample: ReviewedSample, name: String) {
        self.name = name
        self.sample = sample.id
        query = sample.query
        response = sample.response
        workflow = sample.workflow
    }
}

extension DiffSide {
    /// What a sample alone is compared with: one that was edited with what was grown, one that was not, its last
    /// draft with the draft before; nil where it has neither.
    static func pair(of sample: ReviewedSample, label: String) -> (from: DiffSide, to: DiffSide)? {
        guard sample.edits.isEmpty else {
            return (DiffSide(original: sample, label: label), DiffSide(sample, label: label))
        }
        guard let last = sample.drafts.last else { return nil }
        return pair(of: sample, label: label, after: last)
    }

    /// What an iteration alone is compared with: the draft before it; nil where there is none.
    static func pair(
        of sample: ReviewedSample, label: String, after iteration: Int
    ) -> (from: DiffSide, to: DiffSide)? {
        guard let earlier = sample.drafts.last(where: { $0 < iteration }) else { return nil }
        return (
            DiffSide(sample, label: label, after: earlier), DiffSide(sample, label: label, after: iteration)
        )
    }
}

extension ReviewedSample {
    /// The iterations that drafted the texts, first to last.
    fileprivate var drafts: [Int] { state.iterations.filter { $0.draft != nil }.map(\.number) }
}
