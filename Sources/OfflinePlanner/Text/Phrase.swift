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
        /// Said only when the slot has no value.
        case unless(Slot, [Part])
    }

    struct Slot: Hashable, Sendable {
        enum Source: Hashable, Sendable {
            case argument(String)
            case output(pattern: String)
            case subject(ofArgument: String)
        }

        let source: Source
        let filter: Filter?
    }

    enum Filter: String, Sendable {
        case `in`, on, it, date, time, list, count, number
    }

    let parts: [Part]

    init(_ template: String) {
        var rest = Substring(template)
        parts = Self.parts(of: &rest, inBrackets: false)
    }

    /// The names of the slots, for tests of wordings.
    var slots: [Slot] { Self.slots(in: parts) }

    private static func slots(in parts: [Part]) -> [Slot] {
        parts.flatMap { part in
            switch part {
            case .text: [Slot]()
            case .slot(let slot): [slot]
            case .optional(let parts): slots(in: parts)
            case .unless(let slot, let parts): [slot] + slots(in: parts)
            }
        }
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

    private static func bracket(_ rest: inout Substring) -> Part {
        guard rest.first == "!", rest.contains(":") else { return .optional(parts(of: &rest, inBrackets: true)) }
        rest.removeFirst()
        let condition = slot(cut(&rest, before: ":"))
        return .unless(condition, parts(of: &rest, inBrackets: true))
    }

    /// Takes what stands before a mark, and the mark.
    private static func cut(_ rest: inout Substring, before mark: Character) -> Substring {
        let head = rest.prefix { $0 != mark }
        rest = rest.dropFirst(head.count + 1)
        return head
    }

    private static func slot(_ text: Substring) -> Slot {
        let halves = text.split(separator: "|", maxSplits: 1)
        let name = String(halves.first ?? "")
        let filter = halves.count == 2 ? Filter(rawValue: String(halves[1])) : nil
        if name.hasPrefix("@") { return Slot(source: .subject(ofArgument: String(name.dropFirst())), filter: filter) }
        if name.hasPrefix("out.") { return Slot(source: .output(pattern: String(name.dropFirst(4))), filter: filter) }
        return Slot(source: .argument(name), filter: filter)
    }
}
