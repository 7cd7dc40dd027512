import Foundation

/// A key that cannot be printed.
package struct Secret: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let value: String

    package init(_ value: String) {
        self.value = value
    }

    package var description: String { "<secret>" }
    package var debugDescription: String { "<secret>" }
    package var customMirror: Mirror { Mirror(self, children: []) }

    /// What the bearer header says.
    ///
    /// For the header of a request, and nothing else.
    var bearer: String { "Bearer \(value)" }

    /// What a header with user and password says after `Basic`.
    ///
    /// For the header of a request, and nothing else.
    var basic: String { Data(value.utf8).base64EncodedString() }

    /// The text with every mention of the key, plain or as JSON, a URL or base64 writes it, taken out.
    package func masked(in text: String) -> String {
        guard value.utf8.count >= 4 else { return text }
        return forms.reduce(text) { $0.replacing($1, with: description) }
    }

    /// Whether bytes have the key in them, plain or as JSON, a URL or base64 writes it.
    package func isRepeated(in bytes: Data) -> Bool {
        value.utf8.count >= 4 && forms.contains { bytes.range(of: Data($0.utf8)) != nil }
    }

    /// The longest first, so that none hides a part of another.
    private var forms: [String] {
        let json = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        let url = value.addingPercentEncoding(withAllowedCharacters: .urlUnreserved) ?? value
        return Set([value, json, json.replacing("/", with: "\\/"), url, basic]).sorted {
            ($1.count, $1) < ($0.count, $0)
        }
    }
}

extension CharacterSet {
    fileprivate static let urlUnreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}
