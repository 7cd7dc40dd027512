import Engine
import Foundation
import LanguageModels

/// What a reply with this message means.
func readReply(
    message: String, finish: String = #""stop""#, usage: String = ScriptedSender.Line.usage,
    _ request: ModelRequest = .withTools, in dialect: Dialect = Dialect()
) throws -> Completion {
    let body = """
        {"model":"m-1","choices":[{"index":0,"message":\(message),"finish_reason":\(finish)}],"usage":\(usage)}
        """
    return try ChatReply.completion(Data(body.utf8), for: request, in: dialect).completion
}

func replyProblem(_ body: String, _ request: ModelRequest = .question) -> ChatProblem? {
    replyProblem(Data(body.utf8), request)
}

func replyProblem(_ body: Data, _ request: ModelRequest = .question) -> ChatProblem? {
    do {
        _ = try ChatReply.completion(body, for: request, in: Dialect())
        return nil
    } catch {
        return error
    }
}

extension ChatProblem {
    var reason: String? {
        if case .malformed(let reason) = self { reason } else { nil }
    }
}
