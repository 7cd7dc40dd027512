/// A word of the curator that has not counted yet.
package struct WaitingSteering: Hashable, Codable, Sendable {
    package let steering: Steering
    package let gate: RunControl.Gate
    /// The iteration that it is for; nil for whichever comes to that gate next.
    package let iteration: Int?

    package init(_ steering: Steering, at gate: RunControl.Gate, iteration: Int? = nil) {
        self.steering = steering
        self.gate = gate
        self.iteration = iteration
    }
}

/// What waits for one sample: given once, then a fold over what happens to the sample.
///
/// It says what still waits whoever watches: the process that was told, and another one that goes on after it was killed.
package struct WaitingSteerings: Hashable, Sendable {
    package private(set) var words: [WaitingSteering]
    /// The iteration that began last, before the words were given.
    private let given: Int
    private var current: Int

    /// Words that were given when these events had happened to the sample.
    package init(_ words: [WaitingSteering], after events: some Sequence<RunEvent> = []) {
        self.words = words.filter { !$0.steering.isEmpty }
        given = events.reduce(0) { $1.begunIteration ?? $0 }
        current = given
    }

    package mutating func apply(_ event: RunEvent) {
        current = event.begunIteration ?? current
        words = words.filter { !isOver($0, after: event) }
    }

    /// Whether it counted, or never will.
    private func isOver(_ word: WaitingSteering, after event: RunEvent) -> Bool {
        switch event {
        case .steered(let steering, word.gate):
            word.iteration ?? current == current && steering.covers(word.steering)
        // The next iteration's proposer has read it, even if nobody saw that.
        case .iterationEnded(let number, _):
            word.gate == .selecting ? word.iteration ?? number <= number : number > given
        case .finished: true
        case .began, .branched, .imported, .iterationBegan, .steered, .sampled, .asked, .proposed, .attempted, .tried,
            .selected, .drafted, .draftFailed, .interrupted:
            false
        }
    }
}

extension RunEvent {
    /// The iteration that it begins.
    fileprivate var begunIteration: Int? {
        guard case .iterationBegan(let number) = self else { return nil }
        return number
    }
}

extension Steering {
    /// Whether it asks for all that another word asks for.
    fileprivate func covers(_ word: Steering) -> Bool {
        (word.choice == nil || choice == word.choice) && (word.place == nil || place == word.place)
            && (word.proposals == nil || proposals == word.proposals)
            && (word.note.map { note?.contains($0) == true } ?? true)
            && Set(word.mutedTools).isSubset(of: mutedTools)
    }
}
