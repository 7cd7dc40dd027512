/// Finds the name that was probably meant.
package enum NearestName {
    /// The name with the fewest letters to change, or nil where more than half of them would have to.
    package static func of(_ wish: String, in names: some Sequence<String>) -> String? {
        let candidates = names.map { (name: $0, distance: distance(wish, $0)) }
        let best = candidates.min { ($0.distance, $0.name) < ($1.distance, $1.name) }
        return best.flatMap { $0.distance <= max(1, wish.count / 2) ? $0.name : nil }
    }

    private static func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right.prefix(100))
        var row = Array(0...right.count)
        for (index, letter) in left.prefix(100).enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let changed = diagonal + (letter == right[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(changed, row[column] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
