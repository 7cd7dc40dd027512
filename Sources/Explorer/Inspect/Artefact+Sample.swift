import Engine
import Foundation
import Review

/// Artefacts that are leafed through together, and the one to begin with.
struct ArtefactList: Hashable, Sendable {
    let all: [Artefact]
    let index: Int

    init(_ all: [Artefact], at index: Int = 0) {
        self.all = all
        self.index = index
    }

    /// What there is to read of an item; a pane without one gives what it is about.
    init(of item: PaneItem?, in pane: Pane, _ open: OpenSample) {
        if let step = item?.step.flatMap(open.sample.workflow.step) {
            self.init(step: step, item: item, open)
        } else if case .proposal(let id)? = item, let trial = open.iteration?.trials.first(where: { $0.id == id }) {
            self.init(Artefact.all(of: trial, in: open.viewed) + open.gradient)
        } else {
            self.init(pane: pane, open)
        }
    }

    private init(step: Step, item: PaneItem?, _ open: OpenSample) {
        let isArgument = item?.path != nil
        self.init(
            Artefact.all(of: step, tool: open.sample.tool(step.call.tool), at: item?.path ?? .root),
            at: isArgument ? 1 : 0)
    }

    private init(pane: Pane, _ open: OpenSample) {
        let sample = Artefact.all(of: open)
        switch pane {
        case .gradient: self.init(open.gradient + sample)
        case .response: self.init(sample, at: sample.firstIndex { $0.title == "response" } ?? 0)
        case .queue, .chains, .query, .facts: self.init(sample)
        }
    }
}

extension PaneItem {
    fileprivate var step: Int? {
        if case .step(let number) = self { return number }
        if case .output(let number) = self { return number }
        if case .argument(let number, _) = self { return number }
        return nil
    }

    fileprivate var path: JSONPath? {
        if case .argument(_, let path) = self { path } else { nil }
    }
}

extension OpenSample {
    fileprivate var gradient: [Artefact] { iteration.map(Artefact.all) ?? [] }
}

extension Artefact {
    /// A step: its result, its arguments, and what its tool says of itself.
    static func all(of step: Step, tool: Tool?, at path: JSONPath = .root) -> [Artefact] {
        let name = "step \(step.number) \(step.call.tool)"
        return [
            Artefact("\(name): result", step.output, from: step.origin),
            Artefact("\(name): arguments", step.call.arguments, start: path),
        ] + (tool.map(all) ?? [])
    }

    /// A tool: its description and its schemas.
    static func all(of tool: Tool) -> [Artefact] {
        [
            Artefact("\(tool.name): input schema", tool.inputSchema),
            tool.outputSchema.map { Artefact("\(tool.name): output schema", $0) },
            Artefact("\(tool.name): description", tool.description, facts: [tool.family, tool.effects.rawValue]),
        ].compactMap(\.self)
    }

    /// A proposal that was tried: every attempt in its order, what was asked, and what came of it.
    static func all(of trial: Trial, in iteration: Int) -> [Artefact] {
        let name = "it \(iteration) proposal \(trial.id.number)"
        let attempts = trial.attempts.enumerated().flatMap { index, attempt in
            all(of: attempt, named: "\(name) call \(index + 1) \(attempt.call.tool)")
        }
        let report = trial.ending.map { Artefact("\(name): \(trial.succeeded ? "report" : "failure")", $0.text) }
        return attempts + [Artefact("\(name): instruction", trial.proposal.instruction)] + [report].compactMap(\.self)
    }

    private static func all(of attempt: Trial.Attempt, named name: String) -> [Artefact] {
        let (outcome, origin) = (attempt.outcome, attempt.result.origin)
        return [
            outcome.recorded.map { Artefact("\(name): \(outcome.verdict)", $0, from: origin) },
            outcome.problem.map { Artefact("\(name): why \(outcome.verdict)", $0, facts: [origin.rawValue]) },
            Artefact("\(name): arguments", attempt.call.arguments),
        ].compactMap(\.self)
    }

    /// The textual gradient of an iteration: the selector's reason, the curator's notes, the proposer's reason, what was
    /// planned, and the tools it was planned with.
    static func all(of iteration: Iteration) -> [Artefact] {
        let name = "it \(iteration.number)"
        let notes = iteration.steering.compactMap(\.note)
        return [
            iteration.selection.map { Artefact("\(name): why", $0.reason) },
            notes.isEmpty ? nil : Artefact("\(name): your notes", notes.joined(separator: "\n\n")),
            iteration.proposals.map { Artefact("\(name): the proposer's reason", $0.reason) },
            iteration.proposals.map { Artefact("\(name): proposals", .array($0.all.map(\.json))) },
            Artefact("\(name): pool", JSON.array(iteration.pool.map { .string($0.text) })),
        ].compactMap(\.self)
    }

    /// A sample: its texts as they count and as they were grown, what reviewers said, and the plan.
    static func all(of open: OpenSample) -> [Artefact] {
        let (sample, grown) = (open.sample, open.showsNewest ? open.state.synthesis : nil)
        return texts("query", open.view.query, before: grown?.query)
            + texts("response", open.view.response, before: grown?.response)
            + sample.review.comments.map {
                Artefact("comment on \($0.target)", $0.text, facts: [$0.reviewer])
            } + (sample.review.note.isEmpty ? [] : [Artefact("note of the rejection", sample.review.note)])
            + plan(of: open.state)
    }

    private static func texts(_ name: String, _ text: String?, before: String?) -> [Artefact] {
        let isEdited = before.map(ExactText.init) != text.map(ExactText.init)
        let original = isEdited ? before.map { Artefact("\(name) before it was edited", $0) } : nil
        return [text.map { Artefact(name, $0) }, original].compactMap(\.self)
    }

    private static func plan(of state: RunState) -> [Artefact] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let plan = state.plan, let bytes = try? encoder.encode(plan) else { return [] }
        return [Artefact("plan", .bytes(bytes), facts: ["planner \(state.planner)"])]
    }
}
