import Canvas
import Engine
import Review

/// What a curator asks of one iteration, until it is asked: another decision, a place, tools to leave out, proposals
/// written anew, a note.
struct OverrideSheet: Hashable, Sendable {
    /// What the next key means.
    enum Mode: Hashable, Sendable {
        case choosing
        case writing(OverrideText)
        /// Leaving would lose what was written.
        case leaving
        /// A branch would be grown: the estimate is on show.
        case estimating(BranchEstimate)
        /// The keys are on show, from one on; 0 is the first.
        case keys(from: Int)
    }

    /// How pressing a key went.
    enum Outcome: Hashable {
        case stays
        case closed
        /// A question was opened that nobody expects yet.
        case estimates
        case asks([SteeringOrder])
    }

    let sample: SampleID
    /// The sample's label.
    let name: String
    /// The iteration that it is about.
    let number: Int
    /// When it counts, as far as the curator was told.
    private(set) var moment: SteeringMoment
    /// What replaces the selector's decision; nil leaves it.
    var choice: Steering.Choice?
    /// Where the chosen trial goes; nil where it goes by itself.
    var place: Placement?
    var muted: Set<ToolName> = []
    /// Proposals that were written anew.
    var edits: [Proposal.ID: Proposal] = [:]
    var note = ""
    var row: OverrideRow
    var mode = Mode.choosing
    /// Why the last key did nothing.
    var complaint: String?

    /// How the characters of its texts are drawn.
    let drawing: Drawing
    /// The texts that waited already when it was opened.
    private let given: Steering
    /// The proposals that were written anew already.
    private var opening: [Proposal.ID: Proposal] = [:]

    /// Begins with what was asked of the iteration before, as far as that still waits.
    init(about subject: SteeredIteration, name: String, drawing: Drawing) {
        sample = subject.sample
        self.name = name
        self.drawing = drawing
        number = subject.number
        moment = subject.moment
        row = subject.trials.isEmpty ? .note : .keep
        given = subject.waitingWish ?? Steering()
        guard moment != .over else { return }
        note = given.note ?? ""
        muted = Set(given.mutedTools)
        for proposal in given.proposals ?? [] { edits[proposal.id] = proposal }
        defer { opening = edits }
        guard moment == .selecting else { return }
        let decision = subject.waitingChoice(in: number)
        (choice, place) = (decision?.choice, decision?.place)
        guard let anew = decision?.proposals?.first, let trial = subject.original(of: anew) else { return }
        edits[trial.id] = anew.numbered(trial.id)
        choice = .proposal(trial.id)
    }

    /// Whether leaving would lose a text.
    var isWritten: Bool {
        let written = edits != opening
        return written || !note.isEmpty && note != given.note
    }

    /// Whether a proposal waits already as it is written.
    func isAsked(_ id: Proposal.ID) -> Bool { edits[id].map { $0 == opening[id] } ?? false }

    /// Whether characters are text now.
    var takesText: Bool {
        guard case .writing(let text) = mode else { return false }
        return !text.isLeaving
    }

    /// Breaks a text that is written anew for a screen of another size.
    mutating func fit(_ size: Size) {
        guard case .writing(var text) = mode else { return }
        text.fit(size)
        mode = .writing(text)
    }

    mutating func press(_ key: Key, in subject: SteeredIteration, size: Size) -> Outcome {
        complaint = nil
        switch mode {
        case .choosing: return choose(key, in: subject, size)
        case .writing(let text): return write(key, text, in: subject, size)
        case .leaving: return leave(key)
        case .estimating(let estimate): return answer(key, to: estimate, in: subject)
        case .keys(let first):
            mode = OverrideKeys.scrolled(from: first, by: key, in: size).map { .keys(from: $0) } ?? .choosing
            return .stays
        }
    }

    private mutating func leave(_ key: Key) -> Outcome {
        switch key {
        case .character("y"): return .closed
        case .escape, .character("n"): mode = .choosing
        case .character, .control, .alt, .function, .paste, .enter, .tab, .backTab, .backspace, .delete, .insert, .up,
            .down, .left, .right, .home, .end, .pageUp, .pageDown:
            return .stays
        }
        return .stays
    }

    /// Where money is spent, only `y` says yes.
    private mutating func answer(
        _ key: Key, to estimate: BranchEstimate, in subject: SteeredIteration
    ) -> Outcome {
        if key == .character("y") || key == .enter && !estimate.asksModels { return ask(in: subject) }
        mode = .choosing
        complaint = "No branch was grown."
        return .stays
    }

    /// Does what is asked, unless the sample went on meanwhile and it would mean something else.
    mutating func ask(in subject: SteeredIteration) -> Outcome {
        mode = .choosing
        let meansTheSame = meansTheSame(in: subject)
        moment = subject.moment
        guard meansTheSame else {
            complaint = "Iteration \(number) went on meanwhile: read below what would happen now, then ask again."
            return .stays
        }
        if let objection = objection(in: subject) {
            complaint = objection
            return .stays
        }
        return .asks(orders(in: subject))
    }

    /// Goes on to the question about a branch, or does it.
    mutating func finish(in subject: SteeredIteration) -> Outcome {
        let outcome = ask(in: subject)
        guard case .asks(let orders) = outcome, case .branch(let steering)? = orders.first(where: \.growsBranch) else {
            return outcome
        }
        mode = .estimating(subject.estimate(executing: steering.proposals))
        return .estimates
    }
}
