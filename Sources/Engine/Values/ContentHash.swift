import Crypto
import Foundation

/// The SHA-256 of some bytes.
package struct ContentHash: Hashable, Sendable, CustomStringConvertible {
    /// 64 lower-case hexadecimal digits.
    package let hex: String

    package init(of bytes: some DataProtocol) {
        self.init(SHA256.hash(data: bytes))
    }

    fileprivate init(_ digest: SHA256.Digest) {
        hex = digest.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }

    package init(of text: String) {
        self.init(of: Data(text.utf8))
    }

    /// Takes a hash that was computed before.
    package init(hex: String) {
        self.hex = hex
    }

    /// The first eight digits, for people.
    package var short: String { String(hex.prefix(8)) }

    package var description: String { hex }
}

/// Hashes bytes that come in pieces.
package struct ContentHasher: Sendable {
    private var hasher = SHA256()

    package init() {}

    package mutating func add(_ bytes: some DataProtocol) { hasher.update(data: bytes) }

    /// The hash of all pieces so far.
    package var hash: ContentHash { ContentHash(hasher.finalize()) }
}

extension ContentHash: Codable {
    package init(from decoder: any Decoder) throws {
        hex = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hex)
    }
}
