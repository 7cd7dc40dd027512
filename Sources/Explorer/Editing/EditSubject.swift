import Engine
import Review

/// What is written in the editor.
enum EditSubject: Hashable, Sendable {
    case query
    case response
    case argument(EditedArgument)
    /// A comment on a part of the sample.
    case comment(Target)

    /// What is edited, before the name of the sample.
    var title: String {
        switch self {
        case .query: "Edit query of"
        case .response: "Edit response of"
        case .argument(let argument) where argument.path == .root: "Edit arguments of step \(argument.step) of"
        case .argument(let argument): "Edit \(argument.target) of"
        case .comment(let target): "Comment on \(target) of"
        }
    }

    /// Whether there is an untouched text to compare with.
    var hasOriginal: Bool {
        switch self {
        case .query, .response, .argument: true
        case .comment: false
        }
    }

    /// Whether another text says the same: JSON with other spaces.
    func isUnchanged(by text: String) -> Bool {
        switch self {
        case .argument(let argument): (try? argument.value(of: text)) == argument.value
        case .query, .response, .comment: false
        }
    }

    /// Why a text cannot be kept, and from which byte on it is wrong.
    func problem(with text: String) -> ValueProblem? {
        switch self {
        case .query where text.allSatisfy(\.isWhitespace): ValueProblem("A query cannot be empty.")
        case .response where text.allSatisfy(\.isWhitespace): ValueProblem("A response cannot be empty.")
        case .argument(let argument): argument.problem(with: text)
        case .query, .response, .comment: nil
        }
    }
}
