import DatasetStore
import Engine
import Evaluation

/// What a judge's model has answered about a study's items that does not count any more.
///
/// An earlier version kept a judge's answers under its name alone. They may be those of another endpoint of that name,
/// so every item is judged anew, and paid for anew; who pays is told so before anything is asked.
struct EarlierVerdicts: Equatable {
    /// As requests have it.
    let model: String
    /// How many items are judged anew; at least 1.
    let count: Int

    /// Nil where there are none.
    ///
    /// Of the items, those count that the judge has not been asked about since.
    init?(
        of questions: [(JudgeSeat.Question, JudgeIdentity)], in study: RunID, about items: Set<Int>,
        _ dataset: Dataset
    ) async throws {
        var anew: Set<Int> = []
        var model = ""
        for (question, judge) in questions {
            let seat = JudgeSeat(question: question, model: judge.model)
            guard let earlier = seat.earlierTurn else { continue }
            model = ModelIdentity(judge.model).name
            let before = try await dataset.askedItems(of: study, by: model, stage: .judging, turn: earlier, .answered)
            let since = try await dataset.askedItems(of: study, by: model, stage: .judging, turn: seat.turn, .begun)
            anew.formUnion(before.intersection(items).subtracting(since))
        }
        guard !anew.isEmpty else { return nil }
        self.model = model
        count = anew.count
    }

    /// A whole sentence.
    var words: String {
        let subject = count == 1 ? "1 answer was" : "\(count) answers were"
        let anew = count == 1 ? "it is" : "they are"
        return "\(subject) judged by \(model) with an earlier version, which did not note its endpoint: \(anew) "
            + "judged, and paid for, anew."
    }
}
