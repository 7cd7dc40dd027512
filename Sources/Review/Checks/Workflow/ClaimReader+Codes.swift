// Codes.
extension ClaimReader {
    /// Pieces of one code, at most.
    private static let longestCode = 24

    /// A run without spaces that begins with a letter and has a digit.
    func code(at index: Int) -> Claim? {
        guard tokens[index].text.first?.isASCII == true else { return nil }
        var end = index + 1
        var hasDigit = false
        while end < tokens.count, tokens[end].isGlued, end - index < Self.longestCode {
            let isEnd = end + 1 >= tokens.count || !tokens[end + 1].isGlued || tokens[end + 1].kind == .mark
            if tokens[end].kind == .mark, isEnd || !["-", "_", "/"].contains(tokens[end].text) { break }
            if tokens[end].kind == .number { hasDigit = true }
            end += 1
        }
        guard hasDigit else { return nil }
        // "EUR250" is an amount, "UTC+2" is left alone by the marks above.
        if end == index + 2, tokens[index].text.count == 3, tokens[index].text.allSatisfy(\.isUppercase),
            Units.currencies.contains(tokens[index].text)
        {
            return nil
        }
        return Claim(content: .code(tokens[index..<end].map(\.text).joined()), range: index..<end)
    }
}
