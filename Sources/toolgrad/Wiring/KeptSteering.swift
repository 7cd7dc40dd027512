import DatasetStore
import Engine
import Foundation

/// What was asked of a growing sample and had not counted yet, and whether it is held, as its dataset keeps it.
struct KeptSteering: Hashable {
    /// Whether a sample stays where it is until somebody lets it go.
    enum Hold: String, Codable {
        case held, free
    }

    let sample: SampleID
    /// The sample's newest event when it was asked.
    let event: Int
    let words: [WaitingSteering]
    let hold: Hold

    static let kind = Artefact.steeringKind

    /// What of it still waits once these events have happened to the sample.
    func waiting(after events: [RecordedEvent]) -> WaitingSteerings {
        var waiting = WaitingSteerings(words, after: events.prefix { $0.number <= event }.map(\.event))
        for later in events where later.number > event { waiting.apply(later.event) }
        return waiting
    }

    /// Whether it is held once these events have happened to it: what has ended is not.
    func hold(after events: [RecordedEvent]) -> Hold {
        guard case .finished = events.last?.event else { return hold }
        return .free
    }

    /// The same, let go.
    var letGo: KeptSteering { KeptSteering(sample: sample, event: event, words: words, hold: .free) }
}

/// What was kept before holds were says nothing of one: its sample is free.
extension KeptSteering: Codable {
    private enum CodingKeys: String, CodingKey {
        case sample, event, words, hold
    }

    init(from decoder: any Decoder) throws {
        let stored = try decoder.container(keyedBy: CodingKeys.self)
        sample = try stored.decode(SampleID.self, forKey: .sample)
        event = try stored.decode(Int.self, forKey: .event)
        words = try stored.decode([WaitingSteering].self, forKey: .words)
        hold = try stored.decodeIfPresent(Hold.self, forKey: .hold) ?? .free
    }
}

extension Dataset {
    /// Keeps what waits for a sample, and whether it is held, in place of what was kept before; nothing is kept where
    /// nothing waits and the sample is free.
    ///
    /// - Throws: ``DatasetError``
    func keep(_ steering: KeptSteering, at time: Timestamp) async throws {
        let name = steering.sample.keptName
        guard !steering.words.isEmpty || steering.hold == .held else {
            try await removeArtefact(kind: KeptSteering.kind, name: name)
            return
        }
        let text = String(decoding: try JSONEncoder().encode(steering), as: UTF8.self)
        try await saveArtefact(kind: KeptSteering.kind, name: name, json: try JSON(parsing: text), at: time)
    }

    /// What still waits for the samples of a run, and which of them are held; what counted meanwhile is forgotten.
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
            let events = try await events(of: kept.sample)
            let (left, hold) = (kept.waiting(after: events), kept.hold(after: events))
            if !left.words.isEmpty { found.waiting[kept.sample] = left }
            switch hold {
            case .held: found.held.append(kept)
            case .free where left.words.isEmpty:
                try await removeArtefact(kind: KeptSteering.kind, name: name)
            case .free: continue
            }
        }
        found.held.sort { $0.sample < $1.sample }
        return found
    }

    /// What still waits for one sample, and whether it is held, by the record.
    ///
    /// - Throws: ``DatasetError``
    func asked(of sample: SampleID) async throws -> AskedOfSample {
        guard let kept = try await keptSteering(sample.keptName), kept.sample == sample else { return AskedOfSample() }
        let events = try await events(of: sample)
        return AskedOfSample(words: kept.waiting(after: events).words, hold: kept.hold(after: events))
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

/// What was asked of one sample and has not counted yet.
struct AskedOfSample: Hashable {
    var words: [WaitingSteering] = []
    var hold = KeptSteering.Hold.free
}

/// What was asked of the samples of a run, as far as it can be read.
struct KeptSteerings {
    var waiting: [SampleID: WaitingSteerings] = [:]
    /// Those that are held, in the order of the samples.
    var held: [KeptSteering] = []
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
