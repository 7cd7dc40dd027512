import Foundation

/// A text on its way to the clipboard of the terminal, which may be on another machine (OSC 52 of xterm).
struct Clipboard {
    /// Bytes of text that are sent at most: terminals drop longer ones without a word.
    static let limit = 74_994

    /// The bytes to send; nil for a text that is too long.
    static func sequence(for text: String) -> [UInt8]? {
        let bytes = Data(text.utf8)
        guard bytes.count <= limit else { return nil }
        return Array("\u{1B}]52;c;\(bytes.base64EncodedString())\u{07}".utf8)
    }
}
