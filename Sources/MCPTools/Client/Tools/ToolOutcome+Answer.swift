import Engine
import Foundation

extension ToolOutcome {
    /// What the answer to `tools/call` means.
    init(_ answer: RPCAnswer, limits: MCPLimits) {
        switch answer {
        case .result(let result): self.init(result, limits: limits)
        case .failure(let error): self = .refused(code: error.code, reason: error.message)
        case .unreadable(let line, let reason):
            self = .malformed(line.marked, reason: "The answer \(reason).")
        case .timedOut(let limit): self = .timedOut(after: limit)
        case .cancelled: self = .unreachable(reason: "The call was cancelled.")
        case .ended(let end): self = .unreachable(reason: "\(end)")
        case .broken(let reason): self = .unreachable(reason: reason)
        }
    }

    private init(_ result: JSON, limits: MCPLimits) {
        if result["resultType"]?.string == "input_required" {
            self = .refused(
                code: -32_601,
                reason: "The tool asks for more input before it goes on, and nobody is asked during a call.")
            return
        }
        guard result.object != nil, let bytes = result.outputBytes else {
            self = .malformed(RecordedOutput(result), reason: "The result has neither content nor structured content.")
            return
        }
        guard bytes.count <= limits.result else {
            let line = LineFraming.LongLine(head: bytes.prefix(LineFraming.keptHead), tail: Data(), count: bytes.count)
            self = .malformed(
                line.marked, reason: "The result has \(bytes.count) bytes; \(limits.result) are allowed.")
            return
        }
        self = result["isError"]?.bool == true ? .failed(RecordedOutput(bytes)) : .returned(RecordedOutput(bytes))
    }
}

extension JSON {
    /// What a tool gave back: its structured content, else its only text, else all its content; nil without any.
    fileprivate var outputBytes: Data? {
        if let structured = self["structuredContent"], !structured.isNull { return Data(structured.compactText.utf8) }
        guard let content = self["content"]?.array else { return nil }
        if content.count == 1, content[0]["type"]?.string == "text", let text = content[0]["text"]?.string {
            return Data(text.utf8)
        }
        return Data(JSON.array(content).compactText.utf8)
    }
}

extension LineFraming.LongLine {
    /// The beginning, with a mark where it is cut.
    fileprivate var marked: RecordedOutput {
        guard count > head.count else { return RecordedOutput(head) }
        return RecordedOutput(head + Data("\n[cut: \(head.count) of \(count) bytes are kept]".utf8))
    }
}
