import Engine

/// Why a sample cannot be a row.
package enum SkipReason: Error, Hashable, Sendable, CustomStringConvertible {
    case repeated
    /// An earlier sample has the same calls and the same query.
    case equal(to: SampleID)
    case noSteps
    case unfinished
    case synthesisFailed(reason: String)
    case noQuery
    case noResponse
    /// Steps whose arguments were changed and whose outputs answer the earlier ones.
    case stale(steps: [Int])
    case unknownTool(ToolName)
    case argumentsNotAnObject(step: Int)
    case repeatedArgument(step: Int, name: String)
    /// An argument that the tool's schema does not name.
    case undeclaredArgument(step: Int, name: String)
    /// A call without an argument that its tool requires.
    case missingArgument(step: Int, name: String)
    /// Nothing was preferred to anything else.
    case nothingPreferred
    /// Nothing was preferred but by a comparison that makes no pair.
    case unpaired(PairObstacle)
    /// Nothing is known to be good or bad.
    case nothingLabelled
    /// Checks found something, and samples with findings were not wanted.
    case found([String])
    /// A step's result comes from where none was wanted from.
    case origin(ToolOrigin, step: Int)
    /// What the dataset knows of it cannot be written beside its workflow.
    case unwritableRecord(String)
    /// A number that the readers of the format cannot hold.
    case unloadableNumber(String)
    /// A number that the readers of the format turn into another one.
    case changedNumber(String)
    /// Its row is above the limit that was asked for, in tokens.
    case tooLong(tokens: Int, limit: Int)
    /// Its row is above the limit, and what is left to cut is needed.
    case uncuttable(tokens: Int, limit: Int)
    /// The response has text that the readers of the format take for a call.
    case tagInResponse(String)
    /// The first look found it, the second one did not.
    case gone

    package var description: String {
        switch self {
        case .repeated: "It was given twice; the first one counts."
        case .equal(let sample): "Its calls and its query are those of \(sample); the first one counts."
        case .noSteps: "It has no steps."
        case .unfinished: "It is not finished; resume its run first."
        case .synthesisFailed(let reason):
            "Its final query and response could not be written (\(reason)); edit both to export it."
        case .noQuery: "It has no query."
        case .noResponse: "It has no response."
        case .stale(let steps) where steps.count == 1:
            "Step \(steps[0]) was changed and not run again; x re-runs it."
        case .stale(let steps):
            "Steps \(steps.map(String.init).joined(separator: ", ")) were changed and not run again; x re-runs them."
        case .unknownTool(let name): "Its run's library has no tool called \(name)."
        case .argumentsNotAnObject(let step): "The arguments of step \(step) are not an object."
        case .repeatedArgument(let step, let name): "Step \(step) gives \(name) twice."
        case .undeclaredArgument(let step, let name):
            "Step \(step) gives \(name), which its tool does not declare; delete the argument, or use another format."
        case .missingArgument(let step, let name):
            "Step \(step) does not give \(name), which its tool requires; edit its arguments and run it again."
        case .nothingPreferred:
            "Nothing in it was preferred to anything else; ask for weak pairs to have those that merely lost too."
        case .unpaired(let obstacle): obstacle.sentence
        case .nothingLabelled:
            "Nothing in it is known to be good or bad; accept it, or reject it with reasons at steps."
        case .found(let checks): "Checks found something in it: \(checks.joined(separator: ", "))."
        case .unwritableRecord(let reason): reason
        case .origin(let origin, let step): "The result of step \(step) is \(origin.rawValue)."
        case .unloadableNumber(let text): "Its number \(text) is too large for the readers of this format."
        case .changedNumber(let text):
            "The loader of this format changes its number \(text) in the last digits; openai and hermes keep it."
        case .tooLong(let tokens, let limit):
            "Its row has \(tokens) tokens, more than \(limit); allow more, offer fewer tools, or cut long outputs."
        case .uncuttable(let tokens, let limit):
            "Its row has \(tokens) tokens, more than \(limit), and its calls or its response use too much of its outputs "
                + "to cut them; allow more."
        case .gone: "It is no longer there, or no longer matches; it was when the export began."
        case .tagInResponse(let tag):
            "Its response has \(tag), which the readers of this format take for a call; edit the response."
        }
    }
}
