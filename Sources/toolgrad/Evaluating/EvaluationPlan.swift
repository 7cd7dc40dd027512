import DatasetStore
import Engine
import Evaluation

/// What an evaluation does: enough to know whether another one does the same.
struct EvaluationPlan: Hashable, Sendable {
    /// Where the predictions come from.
    enum Predictor: Hashable, Sendable {
        /// A model that is asked, by its identity.
        case model(String, AnswerPlan, CallAnswering, tools: ContentHash)
        /// A file, by the hash of its bytes.
        case file(ContentHash)
    }

    let predictor: Predictor
    /// Which items were asked for.
    let scope: JSON
    /// What the items are.
    let items: ContentHash

    /// The study that it is; the judge is no part of it, since answers can be judged later.
    var study: RunID { RunID(ContentHash(of: "evaluation/1\n" + json.canonicalText)) }

    var json: JSON {
        [
            "predictor": predictor.json, "scope": scope, "items": .string(items.hex),
            "tools": predictor.tools.map { JSON.string($0.hex) } ?? .null,
        ]
    }

    /// The study that did the same on other items, the newest one: the dataset has changed since.
    func predecessor(among studies: [StoredStudy]) -> StoredStudy? {
        studies.last { study in
            study.kind == .evaluation && study.id != self.study
                && study.plan["predictor"]?.canonicalText == predictor.json.canonicalText
                && study.plan["scope"]?.canonicalText == scope.canonicalText
        }
    }
}

extension EvaluationPlan.Predictor {
    /// The tools that answer calls, as far as items offer them; nil where no call is made.
    fileprivate var tools: ContentHash? {
        switch self {
        case .file: nil
        case .model(_, _, _, let tools): tools
        }
    }

    /// Without the tools, which change with the items.
    fileprivate var json: JSON {
        switch self {
        case .file(let hash): ["file": .string(hash.hex)]
        case .model(let identity, let plan, let answering, _):
            [
                "model": .string(identity), "prompt": .string(ContentHash(of: plan.prompt).hex),
                "turns": .count(plan.turns), "calls": .count(plan.calls), "resultLimit": .count(plan.resultLimit),
                "answerTokens": .count(plan.answerTokens),
                "temperature": plan.temperature.map(JSON.init(floatLiteral:)) ?? .null,
                "seed": .string(String(plan.seed)), "answeredBy": .string(answering.rawValue),
            ]
        }
    }
}

extension ToolLibrary {
    /// The same for libraries whose tools are the same, as far as items offer them.
    func contentHash(of names: [ToolName]) -> ContentHash {
        names.compactMap { self[$0] }.contentHash(joinedBy: "\n")
    }
}
