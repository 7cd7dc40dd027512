import Engine

/// The output of a tool without words of its own, told as it is; what is left out can be seen.
struct PlainAnswer {
    private let subject: String?
    private let output: JSON

    init(subject: String?, output: JSON) {
        self.subject = subject
        self.output = output.unwrapped
    }

    private static let longestText = 500
    private static let longestValue = 160
    private static let facts = 6

    var text: String {
        let lead = subject ?? "The result"
        guard !output.saysNothing else { return "\(lead): nothing came back." }
        switch output {
        case .string(let text):
            let told = text.trimmingLines.shortened(to: Self.longestText)
            if told.contains("\n") { return "\(lead):\n\(told)\n" }
            return "\(lead): \(told)" + (told.endsSentence ? "" : ".")
        case .null, .bool, .number: return "\(lead): \(Self.said(output))."
        case .array(let items): return "\(lead): \(Self.list(items))."
        case .object(let object):
            return "\(lead): \(Self.facts(of: object, most: Self.facts, joinedBy: "; "))."
        }
    }

    /// The scalars of an object first, then what it has lists and parts of.
    private static func facts(of object: JSON.Object, most: Int, joinedBy mark: String) -> String {
        let telling = object.members.filter { !$0.value.saysNothing }
        let plain = telling.filter { !$0.value.isComposite }
        let deep = telling.filter(\.value.isComposite)
        var told = plain.prefix(deep.isEmpty ? most : max(1, most - 2)).map { "\(name($0.key)) \(said($0.value))" }
        for member in deep where told.count < most {
            told.append("\(name(member.key)) (\(part(member.value, most: max(2, most / 2))))")
        }
        let left = telling.count - told.count
        return told.joined(separator: mark) + (left > 0 ? "\(mark)and \(left) more" : "")
    }

    private static func part(_ value: JSON, most: Int) -> String {
        switch value {
        case .array(let items): list(items)
        case .object(let object): facts(of: object, most: most, joinedBy: ", ")
        case .null, .bool, .number, .string: said(value)
        }
    }

    private static func list(_ items: [JSON]) -> String {
        let isPlain = !items.contains(where: \.isComposite)
        let most = isPlain ? 8 : 3
        let told = items.prefix(most).enumerated().map { index, item in
            isPlain || items.count == 1 ? part(item, most: 3) : "(\(index + 1)) \(part(item, most: 3))"
        }
        let more = items.count - most
        return told.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }

    private static func name(_ key: String) -> String {
        let words = key.keyWords
        return words.isEmpty ? key : words.spelledOut
    }

    private static func said(_ value: JSON) -> String {
        value.toldExactly.collapsed.shortened(to: longestValue)
    }
}

extension JSON {
    /// A list or an object.
    var isComposite: Bool { array != nil || object != nil }

    /// The value as a person says it, with nothing lost: only a day alone is said in words.
    var toldExactly: String {
        guard let text = string, text.utf8.count != 10 else { return spoken }
        return text
    }

    /// Without an object around that has only a result: `{"result": …}`.
    fileprivate var unwrapped: JSON {
        guard let object, object.count == 1, let only = object.members.first,
            ["result", "results", "data", "response", "output", "content", "value"].contains(only.key.lowercased())
        else { return self }
        return only.value.unwrapped
    }
}

extension String {
    /// Without empty lines and spaces at the ends.
    fileprivate var trimmingLines: String {
        split(whereSeparator: \.isNewline).map { String($0).collapsed }.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    fileprivate var endsSentence: Bool { last.map { ".!?…".contains($0) } ?? false }
}
