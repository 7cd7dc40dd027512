import Engine
import Foundation

/// What is wrong with an output that a tool reported as success.
enum OutputVerdict: Equatable {
    case carriesNothing
    case isFailure

    var phrase: String {
        switch self {
        case .carriesNothing: "returned"
        case .isFailure: "failed, though it was kept:"
        }
    }

    /// Nil for a good result.
    init?(_ output: RecordedOutput, json: JSON?, to request: ToolRequest) {
        let found =
            if let json { Self.verdict(on: json, request, depth: 0) } else {
                Self.verdict(onText: String(decoding: output.bytes.prefix(4096), as: UTF8.self), request)
            }
        guard let found else { return nil }
        self = found
    }

    private static func verdict(on json: JSON, _ request: ToolRequest, depth: Int) -> OutputVerdict? {
        if json.isHollow { return .carriesNothing }
        switch json {
        case .string(let text):
            if depth < 3, text.utf8.count <= 65_536, text.first == "{", let inner = try? JSON(parsing: text) {
                return verdict(on: inner, request, depth: depth + 1)
            }
            return verdict(onText: String(text.prefix(4096)), request)
        case .array(let items):
            return verdict(onAll: items, request, depth: depth)
        case .object(let object):
            return verdict(on: object, request, depth: depth)
        case .null, .bool, .number:
            return nil
        }
    }

    /// A list fails when each of its items does.
    private static func verdict(onAll items: [JSON], _ request: ToolRequest, depth: Int) -> OutputVerdict? {
        guard depth < 3, let first = items.first?.object.flatMap({ verdict(on: $0, request, depth: depth + 1) }) else {
            return nil
        }
        let others = items.dropFirst()
        return others.allSatisfy { item in
            item.object.flatMap { verdict(on: $0, request, depth: depth + 1) } != nil
        } ? first : nil
    }

    private static func verdict(on object: JSON.Object, _ request: ToolRequest, depth: Int) -> OutputVerdict? {
        if let verdict = verdict(onBlocks: object, request, depth: depth) { return verdict }
        let answer = Envelope(object, request)
        if answer.saysItFailed { return .isFailure }
        if answer.isWithoutPayload { return .carriesNothing }
        guard depth < 3, let only = answer.onlyWrapped else { return nil }
        return verdict(on: only, request, depth: depth + 1)
    }

    /// A result of the Model Context Protocol: an error by its mark, else as its text blocks.
    private static func verdict(onBlocks object: JSON.Object, _ request: ToolRequest, depth: Int) -> OutputVerdict? {
        if object["isError"]?.bool == true { return .isFailure }
        guard let blocks = object["content"]?.array, depth < 3 else { return nil }
        let texts = blocks.compactMap { $0["type"] == "text" ? $0["text"] : nil }
        guard !blocks.isEmpty, texts.count == blocks.count else { return nil }
        return verdict(on: texts.count == 1 ? texts[0] : .array(texts), request, depth: depth + 1)
    }
}

extension OutputVerdict {
    /// Text that is no JSON: an error page, the mark of a crash, or a word for nothing.
    private static func verdict(onText text: String, _ request: ToolRequest) -> OutputVerdict? {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        let folded = text.lowercased()
        if text.isEmpty || nothing.contains(folded.trimmingCharacters(in: .punctuationCharacters)) {
            return .carriesNothing
        }
        if folded.hasPrefix("<") { return isErrorPage(folded) ? .isFailure : nil }
        if crashMarks.contains(where: folded.hasPrefix), !request.isAboutErrors { return .isFailure }
        return StatusPhrase.isStatusLine(folded) ? .isFailure : nil
    }

    private static func isErrorPage(_ page: String) -> Bool {
        if let root = rootName(of: page), errorRoots.contains(root) { return true }
        guard page.hasPrefix("<!doctype html") || page.hasPrefix("<html"), let start = page.range(of: "<title") else {
            return false
        }
        let title = page[start.upperBound...].drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
        let text = title.trimmingCharacters(in: .whitespacesAndNewlines)
        return StatusPhrase.isStatusLine(text) || challenges.contains { text.hasPrefix($0) }
    }

    /// The name of the outermost element, without its prefix.
    private static func rootName(of page: String) -> String? {
        var rest = page[...]
        while rest.hasPrefix("<?") || rest.hasPrefix("<!--") {
            rest = rest.drop { $0 != ">" }.dropFirst().drop(while: \.isWhitespace)
        }
        guard rest.first == "<" else { return nil }
        let name = rest.dropFirst().prefix { $0.isLetter || $0 == ":" || $0 == "-" }
        return name.split(separator: ":").last.map(String.init)
    }

    private static let nothing: Set<String> = [
        "none", "null", "nil", "undefined", "nan", "n/a", "no results", "no results found", "no result", "no data",
        "no data available", "no data found", "no matches found", "no records found", "not found", "empty",
    ]
    private static let crashMarks = [
        "error:", "error executing", "traceback (most recent call last)", "exception:", "fatal error:", "mcp error",
        "failed to fetch", "uncaught exception",
    ]
    private static let errorRoots: Set<String> = ["error", "errors", "errorresponse", "fault", "exception", "problem"]
    private static let challenges = ["just a moment", "attention required", "access denied", "are you a robot"]
}
