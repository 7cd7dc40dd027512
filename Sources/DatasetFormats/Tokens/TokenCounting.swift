import Engine

/// How the sizes of rows are told.
package enum TokenCounting: Hashable, Sendable {
    /// Guessed from letters, digits and scripts: within some 15 % of common tokenizers for English and JSON.
    case estimated
    /// Counted with the tokenizer of a model.
    case counted(Tokenizer)

    /// How many tokens a text is.
    package func count(_ text: String) -> Int {
        switch self {
        case .estimated: TokenEstimate.count(text)
        case .counted(let tokenizer): tokenizer.count(text)
        }
    }

    /// As the manifest keeps it.
    var json: JSON {
        switch self {
        case .estimated: "estimated"
        case .counted(let tokenizer): .string("tokenizer \(tokenizer.hash.hex)")
        }
    }
}
