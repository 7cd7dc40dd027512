import Engine

/// A question to a judge, and what is asked again of an answer that cannot be used.
struct JudgeConversation<F: JudgingForm>: Sendable where F.Verdict: Hashable & Codable & Sendable {
    let form: F
    let prompt: JudgingPrompt
    let seat: JudgeSeat
    let study: Study
    let maxTokens: Int

    private enum Reading {
        case usable(F.Verdict)
        case unusable(String)
        /// Asking again would not help.
        case withheld(String)
    }

    /// Asks, and again at most twice.
    ///
    /// `texts` are what is judged, by the place in the prompt that it fills.
    func verdict(
        on texts: [JudgingPrompt.Place: String], of item: SampleID, spending: SpendingMeter
    ) async throws -> JudgeOutcome<F.Verdict> {
        var request = ModelRequest(
            model: study.model.name, messages: prompt.messages(about: texts, form: form.told),
            answer: form.answerForm, maxTokens: maxTokens)
        var problem = ""
        for repair in 0...JudgeLimits.repairs {
            let slot = ExchangeSlot(sample: item, iteration: 0, stage: .judging, turn: seat.turn, repair: repair)
            let completion: Completion
            do { completion = try await study.ask(request, at: slot, spending: spending) } catch let failure
                as StageFailure
            { return .unjudged("\(failure)") }
            switch reading(of: completion) {
            case .usable(let verdict): return .judged(verdict)
            case .withheld(let why): return .inconclusive(why)
            case .unusable(let why): problem = why
            }
            request.messages += sentBack(completion, problem)
        }
        return .inconclusive("No usable answer after \(JudgeLimits.repairs + 1) questions: \(problem)")
    }

    /// Reads an answer; one that was cut off may be whole all the same.
    private func reading(of completion: Completion) -> Reading {
        switch completion.ending {
        case .refused(let words):
            return .withheld(
                "The judge declined: \(words.isEmpty ? "it gave no reason." : words.head(JudgeLimits.words))")
        case .filtered: return .withheld("The endpoint's content filter withheld the judge's answer.")
        case .stopped, .calls, .length: break
        }
        guard let text = completion.answer else { return .unusable("The answer has no JSON in it.") }
        do {
            let answer = try JSON(parsing: text)
            if let key = answer.repeatedKey {
                return .unusable("The key \(JSON.string(key.head(80)).compactText) is given twice.")
            }
            return .usable(try form.read(answer))
        } catch let objection as FormObjection {
            return .unusable(objection.problem + cutOff(completion))
        } catch {
            return .unusable("It is not valid JSON. \(error)" + cutOff(completion))
        }
    }

    private func cutOff(_ completion: Completion) -> String {
        guard case .length = completion.ending else { return "" }
        return " The answer was cut off at the limit of \(maxTokens) tokens. Give shorter reasons."
    }

    private func sentBack(_ completion: Completion, _ problem: String) -> [ModelMessage] {
        let said = (completion.answer ?? completion.text).head(JudgeLimits.said)
        return [
            .assistant(said.isEmpty ? "(nothing)" : said), .user(prompt.objection(problem, form: form.told)),
        ]
    }
}

enum JudgeLimits {
    /// Questions that may follow the first because its answer cannot be used.
    static let repairs = 2
    /// The most of an unusable answer that goes back to the model, in Unicode scalars.
    static let said = 4_000
    /// The most of a refusal that is repeated.
    static let words = 500
}
