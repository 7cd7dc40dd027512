/// Carries out proposals: planned calls as they are planned, a bare instruction in a conversation with a model.
///
/// Which it is depends on the proposal alone, since a curator may give either.
struct ModelExecutor: Executor {
    let voice: Voice

    func turn(of trial: Trial, in request: TrialRequest) async throws -> Turn {
        trial.proposal.calls.isEmpty
            ? try await converse(about: trial, in: request) : try await carryOut(trial, in: request)
    }
}

extension Trial {
    /// What the trial did, put together without a model.
    var composedReport: String {
        let told = attempts.compactMap { attempt -> String? in
            guard let output = attempt.outcome.output else { return nil }
            let text = output.isEmpty ? "nothing" : String(decoding: output.bytes, as: UTF8.self).line(cutTo: 200)
            return "\(Telling.call(attempt.call).line(cutTo: 300)) returned \(text)"
        }
        return told.joined(separator: "; ").cut(to: 1_000)
    }
}
