import DatasetStore
import Engine

extension [StoredStudy] {
    /// What tells studies of one name apart, by the study: the parts of its plan that another one has otherwise.
    ///
    /// A study whose name no other one has is not in it.
    var distinctions: [RunID: [String]] {
        var distinctions: [RunID: [String]] = [:]
        for group in Dictionary(grouping: self, by: \.name).values where group.count > 1 {
            let parts = group.map(\.plan.distinguishingParts)
            for (study, own) in zip(group, parts) {
                distinctions[study.id] = own.filter { part in !parts.allSatisfy { $0.contains(part) } }
            }
        }
        return distinctions
    }
}

extension JSON {
    /// What a study's plan says in words: who is asked, how, and about what.
    fileprivate var distinguishingParts: [String] {
        let ofItems = ["include", "filter", "count", "candidates", "distractors", "irrelevance", "seed"]
        let ofAsking = ["model", "turns", "answerTokens", "temperature", "answeredBy"]
        let ofBaselines = ["model", "instructions", "seed", "answerTokens", "temperature"]
        return (self["predictor"]?.parts(ofAsking) ?? []) + (self["scope"]?.parts(ofItems) ?? []) + parts(ofBaselines)
    }

    private func parts(_ names: [String]) -> [String] {
        names.compactMap { name in self[name]?.inWords.map { "\(Self.words[name] ?? name) \($0)" } }
    }

    private static let words = ["answerTokens": "answer tokens", "answeredBy": "tools"]

    /// Nil for what was not asked for.
    private var inWords: String? {
        if let list = array { return list.compactMap(\.inWords).joined(separator: ",") }
        guard let text = string ?? number?.text, !text.isEmpty else { return nil }
        return text
    }
}
