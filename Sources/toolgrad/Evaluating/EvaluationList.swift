import DatasetStore
import Engine

/// The evaluations of a dataset, newest last: what was evaluated, when, and how many items are right.
struct EvaluationList {
    private let rows: [(study: StoredStudy, figures: JSON?)]

    init(in dataset: Dataset) async throws {
        var rows: [(study: StoredStudy, figures: JSON?)] = []
        for study in try await dataset.evaluations() {
            let artefact = try await dataset.artefact(kind: ArtefactKind.evaluation, name: study.id.hash.hex)
            rows.append((study, artefact?.json))
        }
        self.rows = rows
    }

    /// Each line ends with a line feed.
    var text: String {
        guard !rows.isEmpty else {
            return "No evaluation yet. Make one: toolgrad evaluate --model NAME, or --predictions FILE.\n"
        }
        return Table(columns: ["study", "name", "began", "items", "right"]).with(
            rows.map { study, figures in
                [
                    "\(study.id)", ToolText.line(study.name, atMost: 40), study.began.short,
                    "\(study.items)", Self.right(of: study, figures),
                ]
            }
        ).text
    }

    var json: JSON {
        .array(
            rows.map { study, figures in
                [
                    "study": .string(study.id.hash.hex), "name": .string(study.name),
                    "began": .string(study.began.iso), "items": .count(study.items),
                    "right": figures?["right"] ?? .null, "unanswered": figures?["unanswered"] ?? .null,
                    "plan": study.plan,
                ]
            })
    }

    /// Figures are kept once every item has its score.
    private static func right(of study: StoredStudy, _ figures: JSON?) -> String {
        guard let right = figures?["right"]?.int else { return "not finished" }
        let silent = figures?["unanswered"]?.int ?? 0
        return "\(right) of \(figures?["items"]?.int ?? study.items)"
            + (silent > 0 ? ", \(silent) without an answer" : "")
    }
}
