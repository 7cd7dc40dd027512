import Engine

/// One thing that a sheet asks the engine for.
enum SteeringOrder: Hashable, Sendable {
    /// For a growing sample, at its next gate of a kind.
    case steer(Steering, at: RunControl.Gate)
    case branch(Steering)

    /// Where a growing sample is told; nil for a branch.
    var gate: RunControl.Gate? {
        switch self {
        case .steer(_, let gate): gate
        case .branch: nil
        }
    }

    var growsBranch: Bool { gate == nil }
}

extension OverrideSheet {
    /// What has to be asked for, in order.
    func orders(in subject: SteeredIteration) -> [SteeringOrder] { orders(in: subject, at: subject.moment) }

    /// Whether the same would be done as when the curator was told what would be.
    func meansTheSame(in subject: SteeredIteration) -> Bool {
        orders(in: subject).map(\.gate) == orders(in: subject, at: moment).map(\.gate)
    }

    private func orders(in subject: SteeredIteration, at moment: SteeringMoment) -> [SteeringOrder] {
        let wish = [SteeringOrder.steer(wishes(in: subject, at: moment), at: .proposing)]
            .filter { !$0.isEmpty || subject.waitingWish != nil }
        switch moment {
        case .selecting:
            let decision = SteeringOrder.steer(decision(in: subject), at: .selecting)
            // The selector decides anyway: saying so is asking for something only where something waits.
            let takesBack = subject.waitingChoice(in: number) != nil
            return [decision].filter { !$0.isEmpty || takesBack } + wish
        case .between where !decides: return wish
        case .between, .over: return [.branch(branching(in: subject))].filter { !$0.isEmpty }
        }
    }

    /// What is asked of a selection: what was executed is not what the curator wrote, so that is executed beside it.
    private func decision(in subject: SteeredIteration) -> Steering {
        guard let anew = chosenAnew(in: subject) else { return Steering(choice: choice, place: place) }
        return Steering(choice: .proposal(anew.id), place: place, proposals: [anew])
    }

    /// The chosen proposal as it was written anew, with a number of its own; nil where it is as it was.
    private func chosenAnew(in subject: SteeredIteration) -> Proposal? {
        guard case .proposal(let id)? = choice, let written = edits[id] else { return nil }
        let last = subject.trials.map(\.id.number).max() ?? 0
        return written.numbered(Proposal.ID(last + 1))
    }

    /// Whether another decision or another place is asked for.
    var decides: Bool { choice != nil || place != nil }

    /// What is asked of a proposer: a note, and tools that are left out; or what is executed instead of asking it.
    ///
    /// What is chosen at the selection that is to come is executed there already.
    private func wishes(in subject: SteeredIteration, at moment: SteeringMoment) -> Steering {
        let written = subject.trials.map(\.id).filter { moment != .selecting || choice != .proposal($0) }
            .compactMap { edits[$0] }
        return Steering(
            proposals: written.isEmpty ? nil : written, note: note.isEmpty ? nil : note, mutedTools: muted.sorted())
    }

    private func branching(in subject: SteeredIteration) -> Steering {
        var asked = wishes(in: subject, at: .over)
        (asked.choice, asked.place) = (choice, place)
        return subject.iteration.map(asked.branching) ?? asked
    }

    /// Why it cannot be asked for as it is; nil where it can.
    func objection(in subject: SteeredIteration) -> String? {
        if let problem = chosenProblem(in: subject) { return problem }
        let orders = orders(in: subject)
        if orders.isEmpty { return "Nothing is asked for yet: choose, leave a tool out, or write a note." }
        let growsBranch = orders.contains(where: \.growsBranch)
        if growsBranch, repeatsTheSame(in: subject) {
            return "That is what iteration \(subject.number) did: choose something else, or write a proposal anew."
        }
        if orders.contains(where: { $0.gate == .proposing }), !subject.hasNext {
            return "Iteration \(subject.number) is the last: no proposer comes after it that could read this."
        }
        if !growsBranch, orders.contains(where: \.givesAndMutes) {
            return "What you wrote is executed and nothing is proposed, so no tool can be left out: take one back."
        }
        return nil
    }

    /// Whether the branch would decide as it was decided, among the same proposals.
    private func repeatsTheSame(in subject: SteeredIteration) -> Bool {
        guard decides, edits.isEmpty else { return false }
        switch (branching(in: subject), subject.iteration?.selection) {
        case (let asked, .chosen(let id, let place, _)): return asked.choice == .proposal(id) && asked.place == place
        case (let asked, .declined): return asked.choice == .decline
        case (_, nil): return false
        }
    }

    /// What was chosen may be impossible by now.
    private func chosenProblem(in subject: SteeredIteration) -> String? {
        switch choice {
        case .proposal(let id): objection(to: .proposal(id), in: subject)
        case .decline: objection(to: .decline, in: subject)
        case nil: place.flatMap { objection(to: .place($0), in: subject) }
        }
    }
}

extension SteeringOrder {
    fileprivate var isEmpty: Bool {
        switch self {
        case .steer(let steering, _), .branch(let steering): steering.isEmpty
        }
    }

    /// Whether the next proposer would be told to leave tools out, and not be asked.
    fileprivate var givesAndMutes: Bool {
        guard case .steer(let steering, .proposing) = self else { return false }
        return steering.proposals != nil && !steering.mutedTools.isEmpty
    }

    /// The effect that carries it out.
    func effect(on sample: SampleID, iteration: Int) -> Effect {
        switch self {
        // Which proposal is meant depends on the iteration; whichever proposer comes next may read a wish.
        case .steer(let steering, let gate):
            .steer(sample, steering, at: gate, iteration: gate == .selecting ? iteration : nil)
        case .branch(let steering): .branch(sample, iteration: iteration, steering)
        }
    }
}
