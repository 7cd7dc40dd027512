/// Finds which of some names a model means when it spells one a little differently.
enum Spelling {
    /// The name itself; else the only one that differs just in case, in punctuation, or by a namespace before it.
    static func name(meantBy text: String, among names: [String]) -> String? {
        if let same = names.first(where: { ExactText($0) == ExactText(text) }) { return same }
        let candidates = [bare(text)] + namesInNamespaces(of: text).map(bare)
        for candidate in candidates where !candidate.isEmpty {
            let meant = names.filter { bare($0) == candidate }
            if meant.count == 1 { return meant[0] }
            if meant.count > 1 { return nil }
        }
        let meant = names.filter { name in namesInNamespaces(of: name).contains { bare($0) == bare(text) } }
        return meant.count == 1 ? meant[0] : nil
    }

    /// What stands after each namespace mark, the longest first: `city_lookup` for `mcp__demo__city_lookup`.
    private static func namesInNamespaces(of text: String) -> [String] {
        var names: [String] = []
        for mark in [".", "/", ":", "__"] {
            var rest = text[...]
            while let place = rest.firstRange(of: mark) {
                rest = rest[place.upperBound...]
                names.append(String(rest))
            }
        }
        return names.sorted { $0.utf8.count > $1.utf8.count }
    }

    /// Letters and digits in lower case.
    private static func bare(_ text: String) -> String {
        String(text.lowercased().unicodeScalars.filter(\.properties.isAlphabeticOrDigit).map(Character.init))
    }
}

extension Unicode.Scalar.Properties {
    fileprivate var isAlphabeticOrDigit: Bool { isAlphabetic || numericType != nil }
}
