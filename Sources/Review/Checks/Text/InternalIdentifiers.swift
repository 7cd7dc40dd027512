import Engine

/// Identifiers that tools gave and that no person knows: UUIDs, long hexadecimal numbers, `htl_9f3a77c1`.
struct InternalIdentifiers {
    /// Those that a query says although an output was the first to have them.
    let inQuery: [String]
    /// Those of an output that a response says, and that the query did not.
    let inResponse: [String]

    init(_ subject: CheckSubject) {
        let query = Self.identifiers(in: subject.query)
        let response = Self.identifiers(in: subject.response).subtracting(query)
        guard !query.isEmpty || !response.isEmpty else {
            (inQuery, inResponse) = ([], [])
            return
        }
        var given: Set<String> = []
        var produced: Set<String> = []
        for step in subject.steps {
            for leaf in step.call.arguments.leaves { given.formUnion(Self.identifiers(in: leaf.value.string ?? "")) }
            for leaf in subject.outputs[step.number]?.leaves ?? [] {
                guard let text = leaf.value.string, text.utf8.count <= 100 else { continue }
                let isName = leaf.path.lastKey.lowercased().hasSuffix("id")
                produced.formUnion(Self.identifiers(in: text).filter { isName && !given.contains($0) })
            }
        }
        inQuery = query.intersection(produced).sorted()
        inResponse = response.intersection(produced).sorted()
    }

    private static func identifiers(in text: String) -> Set<String> {
        let words = text.split { !($0.isASCII && ($0.isWritten || $0 == "_" || $0 == "-")) }
        return Set(words.filter(isInternal).map(String.init))
    }

    private static func isInternal(_ word: Substring) -> Bool {
        guard word.utf8.count >= 8, word.contains(where: \.isNumber) else { return false }
        let isHexadecimal = word.allSatisfy { $0.isHexDigit || $0 == "-" }
        if isHexadecimal { return word.count(where: \.isHexDigit) >= 16 && word.contains(where: \.isLetter) }
        guard let sign = word.lastIndex(of: "_") else { return false }
        let tail = word[word.index(after: sign)...]
        return tail.count >= 6 && tail.contains(where: \.isNumber) && tail.allSatisfy(\.isWritten)
    }
}
