/// How many verdicts are missing though the judge was asked for them.
package struct MissingVerdicts: Hashable, Sendable {
    /// The judge did not answer; asked again it may.
    package let unanswered: Int
    /// It answered without a verdict, and nothing asks it again.
    package let inconclusive: Int

    package init(unanswered: Int = 0, inconclusive: Int = 0) {
        self.unanswered = unanswered
        self.inconclusive = inconclusive
    }

    package var count: Int { unanswered + inconclusive }

    /// For people: `3 answers have no verdict, 1 of them since the judge's answer has none`.
    ///
    /// Nil where none is missing; `noun` is what was judged, one of it.
    package func words(of noun: String) -> String? {
        guard count > 0 else { return nil }
        let whole = count == 1 ? "1 \(noun) has no verdict" : "\(count) \(noun)s have no verdict"
        guard inconclusive > 0 else { return whole }
        let part = unanswered > 0 ? ", \(inconclusive) of them" : ""
        return whole + part
            + (inconclusive == 1 ? " since the judge's answer has none" : " since the judge's answers have none")
    }

    /// How they are asked for again, for people; nil where that brings nothing.
    ///
    /// `option` is what does it.
    package func advice(_ option: String) -> String? {
        guard unanswered > 0 else { return nil }
        return option + " asks the judge again" + (inconclusive > 0 ? " about the other \(unanswered)" : "")
    }
}
