import Engine

/// Finds queries whose answer depends on the day on which they are asked: “today”, “the latest”, “next week”.
///
/// A day that the same sentence names, or that a step without arguments looks up, makes it right; so do quotations,
/// titles, electric currents and what somebody only tells of himself. English is read closely; of German, French,
/// Spanish, Italian, Portuguese, Dutch, Chinese, Japanese and Korean only the commonest words.
package struct TimeBound: Check {
    package let name = "time_bound"
    package let version = 3
    package let summary = "queries whose answer depends on the day of asking"

    package init() {}

    package func findings(in subject: CheckSubject) -> [Finding] {
        let phrases = TimePhrases(subject.query, subject.queryWords)
        guard let phrase = phrases.first, !looksUpTheDay(subject) else { return [] }
        return [finding("“\(phrase)”, and no day is named", at: .query, as: .timeBound, .warning)]
    }

    /// Whether a step that was told nothing returned a day.
    private func looksUpTheDay(_ subject: CheckSubject) -> Bool {
        subject.steps.contains { step in
            guard step.call.arguments.leaves.allSatisfy({ $0.value.object?.isEmpty ?? false }) else { return false }
            return subject.outputs[step.number]?.leaves.prefix(50).contains { leaf in
                leaf.value.string.flatMap(CalendarDay.init(iso:)) != nil
            } ?? false
        }
    }
}
