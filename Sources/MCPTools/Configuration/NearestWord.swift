/// Finds what was meant by a word with a mistake in it.
enum NearestWord {
    /// The candidate that takes the fewest changes; nil when none is near, which a third of the letters is.
    static func of(_ word: String, in candidates: [String]) -> String? {
        let near = candidates.map { (candidate: $0, changes: changes(from: word.lowercased(), to: $0.lowercased())) }
            .min { $0.changes < $1.changes }
        guard let near, near.changes <= max(2, near.candidate.count / 3) else { return nil }
        return near.candidate
    }

    /// How many letters have to be put in, taken out or exchanged.
    private static func changes(from word: String, to other: String) -> Int {
        // A word of any length may be asked about.
        let (word, other) = (Array(word.prefix(64)), Array(other.prefix(64)))
        var row = Array(0...other.count)
        for (index, letter) in word.enumerated() {
            var diagonal = index
            row[0] = index + 1
            for (column, letterOfOther) in other.enumerated() {
                let exchanged = diagonal + (letter == letterOfOther ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(exchanged, diagonal + 1, row[column] + 1)
            }
        }
        return row[other.count]
    }
}
