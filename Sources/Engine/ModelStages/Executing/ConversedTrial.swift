extension ModelExecutor {
    /// A turn of the paper's trial: the model sees all that was called and returned, and calls again or reports.
    func converse(about trial: Trial, in request: TrialRequest) async throws -> Turn {
        let form = TurnForm(tools: request.turnsLeft > 0 ? trial.proposal.tools.compactMap { request.library[$0] } : [])
        var question = voice.request(
            conversation(about: trial, in: request), random: request.random.part(trial.id.number))
        question.tools = form.offered
        question.toolChoice = form.offered.isEmpty ? .none : .auto
        var problem = ""
        for repair in 0...Voice.repairs {
            let completion = try await voice.ask(question, through: request.models, repair: repair)
            try completion.mustNotBeWithheld()
            switch form.read(completion, limit: voice.maxTokens) {
            case .call(let call, let requested):
                return .call(call, said: completion.spoken(beginningWith: requested, as: id(of: trial, request)))
            case .report(let report): return .finish(ending(of: trial, report: report))
            case .unusable(let why): problem = why
            }
            question.messages += sentBack(completion, problem)
        }
        guard trial.attempts.last?.outcome.succeeded == true else {
            throw StageFailure("No usable turn after \(Voice.repairs + 1) questions: \(problem.cut(to: 600))")
        }
        // What was called is worth no less for want of a report.
        return .finish(.succeeded(report: trial.composedReport))
    }

    /// Rebuilt in every turn from what was said with each call and what came of it.
    private func conversation(about trial: Trial, in request: TrialRequest) -> [ModelMessage] {
        let opening = voice.prompts[.trialTurn].messages([
            .steps: Telling.steps(of: request.workflow),
            .instruction: Quotation.marked("instruction", trial.proposal.instruction),
            .turns: (request.turnsLeft + trial.attempts.count).times("call"),
        ])
        return zip(trial.attempts, request.said).reduce(into: opening) { messages, turn in
            let (attempt, said) = turn
            messages.append(said)
            for (index, call) in said.calls.enumerated() {
                let content = index == 0 ? Telling.result(of: attempt) : "This call was not made: one at a time."
                messages.append(.tool(callID: call.id, content: content))
            }
        }
    }

    /// An unusable turn and what is wrong with it, in words: broken calls in a conversation break endpoints.
    private func sentBack(_ completion: Completion, _ problem: String) -> [ModelMessage] {
        let asked = completion.calls.first.map { "\($0.name)(\($0.arguments))" } ?? ""
        let said = [completion.text, asked].filter { !$0.isEmpty }.joined(separator: "\n").cut(to: 2_000)
        let objection = voice.prompts[.repairTurn].continuation([.problem: problem])
        return [.assistant(said.isEmpty ? "(nothing)" : said), .user(objection)]
    }

    /// The same whenever the turn is taken again.
    private func id(of trial: Trial, _ request: TrialRequest) -> String {
        "call_\(request.iteration)_\(trial.id.number)_\(trial.attempts.count + 1)"
    }

    private func ending(of trial: Trial, report: String) -> Trial.Ending {
        let report = report.cut(to: 2_000)
        guard let last = trial.attempts.last else { return .failed(reason: "No call was made: \(report)") }
        if last.outcome.succeeded { return .succeeded(report: report) }
        let problem = (last.outcome.problem ?? last.outcome.verdict).cut(to: 500)
        return .failed(reason: "\(last.call.tool): \(problem) Reported: \(report)")
    }
}

extension Completion {
    /// What was said, with the call that counts first and with whatever the endpoint wants back.
    ///
    /// Further calls stay in sight, so that each can be told that it was not made.
    fileprivate func spoken(beginningWith first: RequestedCall, as id: String) -> ModelMessage {
        let others = calls.dropFirst().prefix(7).enumerated().map { index, call in
            RequestedCall(
                id: "\(id)_\(index + 2)", name: TurnForm.offeredName(call.name),
                arguments: (try? JSON(parsing: call.arguments))?.object == nil ? "{}" : call.arguments,
                extra: call.extra)
        }
        let counted = RequestedCall(id: id, name: first.name, arguments: first.arguments, extra: first.extra)
        return .assistant(text.cut(to: 4_000), calls: [counted] + others)
    }
}

extension ModelMessage {
    fileprivate var calls: [RequestedCall] {
        switch self {
        case .assistant(_, let calls): calls
        case .system, .user, .tool: []
        }
    }
}
