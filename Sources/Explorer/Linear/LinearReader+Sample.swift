import Engine
import Review

extension LinearReader {
    /// A sample that is new on show, or what became of the one that was there already.
    func sample(after event: ExplorerEvent?, from before: ExplorerState, to after: ExplorerState) -> [String] {
        guard let open = after.open else { return [] }
        guard let old = before.open, old.id == open.id else { return sample(open, in: after) }
        if case .recorded(let recorded) = event {
            return recorded.sample == open.id ? grown(recorded.event, in: after) : []
        }
        if old.viewed != open.viewed { return iteration(of: open) }
        return changes(from: old, to: open)
    }

    /// Everything there is to judge a sample by.
    func sample(_ open: OpenSample, in state: ExplorerState) -> [String] {
        let growth = state.isGrowing && open.iteration != nil ? iteration(of: open) : texts(of: open)
        return heading(of: state) + chains(of: open) + growth + findings(of: open) + comments(on: open.review.comments)
    }

    /// What it is and how much there is of it.
    func heading(of state: ExplorerState) -> [String] {
        guard let open = state.open else {
            return [state.queue.total == 0 ? "There is no sample to show." : "No sample is open."]
        }
        let place = state.queue.index.map { ", \($0 + 1) of \(state.queue.total)" } ?? ""
        let workflow = open.view.workflow
        let counts = [
            count(workflow.chains.count, "chain"), count(workflow.steps.count, "step"),
            count(open.findings.count, "finding"),
        ]
        let marks = open.review.isFlagged ? ", flagged" : ""
        return spoken(
            "Sample \(state.name(of: open.id))\(place), \(open.review.status.rawValue)\(marks)\(growth(in: state)). "
                + counts.joined(separator: ", ") + ".")
            + verdict(on: open.review)
    }

    private func growth(in state: ExplorerState) -> String {
        switch state.growth {
        case .growing: ", growing"
        case .held: ", held"
        case .elsewhere: ", growing in another process"
        case .unfinished: ", unfinished"
        case .ended: ""
        }
    }

    private func verdict(on review: ReviewState) -> [String] {
        let reasons = review.status == .rejected ? review.reasons : []
        let edited = review.editedPaths.isEmpty ? [] : ["Edited: \(review.editedPaths.joined(separator: ", "))."]
        let note = review.note.isEmpty || reasons.isEmpty ? [] : ["Note: \(review.note)"]
        return (reasons.map { "Rejected: \($0.reason.rawValue), \($0.target)." } + note + edited).flatMap { spoken($0) }
    }

    /// The chains as they were after the iteration on show.
    func chains(of open: OpenSample) -> [String] {
        let workflow = open.view.workflow
        let later = open.view.whole.steps.count - workflow.steps.count
        let rest = later > 0 ? ["\(count(later, "step")) came later."] : []
        return workflow.chains.flatMap { chain in
            [heading(of: chain, in: workflow)] + chain.steps.flatMap { step($0, in: open) }
        } + rest
    }

    func heading(of chain: Chain, in workflow: Workflow) -> String {
        let numbers = chain.steps.map { String($0.number) }.joined(separator: ", ")
        return
            "Chain \(chain.id.number) of \(workflow.chains.count): step\(chain.steps.count == 1 ? "" : "s") \(numbers)."
    }

    func step(_ step: Step, in open: OpenSample) -> [String] {
        let traces = open.view.traces[step.number] ?? []
        let isStale = open.view.staleSteps.contains(step.number)
        return spoken("Step \(step.number) of \(open.view.workflow.steps.count): \(spokenName(step.call.tool.text))")
            + traces.flatMap { spoken(sentence(on: $0), indent: 2) }
            + ["  result: " + pen.line(step.output).plain + (isStale ? " (of other arguments: x runs it)" : "")]
    }

    func sentence(on trace: ArgumentTrace) -> String {
        let name = trace.path.components.isEmpty ? "arguments" : "\(trace.path)"
        return "\(name) \(trace.value.compactText): \(trace.source.words)"
    }

    func texts(of open: OpenSample) -> [String] { query(of: open) + response(of: open) }

    func query(of open: OpenSample) -> [String] {
        if let query = open.view.query { return spoken("Query: \(query)") }
        if case .synthesisFailed(let reason) = open.state.outcome {
            return spoken("No query could be written: \(reason)")
        }
        return [open.state.outcome == .nothingGrown ? "No query: no iteration added a step." : "No query yet."]
    }

    func response(of open: OpenSample) -> [String] {
        open.view.response.map { spoken("Response: \($0)") } ?? []
    }

    func findings(of open: OpenSample) -> [String] {
        open.findings.flatMap { spoken("Finding: \($0.told)") }
    }

    private func comments(on comments: [ReviewState.Comment]) -> [String] {
        comments.flatMap { spoken("Comment by \($0.reviewer) on \($0.target): \($0.text)") }
    }
}

extension LinearReader {
    /// What reviewing changed in the sample on show.
    private func changes(from old: OpenSample, to open: OpenSample) -> [String] {
        let isOtherwise = old.view.whole != open.view.whole || old.view.staleSteps != open.view.staleSteps
        let chains = isOtherwise ? chains(of: open) : []
        let query = old.view.query == open.view.query ? [] : query(of: open)
        let response = old.view.response == open.view.response ? [] : response(of: open)
        let said = open.review.comments.filter { !old.review.comments.contains($0) }
        return chains + query + response + comments(on: said) + findings(from: old, to: open)
    }

    private func findings(from old: OpenSample, to open: OpenSample) -> [String] {
        guard old.findings != open.findings else { return [] }
        return open.findings.isEmpty ? ["No findings any more."] : findings(of: open)
    }
}

extension ArgumentSource {
    /// Where the value comes from, for a sentence.
    fileprivate var words: String {
        switch self {
        case .query(let from, let to): "from the query, characters \(from) to \(to)"
        case .output(let step, let path):
            "from step \(step)" + (path.components.isEmpty ? "" : ", \(path)")
        case .schemaDefault: "the schema's default"
        case .documentation: "from the tool's documentation"
        case .open: "open until the query is written"
        case .unknown: "cannot be traced"
        case .none: "from nowhere"
        }
    }
}
