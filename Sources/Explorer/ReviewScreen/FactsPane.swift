import Canvas
import DisplaySafety
import Engine
import Review

/// What is known about the sample beside its contents.
struct FactsPane {
    let open: OpenSample
    let name: String
    let pen: Pen

    func rows(width: Int) -> [PaneRow] {
        let usage = open.state.usage
        let pool = open.iteration?.pool.count ?? 0
        let noOps = open.state.iterations.filter(\.isNoOp).count
        var texts = ["\(name)  parent: \(open.state.parent?.description ?? "none")", "planner \(open.state.planner)"]
        if usage.modelCalls > 0 { texts += spent(usage) }
        texts += [
            "seed \(open.sample.seed)  pool \(pool) tool\(pool == 1 ? "" : "s")",
            "iterations \(open.iterations), no-op \(noOps)",
            "calls \(usage.toolCalls), failed \(usage.failedCalls)",
            "trials failed \(usage.failedTrials)",
        ]
        if !open.sample.editedPaths.isEmpty {
            texts.append("edited: \(open.sample.editedPaths.joined(separator: ", "))")
        }
        for reason in open.review.reasons { texts.append("rejected: \(reason.reason.label), \(reason.target)") }
        if !open.review.note.isEmpty { texts.append("note: \(open.review.note)") }
        return texts.flatMap { Line(pen.line($0), Ink(.textDim)).wrapped(to: width).map { PaneRow($0) } }
            + CommentRows(comments: open.review.comments, pen: pen).rows(on: .whole, indent: 0, width: width)
    }
}

extension FactsPane {
    /// What models were asked, in two short rows.
    private func spent(_ usage: Usage) -> [String] {
        let price = usage.unpricedCalls == usage.modelCalls ? "unpriced" : usage.costText
        return [
            "\(usage.modelCalls) model call\(usage.modelCalls == 1 ? "" : "s"), \(price)",
            "tokens \(usage.promptTokens) in, \(usage.completionTokens) out"
                + (usage.estimatedCalls > 0 ? ", guessed" : ""),
        ]
    }
}

extension Iteration {
    /// Whether it ended without adding a step.
    var isNoOp: Bool {
        guard case .stalled = outcome else { return false }
        return true
    }
}
