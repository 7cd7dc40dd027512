import Engine
import Explorer
import Synchronization

/// Follows what models say for growing samples, and passes on its newest end a few times a second.
///
/// What is passed over is no loss: the answer is stored once it is whole.
final class Listening: Sendable {
    private struct Place: Hashable {
        let sample: SampleID
        let proposal: Proposal.ID?
    }

    fileprivate struct Heard {
        var slot: ExchangeSlot
        var tail = ""
        var isReasoning = false
        var hasStartedOver = false
        var told: ContinuousClock.Instant?
    }

    private let heard = Mutex<[Place: Heard]>([:])
    private let listener = Mutex<(@Sendable (SampleID, Speech) -> Void)?>(nil)

    private static let pause = Duration.milliseconds(100)
    private static let longestTail = 400
    /// Places of samples that are long done are dropped together.
    private static let mostPlaces = 4096

    /// Says who is told; before that, nobody is.
    func attach(_ listener: @escaping @Sendable (SampleID, Speech) -> Void) {
        self.listener.withLock { $0 = listener }
    }

    /// Takes in a piece, and tells of it unless it has told a moment ago.
    @Sendable func hear(_ slot: ExchangeSlot, _ text: StreamedText) {
        let place = Place(sample: slot.sample, proposal: slot.proposal)
        let moment = ContinuousClock.now
        let speech = heard.withLock { all -> Speech? in
            if all.count > Self.mostPlaces { all = [:] }
            var now = all[place].flatMap { $0.slot == slot ? $0 : nil } ?? Heard(slot: slot, told: all[place]?.told)
            now.take(text, longest: Self.longestTail)
            let isDue = now.told.map { moment - $0 >= Self.pause } ?? true
            if isDue { now.told = moment }
            all[place] = now
            return isDue && !now.tail.isEmpty ? now.speech : nil
        }
        if let speech { listener.withLock(\.self)?(slot.sample, speech) }
    }
}

extension Listening.Heard {
    fileprivate mutating func take(_ text: StreamedText, longest: Int) {
        switch text {
        case .startedOver:
            (tail, isReasoning) = ("(asked again: the last try failed)", false)
            hasStartedOver = true
        case .reasoning(let piece):
            if !isReasoning { tail = "" }
            (isReasoning, hasStartedOver) = (true, false)
            tail = tail.lengthened(by: piece, longest: longest)
        case .answer(let piece):
            if isReasoning || hasStartedOver { tail = "" }
            (isReasoning, hasStartedOver) = (false, false)
            tail = tail.lengthened(by: piece, longest: longest)
        }
    }

    fileprivate var speech: Speech {
        Speech(stage: slot.stage, proposal: slot.proposal, tail: tail, isReasoning: isReasoning)
    }
}

extension String {
    /// Cut by scalars, since one character can be of any length.
    fileprivate func lengthened(by piece: String, longest: Int) -> String {
        let whole = self + piece
        guard whole.unicodeScalars.count > longest else { return whole }
        return String(String.UnicodeScalarView(whole.unicodeScalars.suffix(longest)))
    }
}
