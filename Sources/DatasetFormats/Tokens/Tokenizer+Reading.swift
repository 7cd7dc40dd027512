import Engine
import Foundation

extension Tokenizer {
    /// Reads the `tokenizer.json` of a Hugging Face model.
    ///
    /// - Throws: ``TokenizerError`` when it is no such file, or one whose counting is not built: it then names what.
    package init(json data: Data) throws(TokenizerError) {
        let file: JSON
        do { file = try JSON(parsing: data, limits: .init(keysPerObject: 10_000_000)) } catch {
            throw .notJSON(reason: "\(error)")
        }
        guard let model = file["model"], model.object != nil else { throw .incomplete(missing: "model") }
        try Self.check(model)
        composes = try Self.composes(file["normalizer"])
        preTokenizer = try Self.preTokenizer(file["pre_tokenizer"])
        pairs = try Self.pairs(model)
        hash = ContentHash(of: data)
        let added = (file["added_tokens"]?.array ?? []).map(AddedToken.init)
        if let whole = added.first(where: \.isWholeWord) { throw .unsupportedSetting("single_word of \(whole.text)") }
        exactTokens = AddedTokens(added.filter { !$0.isNormalized }.map(\.token))
        normalizedTokens = AddedTokens(added.filter(\.isNormalized).map(\.token))
    }

    private static func check(_ model: JSON) throws(TokenizerError) {
        let type = model["type"]?.string ?? (model["merges"] == nil ? "untyped" : "BPE")
        guard type == "BPE" else { throw .unsupportedModel(type) }
        for setting in ["continuing_subword_prefix", "end_of_word_suffix"] {
            if model[setting]?.string?.isEmpty == false { throw .unsupportedSetting(setting) }
        }
        if model["byte_fallback"]?.bool == true { throw .unsupportedSetting("byte_fallback (SentencePiece)") }
        if let dropout = model["dropout"]?.double, dropout > 0 { throw .unsupportedSetting("dropout") }
    }

    /// Whether texts are brought into composed form (NFC) first.
    private static func composes(_ normalizer: JSON?) throws(TokenizerError) -> Bool {
        guard let normalizer, !normalizer.isNull else { return false }
        let type = normalizer["type"]?.string ?? "without a type"
        if type == "NFC" { return true }
        guard type == "Sequence", let parts = normalizer["normalizers"]?.array else {
            throw .unsupportedNormalizer(type)
        }
        var composes = false
        for part in parts where try Self.composes(part) { composes = true }
        return composes
    }

    private static func preTokenizer(_ json: JSON?) throws(TokenizerError) -> PreTokenizer {
        guard let json, !json.isNull else { throw .unsupportedPreTokenizer("null") }
        let parts = json["type"] == "Sequence" ? json["pretokenizers"]?.array ?? [] : [json]
        let types = parts.map { $0["type"]?.string ?? "without a type" }
        guard types.last == "ByteLevel", let bytes = parts.last, parts.count <= 2 else {
            throw .unsupportedPreTokenizer(types.joined(separator: ", "))
        }
        let addsBlank = bytes["add_prefix_space"]?.bool ?? true
        let usesPattern = bytes["use_regex"]?.bool ?? true
        guard parts.count == 2 else {
            guard usesPattern else { throw .unsupportedPreTokenizer("ByteLevel without a pattern") }
            return PreTokenizer(family: .gpt2, addsBlank: addsBlank)
        }
        guard types[0] == "Split", !usesPattern, !addsBlank else {
            throw .unsupportedPreTokenizer(types.joined(separator: ", "))
        }
        return PreTokenizer(family: try family(parts[0]), addsBlank: false)
    }

    /// Matches are pieces either way: kept as they are, or what is not matched removed, of which there is nothing.
    private static func family(_ split: JSON) throws(TokenizerError) -> PreTokenizer.Family {
        let pattern = split["pattern"]?["Regex"]?.string ?? "of another kind"
        let inverted = split["invert"]?.bool ?? false
        let behavior = split["behavior"]?.string ?? "Isolated"
        guard let family = PreTokenizer.family(of: pattern),
            (behavior == "Isolated" && !inverted) || (behavior == "Removed" && inverted)
        else { throw .unsupportedPreTokenizer("Split (\(behavior)) by \(pattern)") }
        return family
    }
}

extension Tokenizer {
    private static func pairs(_ model: JSON) throws(TokenizerError) -> BytePairs {
        guard let members = model["vocab"]?.object?.members, !members.isEmpty else {
            throw .incomplete(missing: "vocabulary")
        }
        guard let merges = model["merges"]?.array else { throw .incomplete(missing: "merges") }
        var vocabulary: [[UInt8]: Int] = [:]
        vocabulary.reserveCapacity(members.count)
        for member in members {
            guard let bytes = ByteAlphabet.bytes(of: member.key), let id = Int(member.value) else { continue }
            vocabulary[bytes] = id
        }
        return BytePairs(
            vocabulary: vocabulary, merges: try ranked(merges, vocabulary),
            takesWholePieces: model["ignore_merges"]?.bool ?? false, hasUnknown: model["unk_token"]?.string != nil)
    }

    private static func ranked(
        _ merges: [JSON], _ vocabulary: [[UInt8]: Int]
    ) throws(TokenizerError) -> [BytePairs.Pair: BytePairs.Merge] {
        var ranked: [BytePairs.Pair: BytePairs.Merge] = [:]
        ranked.reserveCapacity(merges.count)
        for (rank, merge) in merges.enumerated() {
            guard let sides = sides(of: merge), let left = vocabulary[sides.left], let right = vocabulary[sides.right],
                let token = vocabulary[sides.left + sides.right]
            else { throw .unknownMerge(merge.compactText) }
            ranked[BytePairs.Pair(left: left, right: right)] = BytePairs.Merge(rank: rank, token: token)
        }
        return ranked
    }

    /// `"a b"` in older files, `["a", "b"]` in newer ones.
    private static func sides(of merge: JSON) -> (left: [UInt8], right: [UInt8])? {
        let texts = merge.string?.split(separator: " ").map(String.init) ?? merge.array?.compactMap(\.string) ?? []
        guard texts.count == 2, let left = ByteAlphabet.bytes(of: texts[0]),
            let right = ByteAlphabet.bytes(of: texts[1])
        else { return nil }
        return (left, right)
    }
}

extension Int {
    /// Small whole numbers are most of a vocabulary; they need no exact decimal.
    fileprivate init?(_ json: JSON) {
        guard let text = json.number?.text, let value = Int(text) else { return nil }
        self = value
    }
}

private struct AddedToken {
    let text: String
    let isWholeWord: Bool
    let isNormalized: Bool
    let token: AddedTokens.Token

    init(_ json: JSON) {
        text = json["content"]?.string ?? ""
        isWholeWord = json["single_word"]?.bool ?? false
        isNormalized = json["normalized"]?.bool ?? true
        token = AddedTokens.Token(
            text: text, strips: (json["lstrip"]?.bool ?? false, json["rstrip"]?.bool ?? false))
    }
}
