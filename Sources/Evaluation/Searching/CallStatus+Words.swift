extension CallStatus {
    /// How a call ended, in few words.
    package var words: String {
        switch self {
        case .worked: "worked"
        case .unknownFunction: "unknown function"
        case .badInput: "bad input"
        case .answered: "answered"
        case .gaveUp: "gave up"
        case .timedOut: "timed out"
        case .notWorking: "not working"
        case .unauthorised: "unauthorised"
        case .notSubscribed: "not subscribed"
        case .tooMany: "too many calls"
        case .rateLimited: "rate limit"
        case .errorInMessage: "error in message"
        case .sendingFailed: "not sent"
        }
    }
}
