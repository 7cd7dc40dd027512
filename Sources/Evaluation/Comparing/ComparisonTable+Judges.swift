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

    /// Who judged, and of which answers a figure is; one sentence each.
    var judgements: [String] {
        let sentences = judges.map { judge in
            let scopes = columns.compactMap { column in
                column.figures.judged(by: judge.identity).map { "\(column.method.rawValue): \($0.scope)" }
            }
            return
                "\(judge.title.prefix(1).uppercased())\(judge.title.dropFirst()), by \(judge.identity): solved counts "
                + "1, unsure 0.5, unsolved 0. \(scopes.joined(separator: "; "))."
        }
        let isPublished = columns.flatMap(\.figures.judged).contains { $0.solvability != nil }
        return sentences + (isPublished ? [Self.published] : [])
    }

    private static let published =
        "Unsolvable as pass: ToolEval's habit, only to be compared with published numbers. To answer or to give up passes "
        + "where the query is judged unsolvable, and what is unsure counts 0.5, the average of ToolEval's coin."
}

extension MethodFigures {
    /// What a judge made of the answers; nil where it was not asked.
    package func judged(by judge: JudgeIdentity) -> JudgedFigures? { judged.first { $0.judge == judge } }
}
