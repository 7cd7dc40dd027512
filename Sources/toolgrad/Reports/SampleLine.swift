import DatasetStore
import Engine
import Explorer
import Review

/// One sample as a line for machines: JSON, exact, nothing made safe for a screen.
struct SampleLine {
    let sample: ReviewedSample
    let label: String
    /// Tell the chains and texts as they stood after this iteration; nil for those that count.
    var iteration: Int?
    /// What was decided, oldest first; nil where that is not asked for.
    var decisions: [Decision]?
    /// What was asked of it and has not counted yet; nil where that is not asked for.
    var asked: AskedOfSample?

    /// The sample whose chains and texts are told.
    private var shown: ReviewedSample { iteration.map(sample.standing(after:)) ?? sample }

    var json: JSON {
        var line = growth
        for member in review.members { line.set(member.key, member.value) }
        for member in lineage.members { line.set(member.key, member.value) }
        if let iteration { line.set("iteration", .count(iteration)) }
        if let asked, iteration == nil {
            line.set("held", .bool(asked.hold == .held))
            line.set("waiting", .array(asked.words.map(\.json)))
        }
        if let decisions {
            line.set("decisions", .array(decisions.map { JournalLine(decision: $0, label: label).json }))
        }
        return .object(line)
    }

    private var growth: JSON.Object {
        let usage = sample.state.usage
        return [
            "id": .string(label),
            "run": .string(sample.id.run.description),
            "index": .count(sample.id.index),
            "seed": .number(JSON.Number(text: String(sample.seed)) ?? JSON.Number(0)),
            "planner": .string(sample.state.planner),
            "outcome": .string(sample.state.outcome?.title ?? "unfinished"),
            "status": .string(sample.review.status.rawValue),
            "iterations": .count(sample.state.iterations.count),
            "noOps": .array(noOps),
            "chains": .array(shown.workflow.chains.map(chain)),
            "query": shown.query.map(JSON.string) ?? .null,
            "response": shown.response.map(JSON.string) ?? .null,
            "modelCalls": .count(usage.modelCalls),
            "retries": .count(usage.retries),
            "promptTokens": .count(usage.promptTokens),
            "completionTokens": .count(usage.completionTokens),
            "estimatedCalls": .count(usage.estimatedCalls),
            "cost": usage.costJSON,
            "toolCalls": .count(usage.toolCalls),
            "failedCalls": .count(usage.failedCalls),
            "failedTrials": .count(usage.failedTrials),
        ]
    }

    /// What a branch parted from, and its first iteration of its own; nothing for an original.
    private var lineage: JSON.Object {
        guard let parent = SampleLabel(label)?.parent else { return [:] }
        return [
            "parent": .string(parent.description),
            "branchedAt": sample.state.branchedAt.map(JSON.count) ?? .null,
        ]
    }

    private var review: JSON.Object {
        [
            "flagged": .bool(sample.review.isFlagged),
            "reasons": .array(sample.review.reasons.map(\.json)),
            "note": .string(sample.review.note),
            "edited": .array(sample.editedPaths.map(JSON.string)),
            "stale": .array(shown.staleSteps.sorted().map(JSON.count)),
            "comments": .array(sample.review.comments.map(\.json)),
        ]
    }

    private var noOps: [JSON] {
        shown.state.iterations.compactMap { iteration in
            guard case .stalled(let cause) = iteration.outcome else { return nil }
            return [
                "iteration": .count(iteration.number), "cause": .string(cause.title),
                "reason": cause.reason.map(JSON.string) ?? .null,
            ]
        }
    }

    private func chain(_ chain: Chain) -> JSON {
        let traces = shown.workflow.traces(query: shown.query, library: sample.tools)
        return [
            "chain": .count(chain.id.number),
            "steps": .array(chain.steps.map { step(for: $0, traces[$0.number] ?? []) }),
        ]
    }

    private func step(for step: Step, _ traces: [ArgumentTrace]) -> JSON {
        [
            "step": .count(step.number), "iteration": .count(step.iteration), "tool": .string(step.call.tool.text),
            "arguments": step.call.arguments, "outcome": .string(ToolOutcome.returned(step.output).verdict),
            "origin": .string(step.origin.rawValue), "outputHash": .string(step.output.hash.hex),
            "sources": .array(traces.map(\.json)),
        ]
    }
}

extension ReviewedSample {
    /// The sample as it stood after an iteration, without what reviewers made of it later.
    func standing(after iteration: Int) -> ReviewedSample {
        ReviewedSample(
            id: id, seed: seed, state: state.cut(after: iteration), review: ReviewState(), library: library)
    }
}

extension WaitingSteering {
    /// The word for machines; `text` says all of it.
    fileprivate var json: JSON {
        let choice: JSON =
            switch steering.choice {
            case .proposal(let id): .count(id.number)
            case .decline: "decline"
            case nil: .null
            }
        let place: JSON =
            switch steering.place {
            case .append(let chain): .count(chain.number)
            case .newChain: "new"
            case nil: .null
            }
        return [
            "gate": .string(gate.rawValue), "iteration": iteration.map(JSON.count) ?? .null, "choose": choice,
            "chain": place, "proposals": .array((steering.proposals ?? []).map { .string($0.instruction) }),
            "note": steering.note.map(JSON.string) ?? .null,
            "muted": .array(steering.mutedTools.map { .string($0.text) }), "text": .string(words),
        ]
    }
}

extension ReviewState.Comment {
    /// The comment for machines.
    var json: JSON {
        [
            "target": .string(target.description), "reviewer": .string(reviewer), "ts": .string(time.iso),
            "text": .string(text),
        ]
    }
}

extension ArgumentTrace {
    /// Where the value comes from, for machines.
    var json: JSON {
        var object: JSON.Object = [
            "argument": .string(path.description), "value": value, "source": .string(source.title),
        ]
        switch source {
        case .query(let from, let to):
            object.set("from", .count(from))
            object.set("to", .count(to))
        case .output(let step, let path):
            object.set("step", .count(step))
            object.set("path", .string(path.description))
        case .schemaDefault, .documentation, .open, .unknown, .none:
            break
        }
        return .object(object)
    }
}

extension Usage {
    /// Dollars, exactly; null where the price of a call is unknown.
    fileprivate var costJSON: JSON {
        guard unpricedCalls == 0 else { return .null }
        return JSON.Number(text: cost.dollars).map(JSON.number) ?? .null
    }
}

extension JSON {
    /// A whole number.
    static func count(_ number: Int) -> JSON { .number(Number(number)) }
}
