import Engine
import Evaluation
import Foundation

extension JudgedFigures {
    /// The rate with what it is of: `66.7 % (SoPR, over the 3 solvable queries): 2 solved, 0 unsure, 1 unsolved`.
    ///
    /// `–, n = 0 (no answer has a verdict)` where there is none.
    var words: String {
        guard hasRate else { return "–, n = 0 (\(scope))" }
        let share = rate.map { Self.percent($0) } ?? "–"
        return "\(share) (\(scope)): \(counted.words)"
    }

    /// The verdicts on queries; nil where nobody judged them.
    var queriesWords: String? {
        guard let solvability else { return nil }
        let counts =
            "\(solvability.solvable) solvable, \(solvability.unsure) unsure, \(solvability.unsolvable) unsolvable"
        return solvability.unjudged > 0 ? counts + ", \(solvability.unjudged) not judged and left out" : counts
    }

    /// What ToolEval would make of it; nil where nobody judged the queries.
    var publishedWords: String? {
        guard let share = published, let solvability else { return nil }
        return "\(Self.percent(share)) of \(solvability.count), only to compare with published numbers"
    }

    private static func percent(_ share: Double) -> String { String(format: "%.1f %%", share * 100) }
}

extension JudgedFigures.Answers {
    fileprivate var words: String { "\(solved) solved, \(unsure) unsure, \(unsolved) unsolved" }
}

extension JudgedFigures {
    /// Everything in it, unrounded; null is what nobody judged.
    var json: JSON {
        [
            "judge": judge.json, "rate": rate.map(JSON.init(floatLiteral:)) ?? .null, "scope": .string(scope),
            "answers": answers.json, "without_verdict": .count(silent), "not_asked": .count(unasked),
            "solvability": solvability.map { known -> JSON in
                [
                    "judge": known.judge.json, "solvable": .count(known.solvable), "unsure": .count(known.unsure),
                    "unsolvable": .count(known.unsolvable), "not_judged": .count(known.unjudged),
                    "answers_to_solvable": known.answers.json,
                    "unsolvable_counted_as_pass": published.map(JSON.init(floatLiteral:)) ?? .null,
                ]
            } ?? .null,
        ]
    }
}

extension JudgedFigures.Answers {
    fileprivate var json: JSON {
        ["solved": .count(solved), "unsure": .count(unsure), "unsolved": .count(unsolved)]
    }
}
