import Engine

/// Names as identifiers of Python, since calls are compared as Python text.
///
/// A name that is an identifier stays. In any other each forbidden character becomes `_`, and a keyword gets one more
/// at its end; where that would make two names alike, the changed ones end in a part of their hash.
struct PythonNames {
    private var identifiers: [[UInt8]: String] = [:]
    /// The names that had to change, in the order in which they were given.
    private(set) var changed: [(original: String, identifier: String)] = []

    init(_ names: [String]) {
        var taken = Set(names.filter(\.isIdentifier))
        let rivals = Dictionary(grouping: names.filter { !$0.isIdentifier }, by: \.madeIdentifier)
        for name in names where identifiers[Array(name.utf8)] == nil {
            let made = name.madeIdentifier
            let isFree = !taken.contains(made) && rivals[made, default: []].count == 1
            let identifier = name.isIdentifier || isFree ? made : Self.hashed(name, avoiding: taken)
            taken.insert(identifier)
            identifiers[Array(name.utf8)] = identifier
            if !name.isIdentifier { changed.append((name, identifier)) }
        }
    }

    subscript(name: String) -> String { identifiers[Array(name.utf8)] ?? name.madeIdentifier }

    private static func hashed(_ name: String, avoiding taken: Set<String>) -> String {
        let hash = ContentHash(of: name).hex
        let texts = (8...hash.count).lazy.map { name.madeIdentifier + "_" + hash.prefix($0) }
        return texts.first { !taken.contains($0) } ?? "_" + hash
    }
}

extension String {
    fileprivate var isIdentifier: Bool {
        guard let first = unicodeScalars.first, !first.isDigit, !Self.keywords.contains(self) else { return false }
        return unicodeScalars.allSatisfy(\.isIdentifierPart)
    }

    fileprivate var madeIdentifier: String {
        let body = String(UnicodeScalarView(unicodeScalars.map { $0.isIdentifierPart ? $0 : "_" }))
        if Self.keywords.contains(body) { return body + "_" }
        return body.unicodeScalars.first?.isDigit ?? true ? "_" + body : body
    }

    private static let keywords: Set<String> = [
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
        "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
        "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
    ]
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

    /// Python also takes other letters, and then makes some of them alike.
    fileprivate var isIdentifierPart: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9", "_": true
        case _: false
        }
    }
}
