/// Hard limits of one run.
///
/// Reserved before a call, settled after it.
///
/// A budget can change which samples finish, never what is in them: a sample that meets a limit stops unfinished.
package struct Budget: Hashable, Codable, Sendable {
    /// Which limit was met.
    package enum Limit: String, Codable, Sendable {
        case toolCalls, modelCalls, time

        package var title: String {
            switch self {
            case .toolCalls: "tool calls"
            case .modelCalls: "model calls"
            case .time: "time"
            }
        }
    }

    /// Nil is no limit.
    package var toolCalls: Int?
    package var modelCalls: Int?
    package var time: Duration?

    package init(toolCalls: Int? = nil, modelCalls: Int? = nil, time: Duration? = nil) {
        self.toolCalls = toolCalls
        self.modelCalls = modelCalls
        self.time = time
    }

    var identity: JSON {
        .array(
            [toolCalls.map(String.init), modelCalls.map(String.init), time.map { "\($0)" }].map { limit in
                limit.map(JSON.string) ?? .null
            })
    }
}
