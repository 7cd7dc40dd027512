import DatasetStore
import DisplaySafety
import Engine
import Explorer
import Review

/// A sample as text for people: its iterations with their gradients, its chains, its query and response, and what
/// reviewers made of it.
///
/// Every line has passed the sanitiser.
struct SampleReport {
    let sample: ReviewedSample
    let label: String
    /// Show the sample as it stood after this iteration; nil for the end.
    var iteration: Int?
    /// What was decided, oldest first.
    var decisions: [Decision] = []
    /// The labels of the samples that it was compared with.
    var compared: [SampleID: String] = [:]
    /// The earlier sample that it repeats; nil for none.
    var duplicate: Finding?
    /// What is known of a sample that is not finished.
    var now = GrowthNow.rests
    /// What was asked of it and has not counted yet.
    var asked = AskedOfSample()

    /// The sample as it is shown.
    private var shown: ReviewedSample { iteration.map(sample.standing(after:)) ?? sample }
    private var state: RunState { shown.state }

    var text: String {
        let review = ReviewReport(sample: shown, decisions: decisions, compared: compared)
        let parts =
            [heading] + lineage + waiting + guidance + state.iterations.flatMap(lines(for:)) + [""] + chains + [""]
            + ending
            + (iteration == nil ? review.lines : [])
        return parts.joined(separator: "\n")
    }

    private var heading: String {
        let place = iteration.map { "after iteration \($0) of \(sample.state.iterations.count)" }
        let outcome = place ?? state.outcome?.title ?? now.words
        let flag = sample.review.isFlagged ? "   flagged" : ""
        return safe("\(label)   \(outcome)   \(sample.review.status.rawValue)\(flag)   planner: \(state.planner)")
    }

    /// Where a branch parted from its sample.
    private var lineage: [String] {
        guard let parent = SampleLabel(label)?.parent else { return [] }
        let place = state.branchedAt.map { " at iteration \($0)" } ?? ""
        return ["Branch    of \(parent)\(place)"]
    }

    /// What waits for it as it stands, not as it stood.
    private var waiting: [String] {
        guard iteration == nil else { return [] }
        let hold: [String] =
            switch (asked.hold, now) {
            case (.held, .goesOn): ["Held      until it is let go of where its run is watched"]
            case (.held, .rests): ["Held      until somebody lets it go: toolgrad resume --watch"]
            case (.free, _): []
            }
        return hold + asked.words.map { "Waiting   \(safe($0.words))" }
    }

    private var guidance: [String] {
        let notes = state.plan?.guidance.notes ?? []
        return notes.isEmpty ? [] : [""] + notes.map { "Guidance  \(safe($0))" }
    }

    private func lines(for iteration: Iteration) -> [String] {
        var lines = ["", "Iteration \(iteration.number)   \(title(of: iteration))"]
        lines.append(
            "  pool      \(iteration.pool.count) tools: \(safe(iteration.pool.map(\.text).joined(separator: ", ")))")
        if case .stalled(let cause) = iteration.outcome, let reason = cause.reason, iteration.selection == nil {
            lines.append("  cause     \(safe(reason))")
        }
        if let proposals = iteration.proposals { lines.append("  proposer  \(safe(proposals.reason))") }
        for trial in iteration.trials { lines += self.lines(for: trial, selection: iteration.selection) }
        if let selection = iteration.selection { lines.append("  why       \(safe(selection.reason))") }
        lines += iteration.steering.compactMap(\.note).map { "  you       \(safe($0))" }
        if let draft = iteration.draft { lines.append("  draft     \(safe(draft.query))") }
        if let problem = iteration.draftProblem { lines.append("  no draft  \(safe(problem))") }
        return lines
    }

    private func title(of iteration: Iteration) -> String {
        switch iteration.outcome {
        case .grew(let growth):
            let tools = growth.steps.map(\.call.tool.text).joined(separator: ", ")
            return "+ \(safe(tools)), \(growth.opensChain ? "new chain" : "chain") c\(growth.chain.number)"
        case .stalled(let cause): return "no-op: \(safe(cause.title))"
        case nil: return "under way"
        }
    }

    private func lines(for trial: Trial, selection: Selection?) -> [String] {
        let mark: String =
            switch trial.ending {
            case .succeeded where selection?.chosen == trial.id: "SELECTED"
            case .succeeded: "succeeded"
            case .failed: "failed"
            case .unreachable: "unreachable"
            case nil: "running"
            }
        let calls = trial.attempts.map { attempt in
            let problem = attempt.outcome.problem.map { ": \($0)" } ?? ""
            return "       \(safe("\(attempt.call.tool) \(attempt.call.arguments.compactText)")) -> "
                + "\(attempt.outcome.verdict)\(safe(problem))"
        }
        return ["  \(trial.id.number) \(mark)   \(safe(trial.proposal.instruction))"] + calls
    }

    private var chains: [String] {
        let traces = shown.workflow.traces(query: shown.query, library: sample.tools)
        return shown.workflow.chains.flatMap { chain in
            ["Chain c\(chain.id.number)"] + chain.steps.flatMap { lines(for: $0, traces[$0.number] ?? []) }
        }
    }

    private func lines(for step: Step, _ traces: [ArgumentTrace]) -> [String] {
        let arguments = traces.map { trace in
            "       \(safe("\(trace.path) = \(trace.value.compactText)"))   \(trace.source.words)"
        }
        let output = SafeText(step.output.bytes.prefix(400)).plain.replacing("\n", with: " ")
        let stale = shown.staleSteps.contains(step.number) ? "   stale: its output answers other arguments" : ""
        return ["  \(step.number) \(safe(step.call.tool.text))\(stale)"] + arguments
            + ["       out \(output.prefix(160))\(output.count > 160 || step.output.bytes.count > 400 ? "…" : "")"]
    }

    private var ending: [String] {
        let findings = iteration == nil ? sample.findings() + (duplicate.map { [$0] } ?? []) : []
        var lines = ["Query     \(shown.query.map(safe) ?? "none")", "Response  \(shown.response.map(safe) ?? "none")"]
        if case .synthesisFailed(let reason) = state.outcome {
            lines.append("No query could be written: \(safe(reason))")
        }
        lines += findings.map { "Check     \($0.check) at \(safe("\($0.target): \($0.evidence)"))" }
        let usage = state.usage
        lines.append(
            "Spent     \(usage.modelCalls) model calls, \(usage.toolCalls) tool calls, "
                + "\(usage.failedCalls) of them failed")
        if usage.modelCalls > 0 {
            lines.append(
                "          \(usage.promptTokens) tokens in and \(usage.completionTokens) out, cost \(usage.costText)")
        }
        return lines
    }

    private func safe(_ text: String) -> String { SafeText(text).plain }
}

extension Selection {
    /// The proposal that was chosen; nil when the selector declined.
    var chosen: Proposal.ID? {
        guard case .chosen(let id, _, _) = self else { return nil }
        return id
    }
}

extension ArgumentSource {
    /// A few words for people.
    var words: String {
        switch self {
        case .query(let from, let to): "from the query, characters \(from)-\(to)"
        case .output(let step, let path): "from step \(step), \(SafeText(path.description).plain)"
        case .schemaDefault: "the default"
        case .documentation: "only in the tool's documentation"
        case .open: "open until there is a query"
        case .unknown: "cannot be traced"
        case .none: "?? from nowhere"
        }
    }
}
