import Engine

/// When two samples are alike: their calls are equal, or they ask the same.
package enum Likeness {
    /// The same number for equal calls in the same order; nil for none.
    ///
    /// It depends on the number of the calls before, so that a list may grow without being read again.
    package static func calls(_ calls: some Sequence<ToolCall>, after earlier: Int64? = nil) -> Int64? {
        calls.reduce(earlier) { number, call in
            self.number(of: (number.map { "\($0)" } ?? "") + " " + call.contentHash.hex)
        }
    }

    /// The same number for queries that differ in case, spaces and punctuation only; nil for one without words.
    package static func query(_ query: String) -> Int64? {
        let words = query.lowercased().split { !($0.isLetter || $0.isNumber || "_'-".contains($0)) }
        return words.isEmpty ? nil : number(of: words.joined(separator: " "))
    }

    /// The first 64 bits of a hash: a million samples meet by chance once in thirty million files.
    private static func number(of text: String) -> Int64 {
        Int64(bitPattern: UInt64(ContentHash(of: text).hex.prefix(16), radix: 16) ?? 0)
    }
}
