import Engine

/// An event in a few words, for the row of its sample.
struct Happening: Hashable, Sendable {
    /// What a sign behind the words says.
    enum Mark: Hashable, Sendable {
        case none, succeeded, failed
    }

    let text: String
    var mark = Mark.none
    /// What follows the sign.
    var detail = ""
    /// How long it took, where that was measured.
    var took: Duration?
}

extension Happening {
    /// An event of an iteration, whose trials are known.
    init(_ event: RunEvent, took: Duration?) {
        self.init(text: Self.words(for: event))
        guard case .attempted(_, let attempt) = event else { return }
        mark = attempt.outcome.succeeded ? .succeeded : .failed
        detail = attempt.outcome.succeeded ? "" : attempt.outcome.verdict
        self.took = took
    }

    private static func words(for event: RunEvent) -> String {
        switch event {
        case .began: "began"
        case .branched(_, let iteration, _, _): "branched off at iteration \(iteration)"
        case .imported(let format, _): "imported from \(format)"
        case .iterationBegan(let number): "iteration \(number) began"
        case .steered(let steering, _): "you: \(steering.news)"
        case .sampled(let tools): "\(tools.count) tool\(tools.count == 1 ? "" : "s") sampled"
        case .proposed(let proposals): "\(proposals.all.count) proposal\(proposals.all.count == 1 ? "" : "s")"
        case .asked(let exchange): exchange.problem.map { "model: \($0)" } ?? "\(exchange.model) answered"
        case .attempted(_, let attempt): attempt.call.tool.text
        case .tried(let id, .succeeded): "proposal \(id.number) succeeded"
        case .tried(let id, let ending): "proposal \(id.number) failed: \(ending.text)"
        case .selected(.chosen(let id, _, _)): "proposal \(id.number) selected"
        case .selected(.declined(let reason)): "declined: \(reason)"
        case .iterationEnded(_, let outcome): outcome.news
        case .drafted: "query drafted"
        case .draftFailed(let reason): "no draft: \(reason)"
        case .interrupted(let limit): "budget spent: \(limit.title)"
        case .finished(let outcome): outcome.news
        }
    }
}

extension IterationOutcome {
    /// What it added, or why nothing.
    var news: String {
        switch self {
        case .grew(let growth):
            let tools = growth.steps.map(\.call.tool.text).joined(separator: ", ")
            return "+\(tools), \(growth.opensChain ? "new c" : "to c")\(growth.chain.number)"
        case .stalled(let cause): return cause.title
        }
    }
}

extension SampleOutcome {
    /// How a sample ended, with the reason where one was given.
    var news: String {
        switch self {
        case .completed: "completed"
        case .synthesisFailed(let reason): "no query could be written: \(reason)"
        case .nothingGrown: "nothing grown"
        }
    }
}

extension Steering {
    /// What was asked for, in a few words; the note first, since it is the curator's own.
    var news: String {
        let choice: String? =
            switch self.choice {
            case .proposal(let id): "proposal \(id.number)"
            case .decline: "decline"
            case nil: nil
            }
        let muted = mutedTools.isEmpty ? nil : "without " + mutedTools.map(\.text).joined(separator: ", ")
        let parts = [note, choice, proposals.map { "\($0.count) proposal\($0.count == 1 ? "" : "s") given" }, muted]
        let place: String? =
            switch self.place {
            case .append(let chain): "to c\(chain.number)"
            case .newChain: "new chain"
            case nil: nil
            }
        return (parts + [place]).compactMap(\.self).joined(separator: "; ")
    }
}
