import Foundation

/// The bytes a tool answered with, exactly as they came, and their hash.
package struct RecordedOutput: Hashable, Sendable {
    /// The bytes as received; never decoded and encoded again.
    package let bytes: Data
    /// The SHA-256 of `bytes`.
    package let hash: ContentHash

    package init(_ bytes: Data) {
        self.bytes = bytes
        hash = ContentHash(of: bytes)
    }

    package init(_ text: String) {
        self.init(Data(text.utf8))
    }

    package init(_ value: JSON) {
        self.init(value.compactText)
    }

    /// The bytes as JSON; nil when they are not one valid JSON text.
    package var json: JSON? {
        try? JSON(parsing: bytes)
    }

    /// Whether the output carries nothing: no bytes, white space, `null`, `{}`, `[]`, `""`, or an object that has only
    /// such values.
    ///
    /// It is judged by its structure; the words in it mean nothing.
    package var isEmpty: Bool {
        guard bytes.count <= 4096 else { return false }
        if bytes.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) { return true }
        return json?.carriesNothing ?? false
    }

    package static func == (left: RecordedOutput, right: RecordedOutput) -> Bool {
        left.hash == right.hash
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(hash)
    }
}

extension JSON {
    fileprivate var carriesNothing: Bool {
        switch self {
        case .null: true
        case .string(let text): text.isEmpty
        case .array(let items): items.isEmpty
        case .object(let object): object.members.allSatisfy(\.value.carriesNothing)
        case .bool, .number: false
        }
    }
}

/// Keeps the bytes of recorded outputs beside the values that mention them.
///
/// A ledger puts one into an encoder's or a decoder's `userInfo` under ``Swift/CodingUserInfoKey/outputShelf``; each
/// output is then written as its hash alone. Without a shelf the bytes travel inside, as base64.
package protocol OutputShelf: Sendable {
    /// Keeps an output; called once for each mention.
    func keep(_ output: RecordedOutput)
    /// The bytes kept under a hash; nil when there are none.
    func bytes(of hash: ContentHash) -> Data?
}

extension CodingUserInfoKey {
    /// Where an encoder or a decoder finds its ``OutputShelf``.
    package static let outputShelf: CodingUserInfoKey = {
        guard let key = CodingUserInfoKey(rawValue: "toolgrad.outputShelf") else { preconditionFailure("no key") }
        return key
    }()
}

extension RecordedOutput: Codable {
    private enum CodingKeys: String, CodingKey {
        case hash, bytes
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        hash = try container.decode(ContentHash.self, forKey: .hash)
        if let bytes = try container.decodeIfPresent(Data.self, forKey: .bytes) {
            self.bytes = bytes
        } else if let shelf = decoder.userInfo[.outputShelf] as? any OutputShelf, let bytes = shelf.bytes(of: hash) {
            self.bytes = bytes
        } else {
            throw DecodingError.dataCorruptedError(
                forKey: .hash, in: container, debugDescription: "No bytes are kept for the output \(hash.short).")
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(hash, forKey: .hash)
        if let shelf = encoder.userInfo[.outputShelf] as? any OutputShelf {
            shelf.keep(self)
        } else {
            try container.encode(bytes, forKey: .bytes)
        }
    }
}
