import Engine
import Foundation
import Synchronization

/// The outputs that a record mentions, each once, in the order of their first mention.
final class RecordShelf: OutputShelf {
    private struct Kept {
        var outputs: [RecordedOutput] = []
        var places: [ContentHash: Int] = [:]
    }

    private let kept = Mutex(Kept())

    init() {}

    /// Reads the `outputs` of a record.
    init(_ json: JSON) throws(WorkflowRecordProblem) {
        guard let entries = json.array else { throw .damaged("its outputs are no list") }
        for entry in entries {
            guard let output = RecordedOutput(recordJSON: entry) else { throw .damaged("an output cannot be read") }
            guard output.hash.hex == entry["sha256"]?.string else { throw .damaged("an output does not have its hash") }
            keep(output)
        }
    }

    var outputs: [RecordedOutput] { kept.withLock { $0.outputs } }

    func keep(_ output: RecordedOutput) {
        kept.withLock { kept in
            guard kept.places[output.hash] == nil else { return }
            kept.places[output.hash] = kept.outputs.count
            kept.outputs.append(output)
        }
    }

    func bytes(of hash: ContentHash) -> Data? {
        kept.withLock { kept in kept.places[hash].map { kept.outputs[$0].bytes } }
    }
}

extension RecordedOutput {
    /// The hash and the bytes, as text where they are UTF-8 and as base64 where not.
    var recordJSON: JSON {
        let content = String(validating: bytes, as: UTF8.self).map {
            JSON.Object.Member(key: "text", value: .string($0))
        }
        return .object(
            JSON.Object([
                .init(key: "sha256", value: .string(hash.hex)),
                content ?? .init(key: "base64", value: .string(bytes.base64EncodedString())),
            ]))
    }

    /// Reads what ``recordJSON`` writes; nil for anything else.
    init?(recordJSON json: JSON) {
        if let text = json["text"]?.string {
            self.init(text)
        } else if let bytes = json["base64"]?.string.flatMap({ Data(base64Encoded: $0) }) {
            self.init(bytes)
        } else {
            return nil
        }
    }
}
