/// Tasks that wait for their turn, first come, first served.
struct WaitingLine<Grant: Sendable>: Sendable {
    typealias Place = Int

    private var waiting: [(place: Place, continuation: CheckedContinuation<Grant, any Error>)] = []
    private var nextPlace: Place = 0

    var count: Int { waiting.count }
    var isEmpty: Bool { waiting.isEmpty }

    /// A place that nobody else has.
    mutating func makePlace() -> Place {
        defer { nextPlace += 1 }
        return nextPlace
    }

    mutating func append(_ continuation: CheckedContinuation<Grant, any Error>, at place: Place) {
        waiting.append((place, continuation))
    }

    /// Who is next; nil where nobody waits.
    mutating func popFirst() -> CheckedContinuation<Grant, any Error>? {
        waiting.isEmpty ? nil : waiting.removeFirst().continuation
    }

    /// Takes one out of the line; nil when its turn has come already.
    mutating func remove(_ place: Place) -> CheckedContinuation<Grant, any Error>? {
        guard let index = waiting.firstIndex(where: { $0.place == place }) else { return nil }
        return waiting.remove(at: index).continuation
    }

    mutating func removeAll() -> [CheckedContinuation<Grant, any Error>] {
        defer { waiting = [] }
        return waiting.map(\.continuation)
    }
}
