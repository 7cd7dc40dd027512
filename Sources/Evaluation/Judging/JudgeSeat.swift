import Engine

/// Which question of which judge it is, as a study's record tells them apart.
struct JudgeSeat: Hashable, Sendable {
    enum Question: Int, Hashable, Sendable {
        case quality, solved, solvable
    }

    let question: Question
    /// The model, where an equal name must mean equal answers; nil where its name alone does.
    let model: String?

    /// The turn of the record's slot.
    ///
    /// A request names its model as the endpoint does, so that two endpoints of one name would find each other's answers.
    var turn: Int {
        let place = model.flatMap { Int(ContentHash(of: $0).hex.prefix(6), radix: 16) } ?? 0
        return place * Self.questions + question.rawValue
    }

    /// Room for more questions, whose turns are then those of nobody else.
    private static let questions = 16
}
