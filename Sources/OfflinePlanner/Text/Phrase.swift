import Engine

/// A template of a tool's wording, ready to be filled.
///
/// ``Engine/Wording`` defines the slots.
struct Phrase: Sendable {
    indirect enum Part: Sendable {
        case text(String)
        case slot(Slot)
        /// Left out when a slot in it has no value.
        case optional([Part])
        /// Said only when the values of a slot are so.
        case when(Condition, Slot.Source, [Part])
    }

    /// What the values of a slot must be for a part to be said.
    enum Condition: String, Sendable {
        case none, one, many, yes, no
    }

    struct Slot: Hashable, Sendable {
        enum Source: Hashable, Sendable {
            case argument(String)
            case output(pattern: String)
            case subject(ofArgument: String)
            /// The number that a doubt claims.
            case guess

            init(_ name: String) {
                if name == "guess" {
                    self = .guess
                } else if name.hasPrefix("@") {
                    self = .subject(ofArgument: String(name.dropFirst()))
                } else if name.hasPrefix("out.") {
                    self = .output(pattern: String(name.dropFirst(4)))
                } else {
                    self = .argument(name)
                }
            }
        }

        let source: Source
        let filter: Filter?
    }

    enum Filter: Hashable, Sendable {
        case `in`, on, date, day, time, list, count, number, the, a
        case counted(noun: String)

        init?(_ text: String) {
            if text.hasPrefix("n ") {
                self = .counted(noun: String(text.dropFirst(2)))
                return
            }
            let known: [String: Filter] = [
                "in": .in, "on": .on, "date": .date, "day": .day, "time": .time, "list": .list, "count": .count,
                "number": .number, "the": .the, "a": .a,
            ]
            guard let filter = known[text] else { return nil }
            self = filter
        }
    }

    let parts: [Part]

    init(_ template: String) {
        var rest = Substring(template)
        parts = Self.parts(of: &rest, inBrackets: false)
    }

    private static func parts(of rest: inout Substring, inBrackets: Bool) -> [Part] {
        var parts: [Part] = []
        var text = ""
        func flushed() -> [Part] { text.isEmpty ? [] : [.text(text)] }
        while let character = rest.popFirst() {
            switch character {
            case "{":
                parts += flushed()
                text = ""
                parts.append(.slot(slot(cut(&rest, before: "}"))))
            case "[":
                parts += flushed()
                text = ""
                parts.append(bracket(&rest))
            case "]" where inBrackets:
                return parts + flushed()
            default:
                text.append(character)
            }
        }
        return parts + flushed()
    }

    /// `[none out.items[].name: text]`, or a part that may be left out.
    private static func bracket(_ rest: inout Substring) -> Part {
        let head = rest.prefix { $0 != ":" && $0 != "{" }
        let words = head.split(separator: " ")
        guard rest.dropFirst(head.count).first == ":", words.count == 2,
            let condition = Condition(rawValue: String(words[0]))
        else { return .optional(parts(of: &rest, inBrackets: true)) }
        rest = rest.dropFirst(head.count + 1)
        return .when(condition, Slot.Source(String(words[1])), parts(of: &rest, inBrackets: true))
    }

    /// Takes what stands before a mark, and the mark.
    private static func cut(_ rest: inout Substring, before mark: Character) -> Substring {
        let head = rest.prefix { $0 != mark }
        rest = rest.dropFirst(head.count + 1)
        return head
    }

    private static func slot(_ text: Substring) -> Slot {
        let halves = text.split(separator: "|", maxSplits: 1).map(String.init)
        return Slot(source: Slot.Source(halves.first ?? ""), filter: halves.count == 2 ? Filter(halves[1]) : nil)
    }
}
