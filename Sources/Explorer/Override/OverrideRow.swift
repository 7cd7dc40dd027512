import Engine

/// What a row of the sheet is about; the cursor is on one of them.
enum OverrideRow: Hashable, Sendable {
    /// The selector's decision stays.
    case keep
    case proposal(Proposal.ID)
    /// A planned call of a proposal; 0 is the first.
    case call(Proposal.ID, Int)
    case decline
    /// The place that the selection has by itself.
    case usualPlace
    case place(Placement)
    case tool(ToolName)
    case note
    /// Does what is asked.
    case done

    /// What belongs together: tab goes from one to the next.
    enum Part: Hashable, Sendable, CaseIterable {
        case decision, place, tools, note, done
    }

    var part: Part {
        switch self {
        case .keep, .proposal, .call, .decline: .decision
        case .usualPlace, .place: .place
        case .tool: .tools
        case .note: .note
        case .done: .done
        }
    }

    /// The proposal that it is about, or a part of; nil for the others.
    var proposal: Proposal.ID? {
        switch self {
        case .proposal(let id), .call(let id, _): id
        case .keep, .decline, .usualPlace, .place, .tool, .note, .done: nil
        }
    }
}

extension OverrideSheet {
    /// Everything that the cursor can be on, from the top.
    func rows(in subject: SteeredIteration) -> [OverrideRow] {
        decisionRows(in: subject) + placeRows(in: subject) + subject.proposedTools.map { .tool($0) } + [.note, .done]
    }

    private func decisionRows(in subject: SteeredIteration) -> [OverrideRow] {
        guard !subject.trials.isEmpty else { return [] }
        let proposals = subject.trials.flatMap { trial -> [OverrideRow] in
            [.proposal(trial.id)] + proposal(trial).calls.indices.map { .call(trial.id, $0) }
        }
        return [.keep] + proposals + [.decline]
    }

    private func placeRows(in subject: SteeredIteration) -> [OverrideRow] {
        subject.trials.isEmpty ? [] : [.usualPlace] + subject.places.map { .place($0) }
    }

    /// A proposal as it would be executed again: as it was, or as the curator wrote it.
    func proposal(_ trial: Trial) -> Proposal { edits[trial.id] ?? trial.proposal }
}
