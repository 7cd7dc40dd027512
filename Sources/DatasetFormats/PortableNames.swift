import Engine

/// The names that tools have in exported files, where only `[a-zA-Z0-9_-]{1,64}` is allowed.
///
/// A name that is allowed stays. In any other each forbidden character becomes `_`; where that would make two names
/// alike, the changed ones end in a part of their hash. No two tools share a name, so the map can be read backwards,
/// and a tool's name does not depend on the order in which tools are met.
package struct PortableNames: Hashable, Sendable {
    private let portable: [ToolName: String]
    private let originals: [String: ToolName]

    /// Names that need no change are kept as they are, whatever they look like.
    static let unchanged = PortableNames([])

    init(_ names: Set<ToolName>) {
        let allowed = names.filter { Self.isAllowed($0.text) }
        var taken = Set(allowed.map(\.text))
        let others = names.subtracting(allowed).sorted()
        let rivals = Dictionary(grouping: others) { Self.allowedText(of: $0) }
        var portable = Dictionary(uniqueKeysWithValues: allowed.map { ($0, $0.text) })
        for (text, group) in rivals where group.count == 1 && !taken.contains(text) && Self.isAllowed(text) {
            portable[group[0]] = text
        }
        taken.formUnion(portable.values)
        for name in others where portable[name] == nil {
            let text = Self.hashedText(of: name, avoiding: taken)
            taken.insert(text)
            portable[name] = text
        }
        self.portable = portable
        originals = Dictionary(uniqueKeysWithValues: portable.map { ($0.value, $0.key) })
    }

    /// The name in the files.
    package subscript(name: ToolName) -> String { portable[name] ?? name.text }

    /// The tool that a name in the files stands for; nil when none has it.
    package func original(of portable: String) -> ToolName? { originals[portable] }

    /// The names that had to change, in the order of the originals.
    package var changed: [(original: ToolName, portable: String)] {
        portable.filter { $0.key.text != $0.value }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private static let longest = 64

    private static func isAllowed(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= longest && text.unicodeScalars.allSatisfy(isAllowed)
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
        case _: false
        }
    }

    private static func allowedText(of name: ToolName) -> String {
        String(String.UnicodeScalarView(name.text.unicodeScalars.map { isAllowed($0) ? $0 : "_" }))
    }

    private static func hashedText(of name: ToolName, avoiding taken: Set<String>) -> String {
        let hash = ContentHash(of: name.text).hex
        let text = allowedText(of: name)
        let texts = (8..<longest).lazy.map { digits -> String in
            text.prefix(longest - 1 - digits) + "_" + hash.prefix(digits)
        }
        return texts.first { !taken.contains($0) } ?? String(hash.prefix(longest))
    }
}
