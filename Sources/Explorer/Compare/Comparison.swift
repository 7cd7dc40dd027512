import Engine
import Review

/// Two samples beside each other, each as it stood after an iteration: computed once a change, drawn many times.
struct Comparison: Hashable, Sendable {
    /// One of the two.
    struct Side: Hashable, Sendable {
        let sample: ReviewedSample
        let name: String
        /// The iteration it is looked at; 0 before the first.
        let viewed: Int
        let view: SampleView

        init(_ member: ComparedSamples.Member, at iteration: Int?) {
            sample = member.sample
            name = member.name
            viewed = min(iteration ?? .max, member.sample.state.iterations.count)
            view = SampleView(of: sample, at: viewed, base: nil)
        }

        var id: SampleID { sample.id }
        var iterations: Int { sample.state.iterations.count }
        var showsNewest: Bool { viewed == iterations }

        /// `s-00417 it 4`.
        var title: String { iterations == 0 ? name : "\(name) it \(viewed)" }
    }

    let first: Side
    let second: Side
    let steps: [StepDiff]
    let query: TextComparison
    let response: TextComparison
    /// What reviewers said of the two samples; nil where nobody did.
    let verdict: PairVerdict?
    private let onlyFirst: [Finding]
    private let onlySecond: [Finding]

    init(_ first: Side, _ second: Side) {
        self.first = first
        self.second = second
        steps = StepDiff.all(
            from: first.view.workflow, to: second.view.workflow, first.id == second.id ? .byNumber : .byTool)
        query = TextComparison(from: first.view.query, to: second.view.query)
        response = TextComparison(from: first.view.response, to: second.view.response)
        verdict = first.id == second.id ? nil : PairVerdict(of: first.sample, beside: second.sample)
        onlyFirst = Self.findings(of: first, besides: second)
        onlySecond = Self.findings(of: second, besides: first)
    }

    /// Whether both are states of one sample.
    var isOfOneSample: Bool { first.id == second.id }

    /// Both sides with the letters they go by, and what checks find on each alone.
    var sides: [(letter: String, side: Side, alone: [Finding])] {
        [("A", first, onlyFirst), ("B", second, onlySecond)]
    }

    private static func findings(of side: Side, besides other: Side) -> [Finding] {
        let known = Set(other.view.findings.map(Trait.init))
        return side.view.findings.filter { !known.contains(Trait($0)) }
    }

    /// What makes two findings the same on two sides, where steps may have other numbers.
    private struct Trait: Hashable {
        let check: String
        let evidence: String

        init(_ finding: Finding) {
            check = finding.check
            evidence = finding.evidence
        }
    }
}

/// Two texts, word by word.
struct TextComparison: Hashable, Sendable {
    let old: String?
    let new: String?
    /// How the one became the other; empty where they are the same, or too long to compare.
    let pieces: [WordDiff.Piece]
    /// Words that only the new one has, words that only the old one has, and words of both.
    let counts: (added: Int, removed: Int, same: Int)

    init(from old: String?, to new: String?) {
        self.old = old
        self.new = new
        pieces =
            old.map(ExactText.init) == new.map(ExactText.init)
            ? [] : WordDiff.pieces(from: old ?? "", to: new ?? "")
        counts = pieces.reduce(into: (0, 0, 0)) { counts, piece in
            switch piece {
            case .added(let text): counts.0 += WordDiff.words(of: text).count
            case .removed(let text): counts.1 += WordDiff.words(of: text).count
            case .same(let text): counts.2 += WordDiff.words(of: text).count
            }
        }
    }

    var isSame: Bool { old.map(ExactText.init) == new.map(ExactText.init) }

    /// Twice the words of both, of all words: 1 for the same words in the same order, 0 for none in common.
    var similarity: Double? {
        let all = counts.added + counts.removed + 2 * counts.same
        return pieces.isEmpty || all == 0 ? nil : Double(2 * counts.same) / Double(all)
    }

    /// Whether so little stayed that both are read more easily one after the other.
    var isRewritten: Bool { similarity.map { $0 < 0.2 } ?? true }

    static func == (left: TextComparison, right: TextComparison) -> Bool {
        left.old.map(ExactText.init) == right.old.map(ExactText.init)
            && left.new.map(ExactText.init) == right.new.map(ExactText.init)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(old.map(ExactText.init))
        hasher.combine(new.map(ExactText.init))
    }
}
