extension ComparisonTable {
    /// A judge of the table, and what its row is called.
    package struct Judge: Hashable, Sendable {
        package let identity: JudgeIdentity
        /// `judged solved`, with a number where there are several judges.
        package let title: String
    }

    /// Those who judged answers of a column, each once: what two of them said is never in one row.
    package var judges: [Judge] {
        var seen: Set<JudgeIdentity> = []
        let each = columns.flatMap(\.figures.judged).map(\.judge).filter { seen.insert($0).inserted }
        guard each.count > 1 else { return each.map { Judge(identity: $0, title: "judged solved") } }
        return each.enumerated().map { Judge(identity: $1, title: "judged solved \($0 + 1)") }
    }

    /// Who judged, of which answers a figure is, and what has no verdict; one sentence each.
    var judgements: [String] {
        let all = columns.flatMap(\.figures.judged)
        let sentences = judges.map { judge in
            let title = "\(judge.title.prefix(1).uppercased())\(judge.title.dropFirst())"
            return "\(title), by \(judge.identity): solved counts 1, unsure 0.5, unsolved 0. \(scopes(of: judge))."
        }
        let isPublished = all.contains { $0.published != nil }
        let isIncomplete = all.contains { $0.silent > 0 }
        let isAskable = all.contains { $0.missing.unanswered > 0 }
        return sentences + (isPublished ? [Self.published] : [])
            + (isIncomplete ? [Self.incomplete + (isAskable ? Self.askingAgain : "")] : [])
    }

    private func scopes(of judge: Judge) -> String {
        columns.compactMap { column in
            column.figures.judged(by: judge.identity).map { figures in
                "\(column.method.rawValue): \(figures.scope)" + (figures.gaps.map { " (\($0))" } ?? "")
            }
        }.joined(separator: "; ")
    }

    private static let published =
        "Unsolvable as pass: ToolEval's habit, only to be compared with published numbers. To answer or to give up "
        + "passes where the query is judged unsolvable, and what is unsure counts 0.5, the average of ToolEval's coin."

    private static let incomplete = "What has no verdict is in no rate."
    private static let askingAgain =
        " toolgrad baseline with the same --judge-model and --retry-failed asks the judge again."
}

extension MethodFigures {
    /// What a judge made of the answers; nil where it judged none of them.
    package func judged(by judge: JudgeIdentity) -> JudgedFigures? { judged.first { $0.judge == judge } }
}
