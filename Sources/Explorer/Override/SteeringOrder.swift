import Engine

/// One thing that a sheet asks the engine for.
enum SteeringOrder: Hashable, Sendable {
    /// For a growing sample, at its next gate of a kind.
    case steer(Steering, at: RunControl.Gate)
    /// For a growing sample, at the selection of the iteration after this one.
    case steerNext(Steering)
    case branch(Steering)

    /// Where a growing sample is told; nil for a branch.
    var gate: RunControl.Gate? {
        switch self {
        case .steer(_, let gate): gate
        case .steerNext: .selecting
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
        switch moment {
        // What was executed is not what the curator wrote: it waits for the next iteration, and is chosen there.
        case .selecting where choosesWritten:
            [
                .steer(Steering(choice: .decline), at: .selecting), .steer(wishes(in: subject), at: .proposing),
                .steerNext(Steering(choice: choice, place: place)),
            ]
        case .selecting:
            [SteeringOrder.steer(Steering(choice: choice, place: place), at: .selecting)]
                .filter { !$0.isEmpty || leavesDecision }
                + [SteeringOrder.steer(wishes(in: subject), at: .proposing)].filter { !$0.isEmpty }
        case .between where !decides: [.steer(wishes(in: subject), at: .proposing)].filter { !$0.isEmpty }
        case .between, .over: [.branch(branching(in: subject))].filter { !$0.isEmpty }
        }
    }

    /// Whether the chosen proposal was written anew.
    private var choosesWritten: Bool {
        guard case .proposal(let id)? = choice else { return false }
        return edits[id] != nil
    }

    /// Whether another decision or another place is asked for.
    var decides: Bool { choice != nil || place != nil }

    /// What is asked of a proposer: a note, and tools that are left out; or what is executed instead of asking it.
    private func wishes(in subject: SteeredIteration) -> Steering {
        let written = subject.trials.map(\.id).compactMap { edits[$0] }
        return Steering(
            proposals: written.isEmpty ? nil : written, note: note.isEmpty ? nil : note, mutedTools: muted.sorted())
    }

    private func branching(in subject: SteeredIteration) -> Steering {
        var asked = wishes(in: subject)
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
        if !muted.isEmpty, !edits.isEmpty, !growsBranch {
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
        case .steer(let steering, _), .steerNext(let steering), .branch(let steering): steering.isEmpty
        }
    }

    /// The effect that carries it out.
    func effect(on sample: SampleID, iteration: Int) -> Effect {
        switch self {
        // Which proposal is meant depends on the iteration; whichever proposer comes next may read a wish.
        case .steer(let steering, let gate):
            .steer(sample, steering, at: gate, iteration: gate == .selecting ? iteration : nil)
        case .steerNext(let steering): .steer(sample, steering, at: .selecting, iteration: iteration + 1)
        case .branch(let steering): .branch(sample, iteration: iteration, steering)
        }
    }
}
