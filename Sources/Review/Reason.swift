/// Why a sample is rejected: the sixteen codes, in their fixed order.
package enum Reason: String, Codable, Sendable, CaseIterable {
    case unnatural
    case leaksTools = "leaks_tools"
    case argumentNotInferable = "arg_not_inferable"
    case ambiguous
    case timeBound = "time_bound"
    case wrongTool = "wrong_tool"
    case redundantStep = "redundant_step"
    case badDependency = "bad_dependency"
    case missingStep = "missing_step"
    case badValue = "bad_value"
    case emptyOutput = "empty_output"
    case ungrounded
    case incomplete
    case unsafe
    case duplicate
    case other

    /// The version of the codes and their meanings, stored with each decision.
    package static let taxonomyVersion = 1

    /// The key that picks it.
    package var key: Character {
        switch self {
        case .unnatural: "1"
        case .leaksTools: "2"
        case .argumentNotInferable: "3"
        case .ambiguous: "4"
        case .timeBound: "t"
        case .wrongTool: "5"
        case .redundantStep: "6"
        case .badDependency: "7"
        case .missingStep: "g"
        case .badValue: "v"
        case .emptyOutput: "8"
        case .ungrounded: "9"
        case .incomplete: "i"
        case .unsafe: "0"
        case .duplicate: "d"
        case .other: "o"
        }
    }

    /// A few words for the picker.
    package var label: String {
        switch self {
        case .unnatural: "unnatural, robotic, a list"
        case .leaksTools: "leaks tool or API names"
        case .argumentNotInferable: "argument not inferable"
        case .ambiguous: "ambiguous, many valid chains"
        case .timeBound: "time-bound, not reproducible"
        case .wrongTool: "wrong tool for the job"
        case .redundantStep: "redundant step"
        case .badDependency: "bad order or dependency"
        case .missingStep: "gap: asked, no step does it"
        case .badValue: "wrong value, type or format"
        case .emptyOutput: "empty or error output"
        case .ungrounded: "response not grounded"
        case .incomplete: "incomplete or contradicts"
        case .unsafe: "unsafe, side effect, secret"
        case .duplicate: "duplicate of another sample"
        case .other: "other (note required)"
        }
    }

    /// What the code means, for the rubric.
    package var rubric: String {
        switch self {
        case .unnatural: "No person would ask it so: a list of steps, robotic."
        case .leaksTools: "Names tools, APIs, functions, parameters or internal ids."
        case .argumentNotInferable: "A value has no source in the query, earlier outputs or defaults."
        case .ambiguous: "Several different chains would be equally right."
        case .timeBound: "\"Today\", \"latest\", relative dates: the answer is not reproducible."
        case .wrongTool: "A better tool was in the pool."
        case .redundantStep: "Repeats, or adds nothing that is used later or asked for."
        case .badDependency: "Wrong order, or another chain's output used from a separate chain."
        case .missingStep: "The query asks for something that no step delivers."
        case .badValue: "Wrong value, type, unit or format."
        case .emptyOutput: "Output empty, an error page, or failed but reported as success."
        case .ungrounded: "The response states what no output states."
        case .incomplete: "The response omits or contradicts an output that was asked for."
        case .unsafe: "Side effects, secrets, personal data, a harmful request."
        case .duplicate: "The same task as another sample."
        case .other: "Anything else; the note says what."
        }
    }

    /// The reason that a code, its key or its number in the list names; nil for anything else.
    package init?(_ text: String) {
        if let reason = Reason(rawValue: text) {
            self = reason
        } else if let reason = Reason.allCases.first(where: { String($0.key) == text }) {
            self = reason
        } else {
            return nil
        }
    }
}
