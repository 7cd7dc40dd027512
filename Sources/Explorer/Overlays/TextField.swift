import Canvas

/// One line of text that is being typed.
struct TextField: Hashable, Sendable {
    /// Characters it holds at most.
    private static let limit = 2_000

    private(set) var text: String
    /// Characters of the last insertion for which there was no room.
    private(set) var leftOut = 0
    /// Characters before the cursor.
    private(set) var cursor: Int

    init(_ text: String = "") {
        self.text = text
        cursor = text.count
    }

    var isEmpty: Bool { text.allSatisfy(\.isWhitespace) }

    /// The part before the cursor.
    var head: String { String(text.prefix(cursor)) }

    /// Takes a key in and says whether it meant anything.
    mutating func press(_ key: Key) -> Bool {
        switch key {
        case .character(let character): insert(String(character))
        case .paste(let pasted): insert(pasted.split(whereSeparator: \.isNewline).joined(separator: " "))
        case .backspace: remove(at: cursor - 1)
        case .delete: remove(at: cursor)
        case .control("u"): self = TextField(String(text.dropFirst(cursor)), cursor: 0)
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(text.count, cursor + 1)
        case .home, .control("a"): cursor = 0
        case .end, .control("e"): cursor = text.count
        case .control, .alt, .function, .enter, .escape, .tab, .backTab, .insert, .up, .down, .pageUp, .pageDown:
            return false
        }
        return true
    }

    private init(_ text: String, cursor: Int) {
        self.text = text
        self.cursor = cursor
    }

    private mutating func insert(_ new: String) {
        let room = max(0, Self.limit - text.count)
        leftOut = max(0, new.count - room)
        let new = String(new.prefix(room))
        let count = text.count
        text.insert(contentsOf: new, at: text.index(text.startIndex, offsetBy: cursor))
        // A combining mark joins the character before it.
        cursor = min(text.count, cursor + max(0, text.count - count))
    }

    private mutating func remove(at place: Int) {
        guard place >= 0, place < text.count else { return }
        text.remove(at: text.index(text.startIndex, offsetBy: place))
        cursor = place
    }
}
