/// Why a tokenizer file cannot be used for counting.
package enum TokenizerError: Error, Hashable, Sendable, CustomStringConvertible {
    case notJSON(reason: String)
    /// The file has no model, or one without a vocabulary or merges.
    case incomplete(missing: String)
    case unsupportedModel(String)
    case unsupportedNormalizer(String)
    case unsupportedPreTokenizer(String)
    /// A setting of the model that changes how texts are split.
    case unsupportedSetting(String)
    /// A merge that names a token which the vocabulary lacks.
    case unknownMerge(String)

    package var description: String {
        switch self {
        case .notJSON(let reason):
            "The tokenizer file is no JSON: \(reason) Give the tokenizer.json of a Hugging Face model."
        case .incomplete(let missing):
            "The tokenizer file has no \(missing). Give the tokenizer.json of a Hugging Face model."
        case .unsupportedModel(let name): refusal("a \(name) model")
        case .unsupportedNormalizer(let name): refusal("the normalizer \(name)")
        case .unsupportedPreTokenizer(let name): refusal("the pre-tokenizer \(name)")
        case .unsupportedSetting(let name): refusal("the setting \(name)")
        case .unknownMerge(let merge):
            "The tokenizer file merges \(merge), which its vocabulary lacks. Download the file again."
        }
    }

    private func refusal(_ what: String) -> String {
        "The tokenizer file has \(what); tokens can be counted with byte-level BPE alone (the families of GPT-2, "
            + "Llama 3 and Qwen). Give such a file, or leave it out to have sizes estimated."
    }
}
