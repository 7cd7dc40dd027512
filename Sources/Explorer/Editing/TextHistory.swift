/// What was changed in a text, to be undone and done again without limit.
struct TextHistory: Hashable, Sendable {
    /// One change, with the cursor before and after it.
    struct Change: Hashable, Sendable {
        let start: TextArea.Place
        let removed: String
        var inserted: String
        let before: TextArea.Place
        var after: TextArea.Place

        /// Whether what was inserted ends at a place; it does not where marks that stood there joined it.
        fileprivate func reaches(_ place: TextArea.Place) -> Bool {
            start.line == place.line && start.byte + inserted.utf8.count == place.byte
        }
    }

    private(set) var done: [Change] = []
    private(set) var undone: [Change] = []
    /// Whether the next typed character belongs to the last change.
    private var isOpen = false

    /// Remembers a change; what was undone before can no longer be done again.
    mutating func record(_ change: Change) {
        undone = []
        done.append(change)
        isOpen = false
    }

    /// Remembers a typed character: the characters of a word, with the spaces after it, are one change.
    mutating func recordTyping(_ change: Change) {
        guard isOpen, let last = done.last, last.after == change.start, last.reaches(change.start),
            last.inserted.last?.isWhitespace == false || change.inserted.first?.isWhitespace == true
        else {
            record(change)
            isOpen = true
            return
        }
        undone = []
        done[done.count - 1].inserted += change.inserted
        done[done.count - 1].after = change.after
    }

    /// Ends the word that is being typed.
    mutating func close() {
        isOpen = false
    }

    mutating func takeBack() -> Change? {
        isOpen = false
        guard let change = done.popLast() else { return nil }
        undone.append(change)
        return change
    }

    mutating func takeAgain() -> Change? {
        isOpen = false
        guard let change = undone.popLast() else { return nil }
        done.append(change)
        return change
    }
}
