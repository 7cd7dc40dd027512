/// All prompts of the model-backed stages: ours, or ours with some replaced by the user's.
package struct PromptSet: Hashable, Sendable {
    private let prompts: [PromptName: Prompt]

    /// The prompts that come with the program.
    package static let embedded: PromptSet = {
        do { return try PromptSet(replacing: [:]) } catch { preconditionFailure("\(error)") }
    }()

    /// Takes the texts under their prompts' names, and the embedded ones for the rest.
    ///
    /// - Throws: ``PromptProblem`` for a name that no prompt has, and for a text that cannot serve.
    package init(replacing texts: [String: String]) throws(PromptProblem) {
        for name in texts.keys.sorted() where PromptName(rawValue: name) == nil { throw .unknownPrompt(name) }
        var prompts: [PromptName: Prompt] = [:]
        for name in PromptName.allCases {
            prompts[name] = try Prompt(name, text: texts[name.rawValue] ?? name.embeddedText)
        }
        self.prompts = prompts
    }

    /// The names of all prompts.
    package static var names: [String] { PromptName.allCases.map(\.rawValue) }

    /// The text of a prompt, as its file has it; nil when no prompt has the name.
    package func text(of name: String) -> String? {
        PromptName(rawValue: name).map { self[$0].text }
    }

    /// The same for two sets whose texts are the same.
    package var contentHash: ContentHash {
        ContentHash(of: PromptName.allCases.map { ContentHash(of: self[$0].text).hex }.joined(separator: "\n"))
    }

    subscript(name: PromptName) -> Prompt {
        guard let prompt = prompts[name] else { preconditionFailure("no prompt \(name.rawValue)") }
        return prompt
    }
}

extension PromptName {
    fileprivate var embeddedText: String {
        let bytes =
            switch self {
            case .proposeLean: PackageResources.propose_lean_md
            case .proposePaper: PackageResources.propose_paper_md
            case .trialTurn: PackageResources.trial_turn_md
            case .repairCall: PackageResources.repair_call_md
            case .select: PackageResources.select_md
            case .synthesise: PackageResources.synthesise_md
            case .repairAnswer: PackageResources.repair_answer_md
            case .repairTurn: PackageResources.repair_turn_md
            }
        return String(decoding: bytes, as: UTF8.self)
    }
}
