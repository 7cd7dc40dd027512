/// One line of the difference between two texts.
package enum DifferenceLine: Hashable, Sendable {
    /// In both texts.
    case same(String)
    /// In the old one only.
    case removed(String)
    /// In the new one only.
    case added(String)
    /// So many lines of both that are not shown.
    case skipped(Int)
}

/// How a text became another, line by line, compared byte by byte.
struct LineDifference {
    /// Lines of both around a change that are kept.
    private static let context = 3
    /// Lines that changed, old times new, above which they are not compared with each other.
    private static let largestTable = 1_000_000

    let lines: [DifferenceLine]

    init(from old: String, to new: String) {
        lines = Self.folded(Self.changes(from: Self.split(old), to: Self.split(new)))
    }

    /// No text has no lines.
    private static func split(_ text: String) -> [ExactText] {
        guard !text.isEmpty else { return [] }
        // As bytes: to Swift a carriage return and the line feed after it are one character.
        return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { ExactText(String(Substring($0))) }
    }

    private static func changes(from old: [ExactText], to new: [ExactText]) -> [DifferenceLine] {
        let start = zip(old, new).prefix { $0 == $1 }.count
        let end = zip(old[start...].reversed(), new[start...].reversed()).prefix { $0 == $1 }.count
        let middle = between(Array(old[start..<old.count - end]), Array(new[start..<new.count - end]))
        return new[..<start].map { .same($0.text) } + middle + new[(new.count - end)...].map { .same($0.text) }
    }

    private static func between(_ old: [ExactText], _ new: [ExactText]) -> [DifferenceLine] {
        guard old.count * new.count <= largestTable else {
            return old.map { .removed($0.text) } + new.map { .added($0.text) }
        }
        let difference = new.difference(from: old)
        let removed = Set(difference.removals.map(\.place))
        let added = Set(difference.insertions.map(\.place))
        var lines: [DifferenceLine] = []
        var (before, after) = (0, 0)
        while before < old.count || after < new.count {
            if removed.contains(before) {
                lines.append(.removed(old[before].text))
                before += 1
            } else if added.contains(after) {
                lines.append(.added(new[after].text))
                after += 1
            } else {
                lines.append(.same(new[after].text))
                before += 1
                after += 1
            }
        }
        return lines
    }

    /// Long stretches of what stayed, as their number.
    private static func folded(_ lines: [DifferenceLine]) -> [DifferenceLine] {
        let changes = lines.indices.filter { lines[$0].isChange }
        var shown: Set<Int> = []
        for change in changes { shown.formUnion(max(0, change - context)...min(lines.count - 1, change + context)) }
        var folded: [DifferenceLine] = []
        var hidden = 0
        for (index, line) in lines.enumerated() {
            guard shown.contains(index) else {
                hidden += 1
                continue
            }
            if hidden > 0 { folded.append(.skipped(hidden)) }
            hidden = 0
            folded.append(line)
        }
        return hidden > 0 ? folded + [.skipped(hidden)] : folded
    }
}

extension DifferenceLine {
    fileprivate var isChange: Bool {
        switch self {
        case .removed, .added: true
        case .same, .skipped: false
        }
    }
}

extension CollectionDifference.Change {
    fileprivate var place: Int {
        switch self {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}
