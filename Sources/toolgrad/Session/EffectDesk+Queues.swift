import DatasetStore
import Engine
import Explorer
import Foundation
import Review

extension EffectDesk {
    func save(_ queue: SavedQueue) async throws {
        try await dataset.saveArtefact(
            kind: ArtefactKind.queue, name: queue.name, json: try JSON(encoding: queue.view), at: Surroundings.now())
        try await loadQueues()
    }

    func removeQueue(named name: String) async throws {
        try await dataset.removeArtefact(kind: ArtefactKind.queue, name: name)
        try await loadQueues()
    }

    func loadQueues() async throws {
        let queues = try await dataset.artefacts(kind: ArtefactKind.queue).compactMap { artefact in
            artefact.json.decoded(as: QueueView.self).map { SavedQueue(name: artefact.name, view: $0) }
        }
        inbox.post(.queuesKnown(queues))
    }
}

extension EffectDesk {
    /// Keeps where the reviewer left off for the next start; what cannot be kept costs only that.
    func remember(_ place: Place) async {
        guard dataset.mode == .readWrite, let json = try? JSON(encoding: place) else { return }
        try? await dataset.saveArtefact(
            kind: ArtefactKind.place, name: blind?.placeName ?? surroundings.reviewer, json: json,
            at: Surroundings.now())
    }
}

extension Dataset {
    /// Where a reviewer left off; nil where nobody did.
    func place(of reviewer: String) async -> Place? {
        let artefact = try? await artefact(kind: ArtefactKind.place, name: reviewer)
        return artefact?.json.decoded(as: Place.self)
    }
}

/// The kinds of named artefacts that a dataset keeps for the program.
enum ArtefactKind {
    static let queue = "queue"
    static let place = "place"
    static let pass = "pass"
    static let evaluation = "evaluation"
    static let baseline = "baseline"
}

extension JSON {
    /// A value as a dataset keeps it.
    init(encoding value: some Encodable) throws {
        try self.init(parsing: String(decoding: try JSONEncoder().encode(value), as: UTF8.self))
    }

    /// A value that a dataset kept; nil where an older or a newer program wrote it otherwise.
    func decoded<Value: Decodable>(as type: Value.Type) -> Value? {
        try? JSONDecoder().decode(type, from: Data(compactText.utf8))
    }
}
