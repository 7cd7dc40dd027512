import Engine
import Foundation

extension RecordedOutput {
    /// Whether the bytes are UTF-8.
    var isText: Bool { exactText != nil }

    /// The bytes as text, unchanged where they are UTF-8; else `{"base64":"..."}`, which loses nothing either.
    var portableText: String {
        exactText ?? JSON.object(["base64": .string(bytes.base64EncodedString())]).compactText
    }

    private var exactText: String? { String(validating: bytes, as: UTF8.self) }
}
