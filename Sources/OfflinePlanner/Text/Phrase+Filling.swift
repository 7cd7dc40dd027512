import Engine

/// What the slots of a phrase stand for.
protocol PhraseScope {
    /// The values of a slot; empty when it has none. An argument or a subject has at most one.
    func values(of source: Phrase.Slot.Source) -> [JSON]
    /// How people say an argument's value, where they say it in their own way.
    func saying(of argument: String) -> String?
}

extension Phrase {
    /// The phrase with its slots filled; nil when a slot outside brackets has no value.
    func filled(from scope: some PhraseScope, _ mentions: inout Mentions) -> String? {
        var attempt = mentions
        guard let text = Self.fill(parts, from: scope, &attempt) else { return nil }
        mentions = attempt
        return Self.tidy(text)
    }

    /// Single spaces: parts that were left out leave no trace.
    private static func tidy(_ text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }

    private static func fill(_ parts: [Part], from scope: some PhraseScope, _ mentions: inout Mentions) -> String? {
        var text = ""
        for part in parts {
            switch part {
            case .text(let words):
                text += words
            case .slot(let slot):
                guard let said = say(slot, in: scope, &mentions) else { return nil }
                text += said
            case .optional(let parts):
                var attempt = mentions
                guard let said = fill(parts, from: scope, &attempt) else { continue }
                mentions = attempt
                text += said
            case .unless(let slot, let parts):
                guard say(slot, in: scope, &mentions) == nil else { continue }
                text += fill(parts, from: scope, &mentions) ?? ""
            }
        }
        return text
    }

    private static func say(_ slot: Slot, in scope: some PhraseScope, _ mentions: inout Mentions) -> String? {
        let values = scope.values(of: slot.source).filter { !$0.saysNothing }
        guard let first = values.first else { return nil }
        if case .argument(let name) = slot.source, slot.filter == nil, let saying = scope.saying(of: name) {
            return saying
        }
        switch slot.filter {
        case .list: return values.flatMap(\.items).map(\.spoken).listed
        case .count: return String(values.flatMap(\.items).count)
        case .time: return first.string.map(timeOfDay) ?? first.spoken
        case .number: return first.spokenNumber
        case .in: return mentions.place(first.spoken)
        case .on: return mentions.day(first.spoken)
        case .it: return mentions.thing(first.spoken)
        case .date, nil: return values.count == 1 ? first.spoken : values.map(\.spoken).listed
        }
    }

    /// The hours and minutes of an ISO 8601 time.
    private static func timeOfDay(_ text: String) -> String {
        guard let mark = text.firstIndex(of: "T") else { return text }
        return String(text[text.index(after: mark)...].prefix(5))
    }
}

extension JSON {
    /// Null, empty text, an empty list or object.
    var saysNothing: Bool {
        switch self {
        case .null: true
        case .string(let text): text.isEmpty
        case .array(let items): items.isEmpty
        case .object(let object): object.members.isEmpty
        case .bool, .number: false
        }
    }

    /// A list's items, or the value itself.
    fileprivate var items: [JSON] { array ?? [self] }

    /// The value as a person says it: dates in words, numbers without an idle `.0`.
    var spoken: String {
        switch self {
        case .null: ""
        case .bool(let isTrue): isTrue ? "yes" : "no"
        case .number(let number): number.int.map(String.init) ?? number.text
        case .string(let text): CalendarDay(iso: text)?.inWords ?? text
        case .array(let items): items.map(\.spoken).listed
        case .object(let object): object.members.map { "\($0.key) \($0.value.spoken)" }.listed
        }
    }

    /// With thousands marks.
    fileprivate var spokenNumber: String {
        let text = spoken
        let isNegative = text.hasPrefix("-")
        let halves = text.drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
        guard let whole = halves.first, whole.allSatisfy(\.isNumber) else { return text }
        var marked = ""
        for (offset, digit) in whole.enumerated() {
            if offset > 0, (whole.count - offset).isMultiple(of: 3) { marked.append(",") }
            marked.append(digit)
        }
        return (isNegative ? "-" : "") + marked + (halves.count == 2 ? "." + halves[1] : "")
    }
}

extension String {
    /// With a capital at the beginning.
    var asSentence: String { prefix(1).uppercased() + dropFirst() }
}

extension [String] {
    /// `a`, `a and b`, `a, b and c`.
    var listed: String {
        guard let last, count > 1 else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " and " + last
    }
}
