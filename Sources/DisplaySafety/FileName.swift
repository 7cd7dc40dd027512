/// Names for files whose wish for a name comes from data.
package enum FileName {
    private static let longest = 100

    /// A harmless name: ASCII letters, digits, `.`, `_` and `-`, at most 100 of them, no leading dot or dash.
    ///
    /// Every other character becomes `_`; a name with nothing left becomes `unnamed`.
    package static func safe(_ wish: String) -> String {
        let kept = wish.unicodeScalars.prefix(longest).map { allowed.contains($0) ? Character($0) : "_" }
        let name = String(kept.drop { $0 == "." || $0 == "-" })
        return name.isEmpty ? "unnamed" : name
    }

    private static let allowed = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-".unicodeScalars)
}
