import Engine
import GRDB

extension Question {
    /// Where in the record the question stands.
    func arguments(_ owner: RecordOwner) -> StatementArguments {
        [
            owner.id, slot.iteration, slot.stage.rawValue, slot.proposal?.number ?? 0, slot.turn, slot.repair,
            hash.hex,
        ]
    }
}

extension ExchangeSlot {
    /// Says where the question was asked, for messages: `s-00002, iteration 3, executing proposal 1, turn 2`; in a study
    /// `item 2, searching, turn 5`.
    var place: String {
        var words = stage.isOfStudy ? ["item \(sample.index)"] : ["\(sample)"]
        if !stage.isOfStudy { words.append(iteration == 0 ? "at the end" : "iteration \(iteration)") }
        words.append(stage.rawValue + (proposal.map { " proposal \($0.number)" } ?? ""))
        if turn > 0 { words.append("turn \(turn)") }
        if repair > 0 { words.append("repair \(repair)") }
        if stage.isOfStudy, iteration > 0 { words.append("asked again") }
        return words.joined(separator: ", ")
    }
}

extension ExchangeSlot.Stage {
    /// Whether it belongs to a study, and not to the growth of a sample.
    var isOfStudy: Bool {
        switch self {
        case .proposing, .executing, .selecting, .synthesising: false
        case .instructing, .searching, .answering, .judging: true
        }
    }
}
