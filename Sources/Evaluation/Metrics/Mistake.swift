import Engine

/// What is wrong with a prediction, or went wrong with it, one thing at a time.
///
/// `call` is 1 for the first call of the prediction. Names, arguments and reasons are as the model or the tool wrote
/// them; they need sanitising before they are shown.
package enum Mistake: Hashable, Codable, Sendable {
    /// There is none, or no whole one; the text says why.
    case noPrediction(String)
    /// A call of the truth that the prediction does not have; `number` is 1 for the first of the truth.
    case missing(ToolName, number: Int)
    /// A call of an offered tool that the truth does not have, or not so often.
    case extra(call: Int, name: String)
    /// A name that was not offered.
    case hallucinated(call: Int, name: String)
    /// A call though no tool can help.
    case calledInVain(call: Int, name: String)
    /// Another value than the truth's; nil where one of them has none there.
    case wrongArgument(call: Int, name: String, at: JSONPath, expected: JSON?, found: JSON?)
    /// Arguments that are no JSON object, or do not fit the tool's schema.
    case invalid(call: Int, name: String, reason: String)
    /// A call that was made and did not work.
    case failed(call: Int, name: String, reason: String)
    /// Calls that need one another, in another order than the truth's.
    case wrongOrder(expected: [ToolName], found: [String])
}

extension Mistake {
    /// What kind of mistake it is, in a word or two.
    package var title: String {
        switch self {
        case .noPrediction: "no prediction"
        case .missing: "missing call"
        case .extra: "extra call"
        case .hallucinated: "hallucinated name"
        case .calledInVain: "called in vain"
        case .wrongArgument: "wrong argument"
        case .invalid: "invalid arguments"
        case .failed: "failed call"
        case .wrongOrder: "wrong order"
        }
    }

    /// Whether it makes an item wrong.
    ///
    /// A call that failed may be the right one, and calls of two chains may run in more than one order; both are told
    /// all the same.
    package var isFault: Bool {
        switch self {
        case .noPrediction, .missing, .extra, .hallucinated, .calledInVain, .wrongArgument, .invalid: true
        case .failed, .wrongOrder: false
        }
    }

    /// The mistake as a sentence.
    package var sentence: String {
        switch self {
        case .noPrediction(let reason): "There is no whole prediction: \(reason)"
        case .missing(let tool, let number): "Call \(number) of the truth, to \(tool), is missing."
        case .extra(let call, let name): "Call \(call), to \(name), is not in the truth."
        case .hallucinated(let call, let name): "Call \(call) names \(name), which was not offered."
        case .calledInVain(let call, let name): "Call \(call), to \(name), was made though no tool can help."
        case .wrongArgument(let call, let name, let path, let expected, let found):
            "Call \(call), to \(name): \(path == .root ? "the arguments are" : "\(path) is") \(Self.words(found)), "
                + "expected \(Self.words(expected))."
        case .invalid(let call, let name, let reason): "Call \(call), to \(name), breaks its schema: \(reason)"
        case .failed(let call, let name, let reason): "Call \(call), to \(name), failed: \(reason)"
        case .wrongOrder(let expected, let found):
            "The calls stand in another order: \(found.joined(separator: ", ")); "
                + "expected \(expected.map(\.text).joined(separator: ", "))."
        }
    }

    private static func words(_ value: JSON?) -> String { value.map(\.compactText) ?? "absent" }
}
