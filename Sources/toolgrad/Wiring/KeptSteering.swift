import DatasetStore
import Engine
import Foundation

/// What was asked of a growing sample and had not counted yet, as its dataset keeps it.
struct KeptSteering: Codable {
    let sample: SampleID
    /// The sample's newest event when it was asked.
    let event: Int
    let words: [WaitingSteering]

    static let kind = "steering"

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
    /// - Throws: ``DatasetError``, also when it cannot be read.
    func waitingSteering(of run: RunID) async throws -> [SampleID: WaitingSteerings] {
        var waiting: [SampleID: WaitingSteerings] = [:]
        for artefact in try await artefacts(kind: KeptSteering.kind) {
            let kept: KeptSteering
            do { kept = try JSONDecoder().decode(KeptSteering.self, from: Data(artefact.json.compactText.utf8)) } catch
            {
                throw DatasetError.damaged(path: path, what: "the steering \(artefact.name) cannot be read")
            }
            guard kept.sample.run == run else { continue }
            let left = kept.waiting(after: try await events(of: kept.sample))
            if left.words.isEmpty {
                try await removeArtefact(kind: KeptSteering.kind, name: artefact.name)
            } else {
                waiting[kept.sample] = left
            }
        }
        return waiting
    }
}

extension SampleID {
    /// What its steering is kept under, in any dataset.
    fileprivate var keptName: String {
        "\(run.hash.hex) \(([index] + branch).map(String.init).joined(separator: "."))"
    }
}
