/// What is wrong with a filter or an order that somebody typed.
package struct FilterProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The characters at fault, counted from the beginning of what was typed; empty at a place where some are missing.
    package let range: Range<Int>
    /// The reason, and the nearest word that would do: `unknown field "statsu" (status?)`.
    package let text: String

    package var description: String { text }

    init(_ range: Range<Int>, _ text: String) {
        self.range = range
        self.text = text
    }

    /// A word that is none of the known ones.
    init(_ range: Range<Int>, unknown kind: String, _ word: String, among known: [String]) {
        let nearest = known.nearest(to: word).map { " (\($0)?)" } ?? ": use \(known.joined(separator: ", "))"
        self.init(range, "unknown \(kind) \"\(word)\"\(nearest)")
    }
}

extension [String] {
    /// The word that a typing error may have made this one of; nil when none is near.
    fileprivate func nearest(to word: String) -> String? {
        let near = map { (word: $0, distance: $0.distance(to: word)) }.min { $0.distance < $1.distance }
        guard let near, near.distance <= Swift.max(1, word.count / 2) else { return nil }
        return near.word
    }
}

extension String {
    /// How many letters must be put in, left out, replaced or swapped with the next to make one word of the other.
    fileprivate func distance(to other: String) -> Int {
        // Nobody means a known word by a long one.
        let (left, right) = (Array(lowercased().prefix(40)), Array(other.lowercased().prefix(40)))
        var rows = [Array(0...right.count)]
        for (row, letter) in left.enumerated() {
            var next = [row + 1]
            for (column, candidate) in right.enumerated() {
                let same = rows[row][column] + (letter == candidate ? 0 : 1)
                var best = Swift.min(next[column] + 1, rows[row][column + 1] + 1, same)
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == candidate {
                    best = Swift.min(best, rows[row - 1][column - 1] + 1)
                }
                next.append(best)
            }
            rows.append(next)
        }
        return rows[left.count][right.count]
    }
}
