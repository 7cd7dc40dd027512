/// What the curator asked for cannot be done; the iteration then adds nothing, and says why.
struct SteeringFailure: Error {
    let reason: String

    init(_ reason: String) { self.reason = reason }
}
