import DatasetStore
import Engine
import Foundation

/// What was asked of a growing sample and had not counted yet, as its dataset keeps it.
struct KeptSteering: Codable {
    let sample: SampleID
    /// The sample's newest event when it was asked.
    let event: Int
    let words: [WaitingSteering]

    static let kind = Artefact.steeringKind

    /// What of it still waits once these events have happened to the sample.
    func waiting(after events: [RecordedEvent]) -> WaitingSteerings {
        var waiting = WaitingSteerings(words, after: events.prefix { $0.number <= event }.map(\.event))
        for later in events where later.number > event { waiting.apply(later.event) }
        return waiting
    }
}

extension Dataset {
    /// Keeps what waits for a sample, in place of what waited before; nothing is kept where nothing waits.
    ///
    /// - Throws: ``DatasetError``
    func keep(_ steering: KeptSteering, at time: Timestamp) async throws {
        let name = steering.sample.keptName
        guard !steering.words.isEmpty else {
            try await removeArtefact(kind: KeptSteering.kind, name: name)
            return
        }
        let text = String(decoding: try JSONEncoder().encode(steering), as: UTF8.self)
        try await saveArtefact(kind: KeptSteering.kind, name: name, json: try JSON(parsing: text), at: time)
    }

    /// What still waits for the samples of a run; what counted meanwhile is forgotten.
    ///
    /// Only what is kept under the run's own names is looked at. What cannot be read stays where it is, and is told.
    ///
    /// - Throws: ``DatasetError``
    func keptSteerings(of run: RunID) async throws -> KeptSteerings {
        var found = KeptSteerings()
        for name in try await artefactNames(kind: KeptSteering.kind) where name.hasPrefix(run.keptPrefix) {
            guard let kept = try await keptSteering(name), kept.sample.keptName == name else {
                found.unreadable.append(name)
                continue
            }
            let left = kept.waiting(after: try await events(of: kept.sample))
            if left.words.isEmpty {
                try await removeArtefact(kind: KeptSteering.kind, name: name)
            } else {
                found.waiting[kept.sample] = left
            }
        }
        return found
    }

    /// Nil for one that cannot be read, be it damaged or of another version of the program.
    func keptSteering(_ name: String) async throws -> KeptSteering? {
        let artefact: Artefact?
        do { artefact = try await self.artefact(kind: KeptSteering.kind, name: name) } catch DatasetError.damaged {
            return nil
        }
        return artefact.flatMap { try? JSONDecoder().decode(KeptSteering.self, from: Data($0.json.compactText.utf8)) }
    }
}

/// What was asked of the samples of a run, as far as it can be read.
struct KeptSteerings {
    var waiting: [SampleID: WaitingSteerings] = [:]
    /// The names of those that cannot be.
    var unreadable: [String] = []

    /// What whoever grows the run must know, a line for each that is left out.
    var notices: [String] {
        unreadable.map { name in
            "What was asked of a growing sample cannot be read, and does not count: the steering \(name). It stays in "
                + "the dataset. Ask it again with toolgrad resume --watch, which takes its place, or go on with the "
                + "version of toolgrad that wrote it."
        }
    }
}

extension RunID {
    /// What the names begin with under which the steering of its samples is kept.
    fileprivate var keptPrefix: String { "\(hash.hex) " }
}

extension SampleID {
    /// What its steering is kept under, in any dataset.
    fileprivate var keptName: String {
        run.keptPrefix + ([index] + branch).map(String.init).joined(separator: ".")
    }
}
