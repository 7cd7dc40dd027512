import Canvas
import Engine

extension OverrideSheet {
    mutating func choose(_ key: Key, in subject: SteeredIteration, _ size: Size) -> Outcome {
        switch key {
        case .escape, .character("q"): return close()
        case .control("s"), .function(2): return finish(in: subject)
        case .enter: return activate(in: subject, size)
        case .character(" "): return mark(in: subject, size)
        case .character("?"), .function(1): mode = .keys(from: 0)
        case .down, .character("j"): move(by: 1, in: subject)
        case .up, .character("k"): move(by: -1, in: subject)
        case .pageDown, .control("d"): move(by: Self.page, in: subject)
        case .pageUp, .control("u"): move(by: -Self.page, in: subject)
        case .home, .character("g"): move(by: -Self.furthest, in: subject)
        case .end, .character("G"): move(by: Self.furthest, in: subject)
        case .tab: turn(by: 1, in: subject)
        case .backTab: turn(by: -1, in: subject)
        case .character(let letter): act(on: letter, in: subject, size)
        case .control, .alt, .function, .paste, .backspace, .delete, .insert, .left, .right:
            complaint = "\(key.shortName) does nothing here."
        }
        return .stays
    }

    private static let page = 8
    private static let furthest = 10_000

    private mutating func close() -> Outcome {
        guard isWritten else { return .closed }
        mode = .leaving
        return .stays
    }

    private mutating func move(by distance: Int, in subject: SteeredIteration) {
        let rows = rows(in: subject)
        let place = rows.firstIndex(of: row) ?? 0
        row = rows[min(max(0, place + distance), rows.count - 1)]
    }

    /// Goes to the first row of another part.
    private mutating func turn(by distance: Int, in subject: SteeredIteration) {
        let rows = rows(in: subject)
        let heads = rows.indices.filter { $0 == 0 || rows[$0].part != rows[$0 - 1].part }
        let place = heads.lastIndex { rows[$0].part == row.part } ?? 0
        row = rows[heads[(place + distance + heads.count) % heads.count]]
    }

    /// Space chooses: a call is nothing that can be chosen, but its proposal is.
    private mutating func mark(in subject: SteeredIteration, _ size: Size) -> Outcome {
        guard case .call(let id, _) = row else { return activate(in: subject, size) }
        let call = row
        choose(.proposal(id), in: subject)
        row = call
        return .stays
    }

    private mutating func activate(in subject: SteeredIteration, _ size: Size) -> Outcome {
        switch row {
        case .keep, .proposal, .decline, .usualPlace, .place: choose(row, in: subject)
        case .call(let id, let index): write(.call(id, index), in: subject, size)
        case .tool(let tool): muted.formSymmetricDifference([tool])
        case .note: write(.note, in: subject, size)
        case .done: return finish(in: subject)
        }
        return .stays
    }

    private mutating func act(on letter: Character, in subject: SteeredIteration, _ size: Size) {
        switch letter {
        case "s": choose(.keep, in: subject)
        case "d": choose(.decline, in: subject)
        case "a": choose(.usualPlace, in: subject)
        case "+": choose(.place(.newChain), in: subject)
        case "c": choose(nextChain(in: subject), in: subject)
        case "n": write(.note, in: subject, size)
        case "i", "e", "x": change(letter, in: subject, size)
        case _:
            guard let number = letter.wholeNumberValue, letter.isASCII else {
                return complaint = "\(letter) does nothing here."
            }
            choose(.proposal(Proposal.ID(number)), in: subject)
        }
    }

    /// `i` writes the instruction, `e` the arguments of the proposal under the cursor; `x` takes both back.
    private mutating func change(_ letter: Character, in subject: SteeredIteration, _ size: Size) {
        guard let id = row.proposal, let trial = subject.trial(id) else {
            return complaint = "Go to a proposal first: \(letter) is about the one under the cursor."
        }
        let calls = proposal(trial).calls.count
        switch (letter, row) {
        case ("x", _):
            complaint = edits.removeValue(forKey: id) == nil ? "Proposal \(id.number) is as it was." : nil
            takeBackFailedChoice(in: subject)
        case ("i", _): write(.instruction(id), in: subject, size)
        case (_, .call(_, let index)): write(.call(id, index), in: subject, size)
        case _ where calls == 0:
            complaint = "Proposal \(id.number) has no planned calls: its instruction is all there is to write (i)."
        case _ where calls == 1: write(.call(id, 0), in: subject, size)
        case _: complaint = "Proposal \(id.number) has \(calls) calls: go to one of them."
        }
    }

    /// Chooses what a row stands for, and goes there.
    private mutating func choose(_ row: OverrideRow, in subject: SteeredIteration) {
        guard rows(in: subject).contains(row) else {
            return complaint = Self.missing(row, in: subject)
        }
        self.row = row
        if let objection = objection(to: row, in: subject) { return complaint = objection }
        switch row {
        case .keep: (choice, place) = (nil, nil)
        case .decline: (choice, place) = (.decline, nil)
        case .proposal(let id): choice = .proposal(id)
        case .usualPlace: place = nil
        case .place(let place): self.place = place
        case .call, .tool, .note, .done: return
        }
    }

    private static func missing(_ row: OverrideRow, in subject: SteeredIteration) -> String {
        switch row {
        case .proposal(let id): "There is no proposal \(id.number)."
        case .place(.newChain): "No chain can be opened: the sample has as many as its plan allows."
        case .place(.append) where !subject.trials.isEmpty: "There is no chain yet: + opens one."
        case .keep, .call, .decline, .usualPlace, .place, .tool, .note, .done:
            "Iteration \(subject.number) has proposed nothing yet."
        }
    }

    /// The chain after the chosen one.
    private func nextChain(in subject: SteeredIteration) -> OverrideRow {
        let chains = subject.workflow.chains.map(\.id)
        guard !chains.isEmpty else { return .place(.append(Chain.ID(1))) }
        guard case .append(let chain) = place, let index = chains.firstIndex(of: chain) else {
            return .place(.append(chains[0]))
        }
        return .place(.append(chains[(index + 1) % chains.count]))
    }

    /// A failed proposal can be chosen only as long as it is written anew.
    private mutating func takeBackFailedChoice(in subject: SteeredIteration) {
        guard case .proposal(let id) = choice, objection(to: .proposal(id), in: subject) != nil else { return }
        (choice, place) = (nil, nil)
    }
}

extension OverrideSheet {
    /// Why a row cannot be chosen; nil where it can.
    func objection(to row: OverrideRow, in subject: SteeredIteration) -> String? {
        switch row {
        case .proposal(let id): objection(toProposal: id, in: subject)
        case .decline: objectionToDeclining(in: subject)
        case .usualPlace where choice == .decline, .place where choice == .decline:
            "Nothing is added where all are declined: choose a proposal first."
        case .usualPlace where choice == nil && subject.hasNoPlace, .place where choice == nil && subject.hasNoPlace:
            "Nothing was selected that could go there: choose a proposal first."
        case .keep, .call, .usualPlace, .place, .tool, .note, .done: nil
        }
    }

    private func objection(toProposal id: Proposal.ID, in subject: SteeredIteration) -> String? {
        guard let trial = subject.trial(id) else { return "There is no proposal \(id.number)." }
        if edits[id] != nil { return nil }
        switch trial.ending {
        case .succeeded: return nil
        case .failed(let reason): return "It failed and cannot be chosen: \(reason)"
        case .unreachable(let reason): return "Its tools could not be reached: \(reason)"
        case nil: return "It is still being executed: only what succeeded can be chosen."
        }
    }

    private func objectionToDeclining(in subject: SteeredIteration) -> String? {
        guard subject.moment != .selecting, !subject.trials.contains(where: \.succeeded) else { return nil }
        return "No trial succeeded, so there is nothing to decline."
    }
}
