/// Splits text into the pieces that tokens never cross, as the pattern of a tokenizer family does.
struct PreTokenizer: Hashable, Sendable {
    /// The published patterns that are known; each is scanned by hand.
    enum Family: Hashable, Sendable {
        /// Letters, digits or marks with a blank before them; contractions in lower case.
        case gpt2
        /// Any mark before letters, digits in groups, line ends apart.
        case cl100k(digits: Int)
    }

    let family: Family
    /// Whether a text that begins otherwise is given a blank before it.
    let addsBlank: Bool

    /// The family whose pattern this is; nil for a pattern that is not known.
    static func family(of pattern: String) -> Family? {
        for digits in [#"\p{N}{1,3}"#, #"\p{N}"#] {
            for contractions in ["(?i:'s|'t|'re|'ve|'m|'ll|'d)", "'(?i:[sdmt]|ll|ve|re)"] {
                let known =
                    contractions + #"|[^\r\n\p{L}\p{N}]?\p{L}+|"# + digits
                    + #"| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"#
                if pattern == known { return .cl100k(digits: digits == #"\p{N}"# ? 1 : 3) }
            }
        }
        let plain = #"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"#
        return pattern == plain ? .gpt2 : nil
    }

    /// The pieces, in order; together they are the text.
    func pieces(of text: some StringProtocol) -> [[UInt8]] {
        let needsBlank = addsBlank && !text.isEmpty && text.unicodeScalars.first != " "
        var scan = PieceScan((needsBlank ? " " + String(text) : String(text)).unicodeScalars, family)
        var pieces: [[UInt8]] = []
        while let piece = scan.next() { pieces.append(piece) }
        return pieces
    }
}
