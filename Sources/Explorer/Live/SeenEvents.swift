import Engine

/// The events that were taken in, so that none counts twice; of samples that are long over nothing is kept.
struct SeenEvents: Hashable, Sendable {
    enum Novelty: Hashable, Sendable {
        /// The first one that is seen of its sample.
        case first
        case next
        case known
    }

    /// Samples that are remembered at least after their last event; twice as many at most.
    static let limit = 512

    /// The number of the last event of each sample.
    private var recent: [SampleID: Int] = [:]
    /// What was recent before; given up once as much has happened since.
    private var older: [SampleID: Int] = [:]

    /// The events of a sample up to this number are known without having been told.
    mutating func know(_ sample: SampleID, to number: Int) {
        remember(sample, at: max(number, last(of: sample) ?? 0))
    }

    /// Says whether an event is new, and knows it from now on.
    mutating func take(_ recorded: RecordedEvent) -> Novelty {
        let last = last(of: recorded.sample)
        if let last, recorded.number <= last { return .known }
        remember(recorded.sample, at: recorded.number)
        return last == nil ? .first : .next
    }

    private func last(of sample: SampleID) -> Int? { recent[sample] ?? older[sample] }

    private mutating func remember(_ sample: SampleID, at number: Int) {
        if recent.count >= Self.limit, recent[sample] == nil { (recent, older) = ([:], recent) }
        recent[sample] = number
    }
}
