import DatasetStore
import DisplaySafety
import Review

/// What the command says.
extension DecideCommand {
    func tell(_ leftOut: [(label: SampleLabel, obstacle: DecisionObstacle)]) throws {
        for (label, obstacle) in leftOut { try Output.notes.line("Left out: \(label) \(obstacle).") }
    }

    func list(_ plan: DecisionPlan, _ actions: [Decision.Action]) throws {
        for summary in plan.able {
            try Output.data.line(
                json ? DecidedLine(summary, wouldBe: actions).json.compactText : ListLine(summary).plain())
        }
        try Output.notes.line("It would \(actions.title) \(plan.able.count.samples); nothing was decided.")
    }

    func report(_ decisions: [Decision], in dataset: Dataset) async throws {
        for line in try await dataset.decidedLines(decisions) {
            try Output.data.line(json ? line.json.compactText : line.text)
        }
    }

    func takeBack(_ unit: [TakenBack], in dataset: Dataset, by reviewer: String) async throws {
        let word = typed.words.last ?? ""
        guard !unit.isEmpty else {
            throw CommandFailure("\(SafeText(reviewer).plain) has nothing to \(word).")
        }
        let decisions =
            dryRun
            ? [] : try await dataset.decide(unit.map(\.decision).takenBack, by: reviewer, at: Surroundings.now())
        let lines = try await dataset.takenBackLines(unit, decisions)
        for line in lines { try Output.data.line(json ? line.json.compactText : line.text) }
        if dryRun { try Output.notes.line("Nothing was decided.") }
    }
}

extension [Decision.Action] {
    /// A word for what is done.
    var title: String { first?.title ?? "" }
}
