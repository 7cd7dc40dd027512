/// A guess at how many tokens a text is, without any vocabulary.
///
/// Words of letters count by their length, digits and marks by their number, other scripts by character. The weights
/// were fitted to tool definitions, calls, results and questions in English as GPT-4's tokenizer (cl100k) counts them;
/// tokenizers that give each digit a token of its own count more where there are many numbers.
struct TokenEstimate {
    private var tokens = 0.0
    private var kind = Kind.blank
    private var length = 0

    private enum Kind {
        case letter, digit, mark, blank, alphabet, sign, picture
    }

    /// At least 1 for a text that is not empty.
    static func count(_ text: String) -> Int {
        guard !text.isEmpty else { return 0 }
        var estimate = TokenEstimate()
        for scalar in text.unicodeScalars { estimate.add(scalar) }
        estimate.endRun()
        return max(1, Int(estimate.tokens.rounded()))
    }

    private mutating func add(_ scalar: Unicode.Scalar) {
        let next = Self.kind(of: scalar)
        if next != kind { endRun() }
        kind = next
        length += 1
    }

    /// A single blank goes with the word after it.
    private mutating func endRun() {
        guard length > 0 else { return }
        switch kind {
        case .letter: tokens += max(1, Double(length) / 8)
        case .digit: tokens += max(1, Double(length) / 2.4)
        case .mark: tokens += max(1, Double(length) / 2.8)
        case .blank: tokens += length > 1 ? 1 : 0
        case .alphabet: tokens += max(1, Double(length) * 0.55)
        case .sign: tokens += Double(length) * 1.1
        case .picture: tokens += Double(length) * 2.5
        }
        length = 0
    }

    private static func kind(of scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A: .letter
        case 0x30...0x39: .digit
        case 0x09...0x0D, 0x20: .blank
        case ..<0x80: .mark
        // Letters of Latin script with marks, and of other alphabets.
        case 0x80...0x10FF, 0x1200...0x1FFF: .alphabet
        // Kana, Han and Hangul.
        case 0x1100...0x11FF, 0x2E80...0xD7FF, 0xF900...0xFAFF, 0x2_0000...0x3_FFFF: .sign
        // Punctuation and symbols, pictures and all the rest.
        case 0x2000...0x2E7F: .sign
        case _: .picture
        }
    }
}
