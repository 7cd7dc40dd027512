import Engine

/// What the slots of a phrase stand for.
protocol PhraseScope {
    /// The values of a slot; empty when it has none. An argument has at most one.
    func values(of source: Phrase.Slot.Source) -> [JSON]
    /// How people say an argument's value, where they say it in their own way.
    func saying(of argument: String) -> String?
    /// The name of what a slot stands for, where it is something that can be named.
    func name(of source: Phrase.Slot.Source, after mentions: Mentions) -> Name?
}

extension Phrase {
    /// The phrase with its slots filled; nil when a slot outside brackets has no value.
    func filled(from scope: some PhraseScope, _ mentions: inout Mentions) -> String? {
        var attempt = mentions
        guard let text = Self.fill(parts, from: scope, &attempt) else { return nil }
        mentions = attempt
        return text.trimmingSpaces
    }

    private static func fill(_ parts: [Part], from scope: some PhraseScope, _ mentions: inout Mentions) -> String? {
        var text = ""
        for part in parts {
            switch part {
            case .text(let words):
                // Parts that were left out leave no second space.
                text += text.last == " " ? words.drop { $0 == " " } : words[...]
            case .slot(let slot):
                guard let said = say(slot, in: scope, &mentions) else { return nil }
                text += said
            case .optional(let parts):
                var attempt = mentions
                guard let said = fill(parts, from: scope, &attempt) else { continue }
                mentions = attempt
                text += text.last == " " ? said.drop { $0 == " " } : said[...]
            case .when(let condition, let source, let parts):
                guard condition.holds(for: scope.values(of: source)) else { continue }
                var attempt = mentions
                guard let said = fill(parts, from: scope, &attempt) else { continue }
                mentions = attempt
                text += text.last == " " ? said.drop { $0 == " " } : said[...]
            }
        }
        return text
    }

    private static func say(_ slot: Slot, in scope: some PhraseScope, _ mentions: inout Mentions) -> String? {
        if let name = scope.name(of: slot.source, after: mentions) {
            switch slot.filter {
            case .in: return mentions.place(name)
            case .on: return mentions.day(name)
            case nil, .date, .the: return mentions.plain(name)
            case .day, .time, .list, .count, .number, .a, .counted: break
            }
        }
        return say(scope.values(of: slot.source).filter { !$0.saysNothing }, of: slot, in: scope, &mentions)
    }

    private static func say(
        _ values: [JSON], of slot: Slot, in scope: some PhraseScope, _ mentions: inout Mentions
    ) -> String? {
        guard let first = values.first else { return nil }
        switch slot.filter {
        case .list: return values.flatMap(\.items).map(\.spoken).listed
        case .count: return String(values.flatMap(\.items).count)
        case .time: return first.string.map(timeOfDay) ?? first.spoken
        case .number: return first.spoken.withThousandsMarks
        case .in: return mentions.place(Name(first.spoken))
        case .on: return mentions.day(Name(first.spoken))
        case .day: return first.string.flatMap(CalendarDay.init)?.inWordsWithoutYear ?? first.spoken
        case .the: return first.spoken.withArticle
        case .a: return first.spoken.withIndefiniteArticle
        case .counted(let noun): return noun.counted(by: first.spoken.withThousandsMarks)
        case .date, nil:
            if case .argument(let name) = slot.source, let saying = scope.saying(of: name) { return saying }
            return values.count == 1 ? first.spoken : values.map(\.spoken).listed
        }
    }

    /// The hours and minutes of an ISO 8601 time.
    private static func timeOfDay(_ text: String) -> String {
        guard let mark = text.firstIndex(of: "T") else { return text }
        return String(text[text.index(after: mark)...].prefix(5))
    }
}

extension Phrase.Condition {
    fileprivate func holds(for values: [JSON]) -> Bool {
        let told = values.filter { !$0.saysNothing }.flatMap(\.items)
        return switch self {
        case .none: told.isEmpty
        case .one: told.count == 1
        case .many: told.count > 1
        case .yes: told.first?.bool == true
        case .no: told.first?.bool == false
        }
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
}
