import Engine

/// Writes instructions about a set of tools, ten with one question, before anything is called.
///
/// Source: ToolBench's instruction generation (OpenBMB/ToolBench), in words of our own.
package struct InstructionWriter: Sendable {
    /// Queries that one question asks for.
    package static let perQuestion = 10
    /// Questions that may follow the first because its answer cannot be used.
    private static let repairs = 2
    /// The most of an unusable answer that goes back to the model, in Unicode scalars.
    private static let saidLimit = 4_000

    private let scope: APISet.Scope
    private let answerTokens: Int
    private let temperature: Double?
    private let study: Study

    package init(_ scope: APISet.Scope, answerTokens: Int = 4_096, temperature: Double? = nil, in study: Study) {
        self.scope = scope
        self.answerTokens = answerTokens
        self.temperature = temperature
        self.study = study
    }

    /// Changes with everything that changes what is asked.
    package static var contentHash: ContentHash {
        let examples = APISet.Scope.allCases.flatMap(InstructionExample.pool).map(\.told)
        return ContentHash(of: ([InstructionPrompt.text] + examples).joined(separator: "\n"))
    }

    /// Asks for the instructions of a set, and again where the answer cannot be used, at most twice.
    ///
    /// `item` names the question in the study's record. A question without a usable answer brings none, and says why.
    ///
    /// - Throws: ``BudgetSpent``, ``ModelError`` when no other question would have an answer either,
    ///   `CancellationError`, and what the ledger throws.
    package func write(
        about set: APISet, at item: SampleID, random: SeededGenerator, spending: SpendingMeter
    ) async throws -> WrittenInstructions {
        let form = InstructionForm(set)
        var seeds = random
        let seed = UInt32(truncatingIfNeeded: seeds.next() >> 33)
        let examples = InstructionExample.drawn(scope, random.part(1))
        var request = ModelRequest(
            model: study.model.name,
            messages: InstructionPrompt.embedded.messages(about: set, examples: examples, form: form.words),
            answer: form.answerForm, maxTokens: answerTokens, temperature: temperature, seed: seed)
        var problem = ""
        for repair in 0...Self.repairs {
            let slot = ExchangeSlot(sample: item, iteration: 0, stage: .instructing, repair: repair)
            let completion: Completion
            do { completion = try await study.ask(request, at: slot, spending: spending) } catch let failure
                as StageFailure
            {
                return WrittenInstructions(problem: "\(failure)", unanswered: 1)
            }
            switch reading(of: completion, form) {
            case .usable(let written): return written
            case .withheld(let reason): return WrittenInstructions(problem: reason)
            case .unusable(let why): problem = why
            }
            request.messages += sentBack(completion, problem: problem, form: form.words)
        }
        return WrittenInstructions(problem: "No usable answer after \(Self.repairs + 1) questions: \(problem)")
    }

    private enum Reading {
        case usable(WrittenInstructions)
        case unusable(String)
        /// Asking again would not help.
        case withheld(String)
    }

    private func reading(of completion: Completion, _ form: InstructionForm) -> Reading {
        switch completion.ending {
        case .refused(let words): return .withheld("The model declined to write: \(words)")
        case .filtered: return .withheld("The endpoint's content filter withheld the answer.")
        case .stopped, .calls, .length: break
        }
        guard let text = completion.answer else { return .unusable("The answer has no JSON in it.") }
        let problem: String
        do throws(JSON.ParseError) {
            switch form.read(try JSON(parsing: text)) {
            case .usable(let written): return .usable(written)
            case .unusable(let why): problem = why
            }
        } catch {
            problem = "It is not valid JSON. \(error)"
        }
        guard case .length = completion.ending else { return .unusable(problem) }
        return .unusable("The answer was cut off at the limit of \(answerTokens) tokens. Write shorter queries.")
    }

    private func sentBack(_ completion: Completion, problem: String, form: String) -> [ModelMessage] {
        let said = (completion.answer ?? completion.text).unicodeScalars.prefix(Self.saidLimit)
        return [
            .assistant(said.isEmpty ? "(nothing)" : String(String.UnicodeScalarView(said))),
            .user(InstructionPrompt.embedded.objection(problem, form: form)),
        ]
    }
}
