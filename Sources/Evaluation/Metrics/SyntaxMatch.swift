import Engine

/// Whether calls are those of the truth as the Berkeley Function Calling Leaderboard compares them.
///
/// Names, required arguments, types and values must match, call for call and without order. Text is compared without
/// case and without ` ,./-_*^`, and its two kinds of quotation marks are one; an integer passes for a number. An argument
/// may be left out, or given, where the other side has the schema's default.
///
/// Source: gorilla, `bfcl_eval/eval_checker/ast_eval/ast_checker.py`. Two things differ: chains are compared like
/// parallel calls, and a number is an integer by its value, as in JSON Schema.
struct SyntaxMatch {
    let tools: [ToolName: Tool]

    /// Whether each call has a partner, and none is left over.
    func matches(_ truth: [ToolCall], _ predicted: [ReadCall]) -> Bool {
        guard truth.count == predicted.count else { return false }
        var left = predicted
        for call in truth {
            guard let place = left.firstIndex(where: { matches(call, $0) }) else { return false }
            left.remove(at: place)
        }
        return true
    }

    private func matches(_ expected: ToolCall, _ found: ReadCall) -> Bool {
        guard found.tool == expected.tool, let given = found.arguments?.object, given.duplicateKeys.isEmpty else {
            return false
        }
        let wanted = expected.arguments.object ?? [:]
        let inputs = tools[expected.tool]?.inputs ?? []
        let names = Set((wanted.keys + given.keys).map(ExactText.init))
        return names.allSatisfy { name in
            let input = inputs.first { ExactText($0.name) == name }
            switch (wanted[name.text], given[name.text]) {
            case (let wanted?, let given?): return Self.agree(wanted, given)
            case (let value?, nil): return input.map { !$0.isRequired && $0.isDefault(value) } ?? false
            case (nil, let value?): return input.map { $0.isDefault(value) } ?? false
            case (nil, nil): return true
            }
        }
    }

    static func agree(_ wanted: JSON, _ given: JSON) -> Bool {
        switch (wanted, given) {
        case (.string(let wanted), .string(let given)): wanted.plain == given.plain
        case (.number(let wanted), .number(let given)): wanted.isEqual(numerically: given)
        case (.array(let wanted), .array(let given)):
            wanted.count == given.count && zip(wanted, given).allSatisfy(agree)
        case (.object(let wanted), .object(let given)):
            wanted.count == given.count
                && wanted.members.allSatisfy { member in
                    given[member.key].map { agree(member.value, $0) } ?? false
                }
        case (.bool(let wanted), .bool(let given)): wanted == given
        case (.null, .null): true
        case (.null, _), (.bool, _), (.number, _), (.string, _), (.array, _), (.object, _): false
        }
    }
}

extension Tool.Input {
    fileprivate func isDefault(_ value: JSON) -> Bool {
        schema["default"].map { SyntaxMatch.agree($0, value) } ?? false
    }
}

extension String {
    /// Without what the leaderboard does not compare.
    fileprivate var plain: [UInt8] {
        let left = unicodeScalars.filter { !" ,./-_*^".unicodeScalars.contains($0) }
        return Array(String(String.UnicodeScalarView(left)).lowercased().utf8).map {
            $0 == UInt8(ascii: "'") ? UInt8(ascii: "\"") : $0
        }
    }
}
