import Engine
import Foundation
import HTTPTransport
import LanguageModels
import Testing

/// A way in which an endpoint can fail, and what becomes of it.
struct Fault: Sendable, CustomTestStringConvertible {
    enum Outcome: Hashable, Sendable {
        case completes(Completion.Ending, estimated: Bool = false)
        case fails(ModelError)
        /// Some reason is given; what it says is another test's affair.
        case malformed
    }

    let name: String
    let lines: [ScriptedSender.Line]
    let outcome: Outcome

    /// `times` is how many requests it takes to end so.
    init(_ name: String, _ line: ScriptedSender.Line, times: Int = 1, _ outcome: Outcome) {
        self.name = name
        lines = Array(repeating: line, count: times)
        self.outcome = outcome
    }

    var testDescription: String { name }
}

extension Fault {
    private static let second = Duration.seconds(1)
    private static func gaveUp(_ reason: String) -> Outcome {
        .fails(.gaveUp(endpoint: host, tries: 5, reason: reason))
    }

    static let statuses: [Fault] = [
        Fault("401", .error(401, "Bad key"), .fails(.keyRefused(endpoint: host, status: 401))),
        Fault("403", .error(403, "Not yours"), .fails(.keyRefused(endpoint: host, status: 403))),
        Fault(
            "bad key as 400", .error(400, "API key not valid. Please pass a valid API key."),
            .fails(.keyRefused(endpoint: host, status: 400))),
        Fault(
            "403 for a text", .error(403, "Your input was flagged."),
            .fails(.rejected(endpoint: host, status: 403, message: "Your input was flagged."))),
        Fault(
            "429 of a busy machine", .error(429, "Insufficient capacity."), times: 5,
            gaveUp("HTTP 429: Insufficient capacity.")),
        Fault("404 model", .error(404, "No such model"), .fails(.unknownModel("small", endpoint: host))),
        Fault("404 without words", .json("{}", status: 404), .fails(.unknownModel("small", endpoint: host))),
        Fault(
            "unknown model as 400", .error(400, "What?", code: "model_not_found"),
            .fails(.unknownModel("small", endpoint: host))),
        Fault(
            "404 page", .page("<title>Not Found</title>", status: 404),
            .fails(
                .unavailable(
                    endpoint: host,
                    reason: "it has no /v1/chat/completions (HTTP 404). Check the base URL, which often ends in /v1."))),
        Fault(
            "404 path", .json(#"{"detail":"Not Found"}"#, status: 404),
            .fails(
                .unavailable(
                    endpoint: host,
                    reason: "it has no /v1/chat/completions (HTTP 404). Check the base URL, which often ends in /v1."))),
        Fault(
            "429 with seconds", .error(429, "Slow down.", ("retry-after", "3")), times: 5,
            gaveUp("HTTP 429: Slow down.")),
        Fault(
            "429 with a date", .error(429, "Slow down.", ("retry-after", "Thu, 01 Jan 2026 00:00:03 GMT")), times: 5,
            gaveUp("HTTP 429: Slow down.")),
        Fault(
            "429 of a quota", .error(429, "You exceeded your quota.", code: "insufficient_quota"),
            .fails(.quotaSpent(endpoint: host, message: "You exceeded your quota."))),
        Fault(
            "429 of a bill", .error(429, "Check your plan and billing details"),
            .fails(.quotaSpent(endpoint: host, message: "Check your plan and billing details."))),
        Fault(
            "429 of a quota that ends by itself", .error(429, "Quota exceeded, please retry in 20s."), times: 5,
            gaveUp("HTTP 429: Quota exceeded, please retry in 20s.")),
        Fault(
            "402", .error(402, "Insufficient Balance"),
            .fails(.quotaSpent(endpoint: host, message: "Insufficient Balance."))),
        Fault(
            "no credit as 400", .error(400, "Your credit balance is too low"),
            .fails(.quotaSpent(endpoint: host, message: "Your credit balance is too low."))),
        Fault(
            "400", .error(400, "messages: too many"),
            .fails(.rejected(endpoint: host, status: 400, message: "messages: too many."))),
        Fault(
            "400 too long", .error(400, "maximum context length is 8192 tokens", code: "context_length_exceeded"),
            .fails(.rejected(endpoint: host, status: 400, message: "maximum context length is 8192 tokens."))),
        Fault("500", .error(500, "Oops."), times: 5, gaveUp("HTTP 500: Oops.")),
        Fault(
            "502", .page("<title>Bad Gateway</title>", status: 502), times: 5,
            gaveUp("HTTP 502: a web page: Bad Gateway.")),
        Fault("503", .json("", status: 503), times: 5, gaveUp("HTTP 503: no message.")),
        Fault(
            "redirect", .json("", status: 307, ("location", "https://evil.example/v1?key=1")),
            .fails(.redirected(endpoint: host, to: "https://evil.example/v1"))),
        Fault(
            "redirect to nowhere", .json("", status: 302),
            .fails(.redirected(endpoint: host, to: "another address (HTTP 302)"))),
        Fault(
            "redirect with a password", .json("", status: 302, ("location", "https://a:b@evil.example/")),
            .fails(.redirected(endpoint: host, to: "another address (HTTP 302)"))),
    ]

    static let connections: [Fault] = [
        Fault(
            "reset", .fails(.broken(origin, reason: "it was reset")), times: 5,
            .fails(.gaveUp(endpoint: host, tries: 5, reason: "the connection broke: it was reset."))),
        Fault(
            "refused", .fails(.unreachable(origin, reason: "nothing answers")), times: 5,
            .fails(
                .unavailable(
                    endpoint: host,
                    reason: "no connection: nothing answers. Check the base URL, and that the server runs."))),
        Fault(
            "slow head", .fails(.timedOut(origin, .firstByte, limit: second)), times: 2,
            .fails(.timedOut(endpoint: host, waitedFor: "the first byte", limit: second))),
        Fault(
            "a byte a second for ever", .cut("{", by: .timedOut(origin, .lastByte, limit: second)), times: 2,
            .fails(.timedOut(endpoint: host, waitedFor: "the whole reply", limit: second))),
        Fault(
            "stalled stream",
            .cut(
                "data: {\"choices\":[]}\n\n", by: .timedOut(origin, .nextByte, limit: second), type: "text/event-stream"
            ),
            times: 2, .fails(.timedOut(endpoint: host, waitedFor: "the next byte", limit: second))),
        Fault(
            "cut body", .cut("{", by: .broken(origin, reason: "cut")), times: 5, gaveUp("the connection broke: cut.")),
        Fault(
            "huge body", .cut("{", by: .bodyTooLarge(origin, limit: 99)),
            .fails(.tooLarge(endpoint: host, limit: 99))),
        Fault(
            "gzip bomb", .fails(.malformed(origin, reason: "it is gzip")), times: 2,
            .fails(.malformed(endpoint: host, reason: "it is gzip."))),
        Fault(
            "plain http", .fails(.insecure(origin)),
            .fails(
                .unavailable(
                    endpoint: host,
                    reason: "plain http would show the key to everybody on the way. Use https, or allow http for it."))),
    ]

    static let bodies: [Fault] = [
        Fault("HTML with status 200", .page("<html><title>Log in</title>"), times: 2, .malformed),
        Fault("truncated JSON", .json(#"{"choices":[{"message":{"content":"Par"#), times: 2, .malformed),
        Fault("invalid JSON", .json("{'choices': []}"), times: 2, .malformed),
        Fault("empty body", .json(""), times: 2, .malformed),
        Fault(
            "invalid UTF-8",
            .reply(status: 200, headers: [], pieces: [Data([0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D])], then: nil),
            times: 2, .malformed),
        Fault("empty choices", .json(#"{"choices":[]}"#), times: 2, .malformed),
        Fault("too many calls", .json(manyCalls), times: 2, .malformed),
        Fault(
            "null content",
            .json(
                #"{"choices":[{"message":{"content":null},"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":0}}"#
            ), .completes(.stopped)),
        Fault(
            "refusal",
            .json(
                #"{"choices":[{"message":{"refusal":"No."},"finish_reason":"stop"}],"usage":\#(ScriptedSender.Line.usage)}"#
            ), .completes(.refused("No."))),
        Fault("content filter", .says("", finish: "content_filter", usage: zeroUsage), .completes(.filtered)),
        Fault("length", .says("Par", finish: "length"), .completes(.length)),
        Fault("no usage", .says("Paris.", usage: "null"), .completes(.stopped, estimated: true)),
        Fault(
            "negative usage", .says("Paris.", usage: #"{"prompt_tokens":-1,"completion_tokens":-1}"#),
            .completes(.stopped, estimated: true)),
        Fault(
            "absurd usage", .says("Paris.", usage: #"{"prompt_tokens":1e18,"completion_tokens":9999999999}"#),
            .completes(.stopped, estimated: true)),
        Fault("error with 200", .json(#"{"error":{"message":"Oops."}}"#), times: 5, gaveUp("Oops.")),
        Fault(
            "refused key with 200", .json(#"{"error":{"message":"Bad key","code":401}}"#),
            .fails(.keyRefused(endpoint: host, status: 401))),
    ]

    static let streams: [Fault] = [
        Fault("stream without an end", .events(piece, done: false), times: 2, .malformed),
        Fault("stream with an early last word", .events(piece), times: 2, .malformed),
        Fault("stream that is an error", .events(piece, #"{"error":{"message":"Oops."}}"#), times: 5, gaveUp("Oops.")),
        Fault(
            "stream that has no quota", .events(#"{"error":{"message":"Empty.","code":402}}"#),
            .fails(.quotaSpent(endpoint: host, message: "Empty."))),
        Fault("stream with broken JSON", .events("{"), times: 2, .malformed),
        Fault(
            "stream with invalid UTF-8",
            .reply(
                status: 200, headers: [("Content-Type", "text/event-stream")],
                pieces: [Data("data: \"".utf8) + [0xFF] + Data("\"\n\n".utf8)], then: nil), times: 2, .malformed),
        Fault(
            "stream cut inside an event",
            .cut("data: {\"choi", by: .broken(origin, reason: "cut"), type: "text/event-stream"),
            times: 5, gaveUp("the connection broke: cut.")),
        Fault(
            "huge event",
            .reply(
                status: 200, headers: [("Content-Type", "text/event-stream")],
                pieces: [Data("data: ".utf8) + Data(repeating: 0x78, count: 5_000)], then: nil),
            .fails(.tooLarge(endpoint: host, limit: 4_096))),
        Fault(
            "stream of a filtered answer",
            .events(#"{"choices":[{"delta":{},"finish_reason":"content_filter"}],"usage":\#(zeroUsage)}"#),
            .completes(.filtered)),
    ]

    private static let piece = #"{"choices":[{"delta":{"content":"Par"}}]}"#
    private static let zeroUsage = #"{"prompt_tokens":9,"completion_tokens":0}"#
    private static let manyCalls =
        #"{"choices":[{"message":{"tool_calls":["#
        + (0..<200).map { #"{"id":"\#($0)","function":{"name":"f"}}"# }.joined(separator: ",")
        + #"]},"finish_reason":"tool_calls"}]}"#
}

@Suite("Every fault has an outcome of its own")
struct FaultTableTests {
    @Test(arguments: Fault.statuses + Fault.connections + Fault.bodies)
    func `when nobody watches`(fault: Fault) async {
        #expect(await outcome(of: fault, LineLog().line) == fault.outcome)
    }

    @Test(arguments: Fault.streams + Fault.statuses + Fault.connections)
    func `when somebody watches`(fault: Fault) async {
        #expect(await outcome(of: fault, LineLog().watchedLine) == fault.outcome)
    }

    private func outcome(of fault: Fault, _ line: ModelLine) async -> Fault.Outcome {
        let sender = ScriptedSender(fault.lines)
        let endpoint = ModelEndpoint.example { $0.limits = SizeLimits(event: 4_096) }
        let result: Fault.Outcome
        do {
            let completion = try await ChatCompletions.example(endpoint, sender).complete(.question, through: line)
            result = .completes(completion.ending, estimated: completion.usage.isEstimated)
        } catch ModelError.malformed(endpoint: host, let reason) where fault.outcome == .malformed && !reason.isEmpty {
            result = .malformed
        } catch let error as ModelError {
            result = .fails(error)
        } catch {
            Issue.record(error)
            result = .malformed
        }
        #expect(sender.linesLeft == 0)
        return result
    }
}

@Suite("A key that an endpoint repeats")
struct RepeatedKeyTests {
    private let key = "sk-canary-0123456789"

    private func error(_ line: ScriptedSender.Line, times: Int = 1) async -> String {
        let endpoint = ModelEndpoint.example { $0.headers = [("api-key", "canary-in-a-header")] }
        let sender = ScriptedSender(Array(repeating: line, count: times))
        do {
            _ = try await ChatCompletions.example(endpoint, sender).complete(.question, through: LineLog().watchedLine)
            return ""
        } catch {
            return "\(error)"
        }
    }

    @Test(arguments: [400, 402, 500])
    func `is masked in its error`(status: Int) async {
        let text = await error(.error(status, "Wrong: \(key), canary-in-a-header"), times: status == 500 ? 5 : 1)

        #expect(text.contains("Wrong: <secret>, <secret>"))
        #expect(!text.contains("canary"))
    }

    @Test func `is masked wherever else it may stand`() async {
        let lines: [(ScriptedSender.Line, Int)] = [
            (.page("<title>\(key)</title>"), 2), (.json("", status: 302, ("location", "https://x.example/\(key)")), 1),
            (.json(#"{"error":{"message":"\#(key)"}}"#), 5), (.events(#"{"error":{"message":"\#(key)"}}"#), 5),
            (.says("", finish: key), 2), (.fails(.malformed(origin, reason: "no header \(key)")), 2),
            (.fails(.broken(origin, reason: key)), 5),
        ]
        for (line, times) in lines {
            let text = await error(line, times: times)
            #expect(text.contains("<secret>"), "\(line)")
            #expect(!text.contains("canary"), "\(line)")
        }
    }
}
