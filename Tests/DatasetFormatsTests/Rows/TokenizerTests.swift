import DatasetFormats
import Engine
import Foundation
import Testing

/// The expected counts are those of the `tokenizers` package (0.23) for the same files and texts.
@Suite("Tokenizers")
struct TokenizerTests {
    @Test(arguments: [
        (TinyTokenizer.gpt2, [5, 17, 13, 12, 17, 14, 16, 4, 0, 1, 6, 9, 7]),
        (.prefixed, [5, 18, 13, 13, 17, 15, 17, 4, 0, 1, 7, 9, 8]),
        (.llama3, [5, 17, 13, 12, 17, 14, 16, 4, 0, 1, 5, 9, 7]),
        (.qwen, [5, 17, 17, 12, 16, 14, 16, 4, 0, 1, 5, 9, 7]),
    ])
    func `count as their families do`(file: TinyTokenizer, counts: [Int]) throws {
        let tokenizer = try Tokenizer(json: file.data)

        #expect(Self.texts.map(tokenizer.count) == counts)
    }

    @Test func `read merges as one text or as two`() throws {
        let one = try Tokenizer(json: TinyTokenizer.gpt2.data)
        let two = try Tokenizer(json: TinyTokenizer.gpt2.changed(\.mergesAsPairs, true).data)

        #expect(Self.texts.map(one.count) == Self.texts.map(two.count))
        #expect(one != two)
    }

    @Test func `take a whole piece where the file says so`() throws {
        let merged = try Tokenizer(json: TinyTokenizer.llama3.changed(\.merges, []).data)
        let plain = try Tokenizer(json: TinyTokenizer.gpt2.changed(\.merges, []).data)

        #expect(merged.count("the weather") == 2)
        #expect(plain.count("the weather") == 11)
    }

    @Test func `are not slow on a long word`() throws {
        let tokenizer = try Tokenizer(json: TinyTokenizer.gpt2.data)

        #expect(tokenizer.count(String(repeating: "x", count: 50_000)) == 50_000)
        #expect(tokenizer.count(String(repeating: "th", count: 20_000)) == 20_000)
    }

    @Test(arguments: [
        ("{", "no JSON"), ("{}", "has no model"), (#"{"model":{"type":"BPE","vocab":{}}}"#, "pre-tokenizer null"),
        (#"{"model":{"type":"Unigram"}}"#, "a Unigram model"),
        (#"{"model":{"type":"WordPiece"}}"#, "a WordPiece model"),
        (#"{"model":{"type":"BPE","byte_fallback":true}}"#, "byte_fallback"),
        (#"{"model":{"type":"BPE","end_of_word_suffix":"</w>"}}"#, "end_of_word_suffix"),
        (#"{"model":{"type":"BPE"},"normalizer":{"type":"NFKC"}}"#, "the normalizer NFKC"),
        (#"{"model":{"type":"BPE"},"pre_tokenizer":{"type":"Metaspace"}}"#, "the pre-tokenizer Metaspace"),
        (
            #"{"model":{"type":"BPE"},"pre_tokenizer":{"type":"Sequence","pretokenizers":[{"type":"Split","#
                + #""pattern":{"Regex":"\\d"},"behavior":"Isolated"},{"type":"ByteLevel","use_regex":false,"#
                + #""add_prefix_space":false}]}}"#, #"Split (Isolated) by \d"#
        ),
        (#"{"model":{"type":"BPE","vocab":{}},"pre_tokenizer":{"type":"ByteLevel"}}"#, "has no vocabulary"),
        (#"{"model":{"type":"BPE","vocab":{"a":0}},"pre_tokenizer":{"type":"ByteLevel"}}"#, "has no merges"),
        (
            #"{"model":{"type":"BPE","vocab":{"a":0},"merges":["a b"]},"pre_tokenizer":{"type":"ByteLevel"}}"#,
            #"merges "a b""#
        ),
    ])
    func `that are not built are refused, and named`(text: String, words: String) {
        let error = #expect(throws: TokenizerError.self) { try Tokenizer(json: Data(text.utf8)) }

        #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    }

    /// GPT-4's tokenizer (cl100k, by tiktoken) counts these.
    @Test(arguments: [
        (
            "Our teacher was full of praise for the last author we read; could you name some of her books, and has the "
                + "first one been made into a film?", 32
        ),
        (
            #"{"type":"function","function":{"name":"city_lookup","description":"Finds a city by its name.","#
                + #""parameters":{"type":"object","properties":{"name":{"type":"string","description":"Name of the "#
                + #"city"}},"required":["name"],"additionalProperties":false}}}"#, 53
        ),
        (#"{"latitude":59.91273,"longitude":10.74609,"time_zone":"Europe/Oslo","population":709037}"#, 28),
    ])
    func `are estimated within 15 per cent for English and JSON`(text: String, tokens: Int) {
        let estimate = Double(TokenCounting.estimated.count(text))

        #expect(abs(estimate - Double(tokens)) <= 0.15 * Double(tokens), "\(estimate)")
    }

    private static let texts = [
        "the weather in the north", "They're WE'LL it's I'D", "1000 and 20245 or 7", "a  b   \n\n  c \t",
        "naïve cafe\u{301} über", "{\"name\":\"the name\"}\n\n\n  x", "東京 — 12年", "<|end|>the<|end|> weather", "",
        " the", "!!!\n\nthe", "it'ſ 'Ve", "\u{A0}the\u{2028}name",
    ]
}
