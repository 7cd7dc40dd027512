/// Hard limits of one run.
///
/// Reserved before a call, settled after it.
///
/// A budget can change which samples finish, never what is in them: a sample that meets a limit stops unfinished.
package struct Budget: Hashable, Codable, Sendable {
    /// Which limit was met.
    package enum Limit: String, Codable, Sendable {
        case toolCalls, modelCalls, time, tokens, money

        package var title: String {
            switch self {
            case .toolCalls: "tool calls"
            case .modelCalls: "model calls"
            case .time: "time"
            case .tokens: "tokens"
            case .money: "money"
            }
        }
    }

    /// Nil is no limit.
    package var toolCalls: Int?
    /// Requests to models, retries too.
    package var modelCalls: Int?
    package var time: Duration?
    /// Tokens of requests and answers together.
    package var tokens: Int?
    package var money: Money?

    package init(
        toolCalls: Int? = nil, modelCalls: Int? = nil, time: Duration? = nil, tokens: Int? = nil, money: Money? = nil
    ) {
        self.toolCalls = toolCalls
        self.modelCalls = modelCalls
        self.time = time
        self.tokens = tokens
        self.money = money
    }

    var identity: JSON {
        let first = [toolCalls.map(String.init), modelCalls.map(String.init), time.map { "\($0)" }]
        // Runs from before these limits keep their identity.
        let later = [tokens.map { "\($0) tokens" }, money.map { "\($0.nanodollars) nanodollars" }].compactMap(\.self)
        return .array(first.map { $0.map(JSON.string) ?? .null } + later.map(JSON.string))
    }
}
