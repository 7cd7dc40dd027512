import Engine
import Review

/// A very large output of a tool.
enum LargeOutput: CaseIterable {
    case json
    /// One line, and no JSON.
    case line

    static let bytes = 5_000_000
    /// Only in the last part of it.
    static let lastWord = "zenith"

    /// Only in the first part of it.
    var firstWord: String {
        switch self {
        case .json: "first_reading"
        case .line: "Beginning"
        }
    }

    var name: String {
        switch self {
        case .json: "5 MB of JSON"
        case .line: "one line of 5 MB"
        }
    }

    var output: RecordedOutput {
        let (head, part, tail) = parts
        let count = (Self.bytes - head.utf8.count - tail.utf8.count) / part.utf8.count
        return RecordedOutput(head + String(repeating: part, count: count) + tail)
    }

    private var parts: (head: String, part: String, tail: String) {
        switch self {
        case .json:
            (
                #"{"first_reading":0,"readings":["#,
                #"{"station":"São Tomé","at":"2026-03-01T12:00:00Z","values":[12.5,-3,0.25],"ok":true,"note":"dry\n"},"#,
                #"{"note":"\#(Self.lastWord)"}]}"#
            )
        case .line: ("Beginning ", "The wind over São Tomé turned to the north; 12.5 °C. ", Self.lastWord)
        }
    }

    /// As if the first step of a sample had been run again and had given this; nil for a sample without steps.
    func edit(of sample: RunState) -> Edit? {
        sample.workflow.steps.first.map { .rerun(step: $0.number, of: $0.call.arguments, output, .demo) }
    }
}
