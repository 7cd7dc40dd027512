import DatasetStore
import Engine
import Evaluation

/// An evaluation as a dataset has it.
struct StoredEvaluation: Sendable {
    let study: StoredStudy
    /// Those that were saved, in their order.
    let items: [EvaluatedItem]

    /// The item with an id; `s-417` finds `s-00417`.
    ///
    /// - Throws: ``CommandFailure`` when it has none of that id.
    func item(_ id: String) throws -> EvaluatedItem {
        let parts = id.split(separator: "/", maxSplits: 1)
        let label = parts.first.flatMap { SampleLabel(String($0)) }?.description
        let whole = label.map { ([$0] + parts.dropFirst().map(String.init)).joined(separator: "/") }
        guard let item = items.first(where: { $0.id == id || $0.id == whole }) else {
            throw CommandFailure(
                ToolText.line(
                    "The evaluation \(study.name) (study \(study.id)) has no item \(id). It has \(items.count.items)"
                        + (items.first.map { ", from \($0.id) on." } ?? ".")))
        }
        return item
    }
}

extension Dataset {
    /// All evaluations, oldest first.
    func evaluations() async throws -> [StoredStudy] {
        try await studies().filter { $0.kind == .evaluation }
    }

    /// The evaluation of a name, or the one whose id begins so; for nil the newest that has items.
    ///
    /// - Throws: ``CommandFailure`` when there is none, or more than one.
    func evaluation(_ name: String?) async throws -> StoredEvaluation {
        let all = try await evaluations()
        guard !all.isEmpty else {
            throw CommandFailure(
                "The dataset has no evaluation. Make one: toolgrad evaluate --model NAME, or --predictions FILE.")
        }
        let named = all.filter { $0.name == name }
        let newest = all.last { $0.items > 0 } ?? all.last
        let found = name == nil ? [newest].compactMap(\.self) : named.isEmpty ? all.filter { $0.isCalled(name) } : named
        guard let study = found.first else {
            let known = all.map { "\($0.name) (\($0.id))" }.joined(separator: ", ")
            throw CommandFailure(ToolText.line("The dataset has no evaluation \(name ?? ""). It has \(known)."))
        }
        guard found.count == 1 else { throw Self.ambiguity(of: name ?? "", among: found) }
        return StoredEvaluation(study: study, items: try await evaluatedItems(of: study))
    }

    private static func ambiguity(of name: String, among studies: [StoredStudy]) -> CommandFailure {
        let distinctions = studies.distinctions
        let each = studies.map { study in
            let facts = ["began \(study.began.short)", study.items.items] + (distinctions[study.id] ?? [])
            return "\(study.id) (\(facts.joined(separator: ", ")))"
        }
        return CommandFailure(
            ToolText.line("\(name) names \(each.joined(separator: " and ")). Say which by the study's digits."))
    }

    /// Whether a name is that of an evaluation.
    func hasEvaluation(_ name: String) async throws -> Bool {
        try await evaluations().contains { $0.name == name || $0.isCalled(name) }
    }

    private func evaluatedItems(of study: StoredStudy) async throws -> [EvaluatedItem] {
        try await items(of: study.id).map { index, json in
            guard let item = json.decoded(as: EvaluatedItem.self) else {
                throw CommandFailure(
                    ToolText.line(
                        "Item \(index) of the evaluation \(study.name) was saved by another version of toolgrad. The "
                            + "command that made it scores it anew, and asks nothing again."))
            }
            return item
        }
    }
}

extension StoredStudy {
    /// Whether a text is the beginning of its id, at least four digits of it.
    fileprivate func isCalled(_ text: String?) -> Bool {
        guard let text, text.count >= 4 else { return false }
        return id.hash.hex.hasPrefix(text.lowercased())
    }
}
