import Engine
import Foundation

/// Counts the tokens of texts as a model's own tokenizer does: byte-level BPE, read from a `tokenizer.json`.
///
/// What a model adds around a text (a token at its beginning, a chat template) is not counted.
package struct Tokenizer: Sendable {
    /// Tells which file it was read from.
    package let hash: ContentHash
    let pairs: BytePairs
    let preTokenizer: PreTokenizer
    /// Found before the text is normalised.
    let exactTokens: AddedTokens
    /// Found after it was.
    let normalizedTokens: AddedTokens
    let composes: Bool

    /// How many tokens a text is.
    package func count(_ text: String) -> Int {
        var memory: [[UInt8]: Int] = [:]
        return exactTokens.parts(of: text[...]).reduce(0) { sum, part in
            switch part {
            case .token: sum + 1
            case .text(let text): sum + count(normalized: composed(text), &memory)
            }
        }
    }

    private func count(normalized text: Substring, _ memory: inout [[UInt8]: Int]) -> Int {
        var sum = 0
        for part in normalizedTokens.parts(of: text) {
            switch part {
            case .token: sum += 1
            case .text(let text): for piece in preTokenizer.pieces(of: text) { sum += count(piece, &memory) }
            }
        }
        return sum
    }

    /// Words come again and again.
    private func count(_ piece: [UInt8], _ memory: inout [[UInt8]: Int]) -> Int {
        if let known = memory[piece] { return known }
        let count = pairs.count(piece)
        memory[piece] = count
        return count
    }

    private func composed(_ text: Substring) -> Substring {
        composes && !text.utf8.allSatisfy { $0 < 0x80 } ? text.precomposedStringWithCanonicalMapping[...] : text
    }
}

extension Tokenizer: Hashable {
    package static func == (left: Self, right: Self) -> Bool { left.hash == right.hash }

    package func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}
