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
        var texts = ["\(name)  parent: \(parent)", "planner \(open.state.planner)"]
        if usage.modelCalls > 0 { texts += spent(usage) }
        texts += open.state.growthIsUnknown ? unrecorded : grown(usage)
        texts += (open.state.plan?.guidance.notes ?? []).map { "guided: \($0)" }
        if !open.sample.editedPaths.isEmpty {
            texts.append("edited: \(open.sample.editedPaths.joined(separator: ", "))")
        }
        texts += open.findings.filter { $0.reason == .duplicate || $0.origin == .llm }.map(\.told)
        for reason in open.review.reasons { texts.append("rejected: \(reason.reason.label), \(reason.target)") }
        if !open.review.note.isEmpty { texts.append("note: \(open.review.note)") }
        return texts.flatMap { Line(pen.line($0), Ink(.textDim)).wrapped(to: width).map { PaneRow($0) } }
            + CommentRows(comments: open.review.comments, pen: pen).rows(on: .whole, indent: 0, width: width)
    }
}

extension Finding {
    /// All of it in a sentence; who found it is said of a model only.
    var told: String { (origin == .llm ? "by llm: " : "") + "\(reason.rawValue), \(target): \(evidence)" }
}

extension FactsPane {
    /// The sample that it parted from, and where.
    private var parent: String {
        guard let parent = open.state.parent else { return "none" }
        // A branch and what it parted from have the same number in the file.
        let label = name.split(separator: ".").dropLast().joined(separator: ".")
        return (label.isEmpty ? parent.description : label)
            + (open.state.branchedAt.map { ", parted at it \($0)" } ?? "")
    }

    private func grown(_ usage: Usage) -> [String] {
        let pool = open.iteration?.pool.count ?? 0
        let noOps = open.state.iterations.filter(\.isNoOp).count
        return [
            "seed \(open.sample.seed)  pool \(pool) tool\(pool == 1 ? "" : "s")",
            "iterations \(open.iterations), no-op \(noOps)",
            "calls \(usage.toolCalls), failed \(usage.failedCalls)",
            "trials failed \(usage.failedTrials)",
        ]
    }

    /// Of an imported sample: the seed alone may be known, by the name of its file.
    private var unrecorded: [String] {
        let plan = open.state.plan
        let isSeedKnown = plan.map { $0.iterations > 0 || $0.batch > 0 } ?? false
        let seed = isSeedKnown ? "seed \(open.sample.seed)" : "seed not recorded"
        return [seed, "pool not recorded", "iterations not recorded", "calls and trials not recorded"]
    }

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
