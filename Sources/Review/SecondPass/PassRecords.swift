/// What the decisions on a sample say, pass by pass.
package struct PassRecords: Hashable, Sendable {
    package typealias Reading = ReadTwice.Reading

    /// The verdict of the first pass that made the sample's status; nil while there is none.
    package private(set) var verdict: Reading?
    /// The newest verdict of each other reviewer that it replaced, on the same sample as it stands, oldest first.
    package private(set) var verdictsBefore: [Reading] = []
    /// Whether the verdict is on an edited sample, so not on what a further pass shows.
    package private(set) var isEdited = false
    /// The newest verdict of each reviewer in each further pass, in the order in which they were first given.
    package private(set) var further: [Reading] = []
    /// What settled a disagreement.
    package private(set) var adjudication: Reading?

    /// Folds decisions, in the order in which they count; those that were taken back are left out.
    package init(_ decisions: some BidirectionalCollection<Decision>) {
        let undone = decisions.undone
        for decision in decisions where !undone.contains(decision.sequence) { apply(decision) }
    }

    /// What a reviewer said in a pass; nil where nothing stands.
    package func reading(of reviewer: String, in pass: Int) -> Reading? {
        further.first { $0.reviewer == reviewer && $0.pass == pass }
    }

    private mutating func apply(_ decision: Decision) {
        switch decision.action {
        case .judge(let opinion, let pass): note(decision.reading(opinion, pass: pass))
        case .adjudicate(let opinion): adjudication = decision.reading(opinion, pass: 1)
        case .edit, .returnToPending:
            guard adjudication == nil else { return }
            (verdict, verdictsBefore) = (nil, [])
            if case .edit = decision.action { isEdited = true }
        case .accept, .reject, .skip:
            guard adjudication == nil, let opinion = Opinion(decision.action) else { return }
            if let verdict { verdictsBefore.append(verdict) }
            verdictsBefore.removeAll { $0.reviewer == decision.reviewer }
            verdict = decision.reading(opinion, pass: 1)
        case .flag, .unflag, .comment, .prefer, .equal, .undo: return
        }
    }

    private mutating func note(_ reading: Reading) {
        let known = further.firstIndex { $0.reviewer == reading.reviewer && $0.pass == reading.pass }
        if let known { further[known] = reading } else { further.append(reading) }
    }
}

extension Decision {
    fileprivate func reading(_ opinion: Opinion, pass: Int) -> ReadTwice.Reading {
        ReadTwice.Reading(reviewer: reviewer, pass: pass, opinion: opinion, time: time)
    }
}

extension BidirectionalCollection<Decision> {
    /// The numbers of those that were taken back and whose taking back stands.
    var undone: Set<Int> {
        var undone: Set<Int> = []
        for decision in reversed() where !undone.contains(decision.sequence) {
            guard case .undo(let sequence) = decision.action, sequence < decision.sequence else { continue }
            undone.insert(sequence)
        }
        return undone
    }
}

extension [Decision] {
    /// What a reviewer said in a further pass, as if there were nothing else: plain verdicts, and what was taken back.
    package func alone(of reviewer: String, in pass: Int) -> [Decision] {
        var kept: Set<Int> = []
        return sorted { $0.sequence < $1.sequence }.compactMap { decision in
            guard decision.reviewer == reviewer, let plain = decision.plain(in: pass, after: kept) else { return nil }
            kept.insert(decision.sequence)
            return plain
        }
    }
}

extension Decision {
    /// The verdict of a further pass as a plain one; what takes one of some decisions back as it is; else nil.
    package func plain(in pass: Int, after earlier: Set<Int>) -> Decision? {
        switch action {
        case .judge(let opinion, pass):
            Decision(
                sequence: sequence, time: time, reviewer: reviewer, sample: sample, action: opinion.decision,
                bulk: bulk)
        case .undo(let target) where earlier.contains(target): self
        case _: nil
        }
    }
}
