import Engine

extension OverrideSheet {
    /// What would happen, and when: a sentence for each thing that is asked for.
    func consequences(in subject: SteeredIteration) -> [String] {
        orders(in: subject).flatMap { sentences(on: $0, in: subject) }
    }

    private func sentences(on order: SteeringOrder, in subject: SteeredIteration) -> [String] {
        switch order {
        case .steer(let steering, at: .selecting): [replacing(steering, in: subject)]
        case .steer(let steering, at: .proposing) where steering.isEmpty:
            ["The proposer of iteration \(subject.next) is told nothing, whatever was asked before."]
        case .steer(let steering, at: .proposing): proposing(steering, in: subject)
        case .branch(let steering): [branching(steering, in: subject)]
        }
    }

    private func replacing(_ steering: Steering, in subject: SteeredIteration) -> String {
        let place = steering.place.map { " and goes \($0.destination)" } ?? ""
        return switch steering.choice {
        case .proposal(let id) where steering.proposals != nil:
            "What you wrote is executed in iteration \(number) as proposal \(id.number), chosen\(place)."
        case .proposal(let id): "Proposal \(id.number) replaces the selector's choice in iteration \(number)\(place)."
        case .decline: "Iteration \(number) adds nothing, whatever the selector would choose."
        case nil where steering.place == nil: "The selector decides in iteration \(number), whatever was asked before."
        case nil: "What the selector chooses in iteration \(number) goes \(steering.place?.destination ?? "its way")."
        }
    }

    private func proposing(_ steering: Steering, in subject: SteeredIteration) -> [String] {
        let next = subject.next
        let given = steering.proposals.map { "Iteration \(next) executes \($0.namesOfAll), and nothing is proposed." }
        let note =
            steering.note.map { _ in
                steering.proposals == nil
                    ? "The proposer of iteration \(next) reads the note, and so do those after it."
                    : "The proposers after iteration \(next) read the note."
            }
        let without =
            steering.mutedTools.isEmpty
            ? nil : "Iteration \(next) is proposed without \(steering.mutedTools.map(\.text).joined(separator: ", "))."
        return [given, note, without].compactMap(\.self)
    }

    private func branching(_ steering: Steering, in subject: SteeredIteration) -> String {
        let what =
            switch steering.choice {
            case .proposal(let id): "with proposal \(id.number)" + (steering.place.map { ", \($0.destination)" } ?? "")
            case .decline: "and adds nothing there"
            case nil: steering.proposals == nil ? nil as String? : "with what you wrote, for the selector to decide"
            }
        let without =
            steering.mutedTools.isEmpty
            ? nil : "with no more use of \(steering.mutedTools.map(\.text).joined(separator: ", "))"
        let head = steering.proposals == nil ? "proposes iteration \(number) anew" : "repeats iteration \(number)"
        let note =
            steering.note == nil
            ? nil : steering.proposals == nil ? "its proposer reads the note" : "later proposers read the note"
        return
            "A branch of \(name) \([[head, what].compactMap(\.self).joined(separator: " "), without, note].compactMap(\.self).joined(separator: ", "))."
    }
}

extension WaitingSteering {
    /// What will be done and where it counts: `choose 2, to c1 (selection of it 3)`.
    package var words: String {
        let choice: String? =
            switch steering.choice {
            case .proposal(let id): "choose \(id.number)"
            case .decline: "decline"
            case nil: nil
            }
        let given = steering.proposals.map { $0.count == 1 ? "1 proposal given" : "\($0.count) proposals given" }
        let without =
            steering.mutedTools.isEmpty ? nil : "without " + steering.mutedTools.map(\.text).joined(separator: ", ")
        let note = steering.note.map { "note \"\($0)\"" }
        let moment =
            iteration.map { "\(gate == .selecting ? "selection" : "proposal") of it \($0)" } ?? "next \(gate.moment)"
        return [choice, steering.place?.destination, given, without, note].compactMap(\.self).joined(separator: ", ")
            + " (\(moment))"
    }
}

extension [Proposal] {
    /// `proposals 1 and 3`.
    fileprivate var namesOfAll: String {
        let numbers = map { String($0.id.number) }
        guard let last = numbers.last, numbers.count > 1 else {
            return "proposal \(numbers.first ?? "") as you wrote it"
        }
        return "proposals \(numbers.dropLast().joined(separator: ", ")) and \(last) as you wrote them"
    }
}
