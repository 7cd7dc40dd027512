import Engine

/// Which question of which judge it is, as a study's record tells them apart.
package struct JudgeSeat: Hashable, Sendable {
    package enum Question: Int, Hashable, Sendable {
        case quality, solved, solvable
    }

    let question: Question
    /// The model, where an equal name must mean equal answers; nil where its name alone does.
    let model: String?

    package init(question: Question, model: String?) {
        self.question = question
        self.model = model
    }

    /// The turn of the record's slot.
    ///
    /// A request names its model as the endpoint does, so two endpoints of one name would find each other's answers.
    package var turn: Int {
        let place = model.flatMap { Int(ContentHash(of: $0).hex.prefix(6), radix: 16) } ?? 0
        return place * Self.questions + question.rawValue
    }

    /// The turn under which earlier versions asked this question of every model of the same name.
    ///
    /// Nil where they did not ask it, and where this turn is the same. What they were answered may be another
    /// endpoint's, so it is looked up only to say that it is there.
    package var earlierTurn: Int? {
        switch question {
        case .quality, .solved: model == nil ? nil : question.rawValue
        case .solvable: nil
        }
    }

    /// Room for more questions, whose turns are then those of nobody else.
    private static let questions = 16
}
