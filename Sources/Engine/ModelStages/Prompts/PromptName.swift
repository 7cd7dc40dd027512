/// Which prompt: one for each kind of question that a stage asks.
package enum PromptName: String, Sendable, CaseIterable {
    case proposeLean = "propose-lean"
    case proposePaper = "propose-paper"
    /// Carries out an instruction by a conversation with tools.
    case trialTurn = "trial-turn"
    /// Mends a planned call.
    case repairCall = "repair-call"
    case select
    case synthesise
    /// Says that an answer in a form cannot be used; it goes on with the conversation.
    case repairAnswer = "repair-answer"
    /// Says that a turn of a trial cannot be used; it goes on with the conversation.
    case repairTurn = "repair-turn"

    /// What can be filled in, and must be somewhere in the text.
    package var inputs: [PromptInput] {
        switch self {
        case .proposeLean, .proposePaper: [.callsPerProposal, .tools, .steps, .feedback, .notes, .count, .form]
        case .trialTurn: [.steps, .instruction, .turns]
        case .repairCall: [.steps, .instruction, .calls, .call, .problem, .tool, .form]
        case .select: [.steps, .candidates, .places, .notes, .form]
        case .synthesise: [.steps, .form]
        case .repairAnswer: [.problem, .form]
        case .repairTurn: [.problem]
        }
    }

    /// The sections that the text must have.
    var sections: [String] {
        switch self {
        case .proposeLean, .proposePaper, .trialTurn, .repairCall, .select, .synthesise: ["system", "user"]
        case .repairAnswer, .repairTurn: ["user"]
        }
    }
}

/// What is filled into prompts.
package enum PromptInput: String, Sendable, CaseIterable {
    /// The sampled tools with their schemas.
    case tools
    /// The workflow's steps, chain by chain.
    case steps
    /// The last gradients.
    case feedback
    /// The curator's notes.
    case notes
    /// How many proposals are wanted, in words: `3 proposals`.
    case count
    /// How many calls, and tools, a proposal may have, in words: `3 calls`.
    case callsPerProposal
    case instruction
    /// How many calls are left, in words.
    case turns
    /// The calls that a trial has made.
    case calls
    /// The call that cannot go on.
    case call
    /// The one tool that a question is about.
    case tool
    /// What is wrong.
    case problem
    /// The trials that succeeded.
    case candidates
    /// The chains that a trial's steps may join.
    case places
    /// The form of the answer, in words.
    case form

    /// As a prompt's text has it.
    package var placeholder: String { "{{\(rawValue)}}" }
}

/// Why a text cannot serve as a prompt.
package enum PromptProblem: Error, Hashable, Sendable {
    case unknownPrompt(String)
    case unknownPlaceholder(PromptName, String)
    case missingPlaceholders(PromptName, [PromptInput])
    case missingSection(PromptName, String)
    case repeatedSection(PromptName, String)
    case textOutsideSections(PromptName)
}

extension PromptProblem: CustomStringConvertible {
    /// The file, what is wrong in it, and what there is.
    package var description: String {
        switch self {
        case .unknownPrompt(let name):
            "There is no prompt \(name). The prompts are \(PromptName.allCases.map(\.rawValue).joined(separator: ", "))."
        case .unknownPlaceholder(let name, let word):
            "\(name.rawValue).md has the placeholder {{\(word)}}, which it does not know. It knows \(name.places)."
        case .missingPlaceholders(let name, let missing):
            "\(name.rawValue).md lacks \(missing.map(\.placeholder).joined(separator: ", ")). It must have \(name.places)."
        case .missingSection(let name, let heading):
            "\(name.rawValue).md has no text under a line `# \(heading)`. Write that section."
        case .repeatedSection(let name, let heading):
            "\(name.rawValue).md has the line `# \(heading)` twice. Join the two sections."
        case .textOutsideSections(let name):
            "\(name.rawValue).md has text before its first section. Begin it with a line `# \(name.sections[0])`."
        }
    }
}

extension PromptName {
    fileprivate var places: String { inputs.map(\.placeholder).joined(separator: ", ") }
}
