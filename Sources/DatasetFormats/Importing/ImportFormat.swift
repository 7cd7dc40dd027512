import Engine
import Foundation

/// The shapes of files that samples are read from.
package enum ImportFormat: String, CaseIterable, Sendable {
    /// One workflow file per sample, ours or the reference's.
    case toolgrad
    /// One chat row per line, its arguments objects.
    case trl
    /// One chat row per line, its arguments texts.
    case openai

    /// One line for lists.
    package var summary: String {
        switch self {
        case .toolgrad: "one workflow file per sample, ours or the reference's"
        case .trl: "chat rows with tools, arguments as objects"
        case .openai: "chat rows with tools, arguments as texts"
        }
    }

    /// Whether a file has one sample in each line; otherwise the whole file is one sample.
    package var isRowByRow: Bool {
        switch self {
        case .toolgrad: false
        case .trl, .openai: true
        }
    }

    /// What no file of the format tells, a sentence each; what one sample lacks beside it is in its notes.
    ///
    /// A workflow file with a `toolgrad_record` lacks nothing.
    package var losses: [String] {
        let always = [
            "Iterations, proposals, trials and reasons are not recorded.",
            "Where results came from is not recorded; the import says which origin they count as.",
            "What tools change is not recorded; they count as reading only.",
        ]
        switch self {
        case .toolgrad:
            return always + [
                "Tool definitions are not recorded; they are made from the arguments.",
                "Calls that failed, and logs, messages and call ids of the agent are left out.",
                "The order of calls between chains is not recorded; one chain follows another.",
            ]
        case .trl, .openai:
            return always + [
                "Chains are not recorded; they follow from where argument values come from.",
                "Call ids, weights and chat template settings are left out.",
            ]
        }
    }
}

extension ImportFormat {
    /// The format of a whole file, judged by its content; nil when it is none that can be read.
    package init?(detecting bytes: Data) {
        guard case .samples(let format, _) = ImportContent(beginning: Array(bytes), of: .whole) else { return nil }
        self = format
    }

    /// The format of a row, or of a workflow file; nil for what is neither.
    init?(of sample: JSON) {
        if sample["api_use_chains"] != nil {
            self = .toolgrad
        } else if let messages = sample["messages"]?.array {
            self =
                sample["parallel_tool_calls"] != nil || messages.contains(where: \.hasTextArguments) ? .openai : .trl
        } else {
            return nil
        }
    }
}

extension JSON {
    /// Whether this is a message with a call whose arguments are a text.
    fileprivate var hasTextArguments: Bool {
        (self["tool_calls"]?.array ?? []).contains { $0["function"]?["arguments"]?.string != nil }
    }
}
