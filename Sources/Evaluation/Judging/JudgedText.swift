import Engine

/// How a judge is shown what it judges: between marks that nothing in it can close, and cut visibly.
enum JudgedText {
    /// The first so many Unicode scalars, between marks that end in a part of the text's hash.
    static func marked(_ kind: String, _ text: String, _ limit: Int) -> String {
        let mark = "\(kind)-\(ContentHash(of: text).short)"
        return "<\(mark)>\n\(text.head(limit))\n</\(mark)>"
    }

    /// One entry after the other, as many as `limit` Unicode scalars hold; how many are left out is said.
    static func list(_ kind: String, _ entries: [String], _ limit: Int) -> String {
        guard !entries.isEmpty else { return "None." }
        var left = limit
        let told = entries.prefix { entry in
            left -= entry.unicodeScalars.count
            return left >= 0
        }
        let rest = entries.count - told.count
        let note = rest > 0 ? "\n[cut: \(rest) more \(kind)]" : ""
        return marked(kind, told.joined(separator: "\n") + note, .max)
    }
}

extension String {
    /// The first so many Unicode scalars, and a visible note of how many more there are.
    func head(_ limit: Int) -> String {
        let scalars = unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
            end < scalars.endIndex
        else { return self }
        let left = scalars.distance(from: end, to: scalars.endIndex)
        return String(scalars[..<end]) + "… [cut: \(left) more characters]"
    }
}
