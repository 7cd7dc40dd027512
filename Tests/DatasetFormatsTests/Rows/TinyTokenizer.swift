import Engine
import Foundation
import Testing

/// A tokenizer file with every byte and a few dozen learnt tokens, as the families write it.
struct TinyTokenizer: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var preTokenizer: JSON
    var normalizer: JSON = nil
    var takesWholePieces = false
    var mergesAsPairs = false
    var merges = Self.learnt

    static let gpt2 = TinyTokenizer(testDescription: "GPT-2", preTokenizer: byteLevel(addsBlank: false))
    static let prefixed = TinyTokenizer(testDescription: "with a blank", preTokenizer: byteLevel(addsBlank: true))
    static let llama3 = TinyTokenizer(
        testDescription: "Llama 3", preTokenizer: split(digits: #"\p{N}{1,3}"#), takesWholePieces: true)
    static let qwen = TinyTokenizer(
        testDescription: "Qwen", preTokenizer: split(digits: #"\p{N}"#), normalizer: ["type": "NFC"])

    func changed<Value>(_ part: WritableKeyPath<Self, Value>, _ value: Value) -> Self {
        var copy = self
        copy[keyPath: part] = value
        return copy
    }

    var data: Data {
        let tokens = Self.alphabet + Self.learnt.map { $0.replacing(" ", with: "") }
        let vocabulary = tokens.enumerated().map { JSON.Object.Member(key: $1, value: .number(JSON.Number($0))) }
        let merges = merges.map { merge -> JSON in
            mergesAsPairs ? .array(merge.split(separator: " ").map { .string(String($0)) }) : .string(merge)
        }
        let file: JSON = [
            "added_tokens": [
                ["id": .number(JSON.Number(tokens.count)), "content": "<|end|>", "normalized": false, "special": true]
            ],
            "normalizer": normalizer, "pre_tokenizer": preTokenizer,
            "model": [
                "type": "BPE", "ignore_merges": .bool(takesWholePieces), "vocab": .object(JSON.Object(vocabulary)),
                "merges": .array(merges),
            ],
        ]
        return Data(file.compactText.utf8)
    }

    private static func byteLevel(addsBlank: Bool) -> JSON {
        ["type": "ByteLevel", "add_prefix_space": .bool(addsBlank), "use_regex": true]
    }

    private static func split(digits: String) -> JSON {
        let pattern =
            #"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|"# + digits
            + #"| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"#
        return [
            "type": "Sequence",
            "pretokenizers": [
                ["type": "Split", "pattern": ["Regex": .string(pattern)], "behavior": "Isolated", "invert": false],
                ["type": "ByteLevel", "add_prefix_space": false, "use_regex": false],
            ],
        ]
    }

    /// The printable bytes as they are, the other 68 from U+0100 on.
    private static let alphabet: [String] = {
        let printable = Array(0x21...0x7E) + Array(0xA1...0xAC) + Array(0xAE...0xFF)
        return (printable + Array(0x100..<0x144)).compactMap(UnicodeScalar.init).map { String(Character($0)) }
    }()

    private static let learnt = [
        "t h", "th e", "Ġ the", "e a", "Ġ i", "Ġ w", "Ġ n", "the r", "ea ther", "Ġw eather", "0 0", "\" :",
        "1 00", "a m", "r e", "Ġ Ġ", "am e", "o f", "o r", "s ea", "Ġ of", "Ġ sea", "Ġi n", "Ġi s", "Ġn or",
        "Ġnor th", "b e", "be r", "\" ,", "' d", "' l", "' s", "' re", "0 2", "2 02", "a l", "a n", "m ber",
        "n ame", "r n", "t u", "u e", "u mber", "v al", "{ \"", "Ċ Ċ", "Ġ I", "Ġ 100",
    ]
}
