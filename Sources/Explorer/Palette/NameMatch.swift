/// How well a name answers what was typed.
enum NameMatch {
    /// The rank, the best first; nil where the letters are not in the name in this order.
    static func rank(of wish: String, in name: String) -> Int? {
        let wish = wish.lowercased()
        let name = name.lowercased()
        if name == wish { return 0 }
        if name.hasPrefix(wish) { return 1 }
        if name.split(whereSeparator: { "- ".contains($0) }).contains(where: { $0.hasPrefix(wish) }) { return 2 }
        if name.contains(wish) { return 3 }
        return gaps(of: wish, in: name).map { 4 + $0 }
    }

    /// How many letters of the name stand between the first and the last one that were typed.
    private static func gaps(of wish: String, in name: String) -> Int? {
        var rest = wish[...]
        var skipped = 0
        for letter in name where !rest.isEmpty {
            if letter == rest.first {
                rest.removeFirst()
            } else if rest.count < wish.count {
                skipped += 1
            }
        }
        return rest.isEmpty ? skipped : nil
    }
}
