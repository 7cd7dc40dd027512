/// How words of tools and models stand in a prompt: cut to a length, and between marks that they cannot contain.
enum Quotation {
    /// The most of one output that a prompt shows, in Unicode scalars.
    static let outputLimit = 2_000
    /// The most of all outputs of one list together.
    static let listLimit = 24_000

    /// Puts a text between marks that end in a part of its hash, so that nothing in it can close them.
    static func marked(_ kind: String, _ text: String, limit: Int = outputLimit) -> String {
        let mark = "\(kind)-\(ContentHash(of: text).short)"
        return "<\(mark)>\(text.cut(to: limit))</\(mark)>"
    }

    /// A recorded output between marks; what is no text shows as replacement characters.
    static func marked(_ output: RecordedOutput, limit: Int = outputLimit) -> String {
        let mark = "output-\(output.hash.short)"
        return "<\(mark)>\(String(decoding: output.bytes, as: UTF8.self).cut(to: limit))</\(mark)>"
    }

    /// How much of each output is shown where there are several.
    static func share(of count: Int) -> Int { max(200, min(outputLimit, listLimit / max(1, count))) }
}

extension String {
    /// The first so many Unicode scalars, and a visible note of how many more there are.
    ///
    /// A character can be of any length, so characters are not counted.
    func cut(to limit: Int) -> String {
        let scalars = unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
            end < scalars.endIndex
        else { return self }
        let left = scalars.distance(from: end, to: scalars.endIndex)
        return String(scalars[..<end]) + "… [cut: \(left) more characters]"
    }

    /// The text in one line, cut.
    func line(cutTo limit: Int) -> String {
        cut(to: limit).split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}

extension Int {
    /// `1 call`, `3 calls`.
    func times(_ noun: String) -> String { self == 1 ? "1 \(noun)" : "\(self) \(noun)s" }
}
