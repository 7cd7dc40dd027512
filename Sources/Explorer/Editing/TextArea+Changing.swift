extension TextArea {
    /// How a change is remembered.
    private enum Memory {
        case change
        /// As a part of the word that is being typed.
        case typing
    }

    /// Puts in a typed character.
    mutating func type(_ text: String) {
        change(cursor..<cursor, to: text, as: .typing)
    }

    /// Puts in a text as it is, but that each of its lines ends with a line feed alone.
    mutating func insert(_ text: String) {
        change(cursor..<cursor, to: text.withLineFeeds, as: .change)
    }

    mutating func remove(_ range: Range<Place>) {
        guard !range.isEmpty else { return }
        change(range, to: "", as: .change)
    }

    /// Puts another text in place of all of it, as one change, however long it is.
    mutating func replaceAll(with text: String) {
        refusal = nil
        guard !holds(text) else { return }
        put(text, in: Place(line: 0, byte: 0)..<end, as: .change)
    }

    mutating func undo() {
        guard let change = history.takeBack() else {
            refusal = "Nothing to undo here."
            return
        }
        replace(change.start..<end(of: change.inserted, from: change.start), with: change.removed)
        cursor = change.before
    }

    mutating func redo() {
        guard let change = history.takeAgain() else {
            refusal = "Nothing to do again here."
            return
        }
        replace(change.start..<end(of: change.removed, from: change.start), with: change.inserted)
        cursor = change.after
    }

    private mutating func change(_ range: Range<Place>, to new: String, as memory: Memory) {
        let size = bytes + new.utf8.count - size(of: range)
        guard size <= max(Self.limit, bytes) else {
            refusal = "Not taken: the text would have \(size) bytes, and at most \(Self.limit) fit."
            return
        }
        put(new, in: range, as: memory)
    }

    private mutating func put(_ new: String, in range: Range<Place>, as memory: Memory) {
        let (before, removed) = (cursor, part(range))
        replace(range, with: new)
        let end = end(of: new, from: range.lowerBound)
        cursor = Place(line: end.line, byte: lines[end.line].boundary(atOrAfter: end.byte))
        let change = TextHistory.Change(
            start: range.lowerBound, removed: removed, inserted: new, before: before, after: cursor)
        switch memory {
        case .change: history.record(change)
        case .typing: history.recordTyping(change)
        }
    }

    /// The only place where text changes.
    private mutating func replace(_ range: Range<Place>, with new: String) {
        let (from, to) = (range.lowerBound, range.upperBound)
        bytes += new.utf8.count - size(of: range)
        changes += 1
        if from.line == to.line, !new.utf8.contains(0x0A) {
            lines[from.line].replace(from.byte..<to.byte, with: new, wrap)
            return
        }
        let head = lines[from.line].part(0..<from.byte)
        let tail = lines[to.line].part(to.byte..<lines[to.line].length)
        lines.replaceSubrange(from.line...to.line, with: (head + new + tail).lineParts.map { TextLine($0, wrap) })
    }

    private func size(of range: Range<Place>) -> Int {
        let lengths = lines[range.lowerBound.line..<range.upperBound.line].reduce(0) { $0 + $1.length + 1 }
        return lengths + range.upperBound.byte - range.lowerBound.byte
    }

    /// Where a text ends that begins at a place.
    private func end(of text: String, from start: Place) -> Place {
        let feeds = text.utf8.count { $0 == 0x0A }
        guard feeds > 0, let last = text.utf8.lastIndex(of: 0x0A) else {
            return Place(line: start.line, byte: start.byte + text.utf8.count)
        }
        return Place(line: start.line + feeds, byte: text.utf8.distance(from: last, to: text.utf8.endIndex) - 1)
    }
}

extension String {
    /// With a line feed wherever there was a carriage return before one.
    var withLineFeeds: String {
        guard utf8.contains(0x0D) else { return self }
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if scalar == "\n", result.last == "\r" { result.removeLast() }
            result.append(scalar)
        }
        return String(result)
    }
}
