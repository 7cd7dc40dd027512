import Foundation

/// A name as it is searched for: without case, accents, spaces and punctuation.
struct SearchText: Hashable, Sendable {
    let text: String

    init(_ name: String) {
        let letters = name.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
        text = String(String.UnicodeScalarView(letters.unicodeScalars.flatMap(Self.plain)))
    }

    var isEmpty: Bool { text.isEmpty }

    /// Whether the other text occurs in this one.
    func contains(_ other: SearchText) -> Bool {
        !other.isEmpty && text.contains(other.text)
    }

    /// Letters that Unicode does not take apart.
    private static func plain(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        switch scalar {
        case "ø": ["o"]
        case "ł": ["l"]
        case "đ", "ð": ["d"]
        case "æ": ["a", "e"]
        case "œ": ["o", "e"]
        case "ß": ["s", "s"]
        case "þ": ["t", "h"]
        case "ı": ["i"]
        default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? [scalar] : []
        }
    }
}
