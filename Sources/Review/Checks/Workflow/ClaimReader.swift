/// Finds the claims of a text, from its first token to its last.
struct ClaimReader {
    let tokens: [TextToken]

    var claims: [Claim] {
        var claims: [Claim] = []
        var index = 0
        while index < tokens.count {
            if let claim = claim(at: index) {
                claims.append(claim)
                index = max(index + 1, claim.range.upperBound)
            } else {
                index += 1
            }
        }
        return claims
    }

    private func claim(at index: Int) -> Claim? {
        switch tokens[index].kind {
        case .link: return Claim(content: .link(tokens[index].text), range: index..<index + 1)
        case .word: return day(fromWord: index) ?? code(at: index) ?? small(at: index)
        case .number: return day(fromNumber: index) ?? time(at: index) ?? duration(at: index) ?? number(at: index)
        case .mark: return nil
        }
    }

    private func number(at index: Int) -> Claim {
        Claim(content: .number(WrittenNumber(tokens[index].text)), range: index..<index + 1)
    }

    private func small(at index: Int) -> Claim? {
        guard let value = NumberWord.value(of: tokens[index].folded) else { return nil }
        return Claim(content: .small(value), range: index..<index + 1)
    }
}

// What stands at a place.
extension ClaimReader {
    func text(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].text : "" }

    func word(_ index: Int) -> String {
        tokens.indices.contains(index) && tokens[index].kind == .word ? tokens[index].folded : ""
    }

    /// The whole number of ASCII digits at a place; nil for anything else.
    func int(_ index: Int) -> Int? {
        guard tokens.indices.contains(index), tokens[index].kind == .number, tokens[index].text.count <= 9 else {
            return nil
        }
        let text = tokens[index].text
        if text.utf8.allSatisfy(\.isDigit) { return text.utf8.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
        return text.allSatisfy(\.isWholeNumber)
            ? Int(text.compactMap(\.wholeNumberValue).map(String.init).joined()) : nil
    }

    func isGlued(_ index: Int) -> Bool { tokens.indices.contains(index) && tokens[index].isGlued }
}
