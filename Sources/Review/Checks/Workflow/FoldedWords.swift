import Foundation

/// Cuts texts into words that can be compared.
enum FoldedWords {
    /// Lower-case words without accents; `camelCase` and `snake_case` fall apart, a letter of Chinese or Japanese is a
    /// word of its own.
    static func of(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return bytes.allSatisfy { $0 < 0x80 } ? plain(bytes) : mixed(text)
    }

    /// The same for ASCII, many times as fast.
    private static func plain(_ bytes: [UInt8]) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        var previousIsLower = false
        func end() {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        for byte in bytes {
            switch byte {
            case 0x41...0x5A:
                if previousIsLower { end() }
                word.append(byte + 0x20)
            case 0x30...0x39, 0x61...0x7A: word.append(byte)
            case 0x27: break
            case _: end()
            }
            previousIsLower = (0x61...0x7A).contains(byte)
        }
        end()
        return words
    }

    private static func mixed(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        var previousIsLower = false
        func end() {
            if !word.isEmpty { words.append(word) }
            word = ""
        }
        for character in text {
            guard character.isWritten else {
                if character != "'" && character != "’" { end() }
                previousIsLower = false
                continue
            }
            if isIdeograph(character) {
                end()
                words.append(fold(character))
                continue
            }
            if previousIsLower, character.isUppercase { end() }
            previousIsLower = character.isLowercase
            word += fold(character)
        }
        end()
        return words
    }

    /// Lower case, no accents, full-width forms as usual ones.
    static func fold(_ character: Character) -> String {
        if let ascii = character.asciiValue {
            return (0x41...0x5A).contains(ascii) ? String(UnicodeScalar(ascii + 0x20)) : String(character)
        }
        return String(character).folding(
            options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    }

    /// Whether the script has no spaces between words: Chinese characters, kana, Thai.
    static func isIdeograph(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first?.value else { return false }
        switch scalar {
        case 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF, 0x0E00...0x0E7F: return true
        case _: return false
        }
    }
}
