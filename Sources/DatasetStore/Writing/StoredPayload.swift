import Engine
import Foundation
import Synchronization

/// A value as a row keeps it: JSON text, its hash, and beside it the outputs that it mentions.
struct StoredPayload: Sendable {
    let text: String
    /// The hash of `text`, by which damage is found.
    let hash: ContentHash
    /// Each once, in the order of their first mention.
    let outputs: [RecordedOutput]

    /// What another dataset stores, taken over as it is.
    init(text: String, hash: ContentHash, outputs: [RecordedOutput]) {
        self.text = text
        self.hash = hash
        self.outputs = outputs
    }

    init(_ value: some Encodable) throws {
        let tray = OutputTray()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.userInfo[.outputShelf] = tray
        text = String(decoding: try encoder.encode(value), as: UTF8.self)
        hash = ContentHash(of: text)
        outputs = tray.outputs
    }
}

/// What a row holds, read back.
struct ReadPayload: Sendable {
    let text: String
    let hash: String
    /// Which row it is, for the message when it is damaged.
    let place: String

    /// The value, if the row is still what was written.
    func value<Value: Decodable>(
        _ type: Value.Type, outputs: FetchedOutputs = FetchedOutputs(), in path: String
    ) throws(DatasetError) -> Value {
        guard ContentHash(of: text).hex == hash else {
            throw .damaged(path: path, what: "\(place) does not have the hash it was stored with")
        }
        let decoder = JSONDecoder()
        decoder.userInfo[.outputShelf] = outputs
        do { return try decoder.decode(type, from: Data(text.utf8)) } catch {
            throw .damaged(path: path, what: "\(place) cannot be read")
        }
    }
}

/// Outputs that were read together with what mentions them.
struct FetchedOutputs: OutputShelf {
    private var byHash: [String: Data] = [:]

    init() {}

    /// `place` is what they are read with, for the message.
    ///
    /// - Throws: ``DatasetError/damaged(path:what:)`` when bytes do not have their hash.
    init(
        _ rows: [(hash: String, bytes: Data)], of place: String? = nil, in path: String
    ) throws(DatasetError) {
        for row in rows {
            guard ContentHash(of: row.bytes).hex == row.hash else {
                let owner = place.map { " of \($0)" } ?? ""
                throw .damaged(path: path, what: "the output \(row.hash.prefix(8))\(owner) is not what was stored")
            }
            byHash[row.hash] = row.bytes
        }
    }

    /// Reading keeps nothing.
    func keep(_ output: RecordedOutput) {}

    func bytes(of hash: ContentHash) -> Data? { byHash[hash.hex] }
}

/// Collects the outputs that a value mentions while it is encoded.
private final class OutputTray: OutputShelf {
    private let kept = Mutex<[RecordedOutput]>([])

    var outputs: [RecordedOutput] { kept.withLock { $0 } }

    func keep(_ output: RecordedOutput) {
        kept.withLock { kept in
            if !kept.contains(output) { kept.append(output) }
        }
    }

    func bytes(of hash: ContentHash) -> Data? {
        kept.withLock { kept in kept.first { $0.hash == hash }?.bytes }
    }
}
