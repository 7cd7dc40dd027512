import Foundation

/// Looks for words in the outputs that were too long to read closely; each search goes through all of them, so only so
/// many are made.
struct RestSearch {
    enum Result {
        case written, absent
        /// There is a word that was not looked for any more.
        case searchesRanOut
    }

    /// The most words that are looked for.
    static let limit = 200

    private let text: Data
    /// What was looked for, and whether it is there.
    private var known: [Data: Bool] = [:]

    init(_ text: Data) {
        self.text = text
    }

    /// Whether each word of a claim is written, with no letter or digit right before or after it.
    mutating func find(_ claim: String) -> Result {
        guard !text.isEmpty else { return .absent }
        for word in claim.split(separator: " ") {
            let word = Data(word.utf8)
            guard known[word] != nil || known.count < Self.limit else { return .searchesRanOut }
            let isThere = known[word] ?? isWritten(word)
            known[word] = isThere
            guard isThere else { return .absent }
        }
        return .written
    }

    private func isWritten(_ word: Data) -> Bool {
        var start = text.startIndex
        while let place = text.range(of: word, options: [], in: start..<text.endIndex) {
            let joinsBefore = place.lowerBound > text.startIndex && text[place.lowerBound - 1].isLetterOrDigit
            let joinsAfter = place.upperBound < text.endIndex && text[place.upperBound].isLetterOrDigit
            if !joinsBefore, !joinsAfter { return true }
            start = place.lowerBound + 1
        }
        return false
    }
}

extension UInt8 {
    /// Of ASCII.
    fileprivate var isLetterOrDigit: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }
}
