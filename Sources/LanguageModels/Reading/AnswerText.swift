import Engine

/// Finds the JSON text of an answer in what a model wrote around it.
package enum AnswerText {
    /// The whole text, a fenced block, or the first object in it; nil where there is no JSON object or array.
    package static func find(in text: String) -> String? {
        if let whole = whole(text) { return whole }
        if let fenced = fencedBlocks(of: text).lazy.compactMap({ whole($0) }).first { return fenced }
        return firstObject(in: Array(text.utf8))
    }

    /// The text, trimmed, if it is an object or an array; a bare word or number is no answer in a form.
    static func whole(_ text: String) -> String? {
        let trimmed = text.unicodeScalars.drop { $0.properties.isWhitespace }
        guard trimmed.first == "{" || trimmed.first == "[" else { return nil }
        let whole = String(Substring(trimmed)).trimmingSuffix()
        return (try? JSON(parsing: whole)) == nil ? nil : whole
    }

    private static func fencedBlocks(of text: String) -> [String] {
        var blocks: [String] = []
        var open: [Substring]?
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let isFence = line.drop(while: \.isWhitespace).hasPrefix("```")
            if isFence, let lines = open {
                blocks.append(lines.joined(separator: "\n"))
                open = nil
            } else if isFence {
                open = []
            } else {
                open?.append(line)
            }
        }
        return blocks
    }

    /// How many bytes are looked at again and again; enough for any answer, and soon over for a flood of braces.
    private static let patience = 8 << 20

    /// Looks at each opening brace until one begins an object.
    private static func firstObject(in bytes: [UInt8]) -> String? {
        var (place, looked) = (0, 0)
        while looked < patience, let start = bytes[place...].firstIndex(of: UInt8(ascii: "{")) {
            let end = endOfObject(in: bytes, from: start)
            if let end, let text = String(validating: bytes[start..<end], as: UTF8.self),
                (try? JSON(parsing: text)) != nil
            {
                return text
            }
            looked += (end ?? bytes.count) - start
            place = start + 1
        }
        return nil
    }

    /// Behind the brace that closes the one at `start`; braces inside strings do not count.
    private static func endOfObject(in bytes: [UInt8], from start: Int) -> Int? {
        var (depth, isInString, place) = (0, false, start)
        while place < bytes.count {
            switch (bytes[place], isInString) {
            case (UInt8(ascii: "\\"), true): place += 1
            case (UInt8(ascii: "\""), _): isInString.toggle()
            case (UInt8(ascii: "{"), false): depth += 1
            case (UInt8(ascii: "}"), false): depth -= 1
            case (_, _): break
            }
            place += 1
            if depth == 0 { return min(place, bytes.count) }
        }
        return nil
    }
}

extension String {
    fileprivate func trimmingSuffix() -> String {
        var scalars = unicodeScalars
        while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
        return String(scalars)
    }
}
