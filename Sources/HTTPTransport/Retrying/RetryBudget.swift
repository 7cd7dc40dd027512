/// Keeps retries a small part of all calls, so that an endpoint in trouble is not asked even more.
///
/// Retries may be a tenth of the calls, and ten more.
package struct RetryBudget: Hashable, Sendable {
    package private(set) var calls = 0
    package private(set) var retries = 0
    /// Retries that are always allowed.
    private let floor: Int
    /// So many calls earn one retry.
    private let callsPerRetry: Int

    package init(floor: Int = 10, callsPerRetry: Int = 10) {
        self.floor = floor
        self.callsPerRetry = max(callsPerRetry, 1)
    }

    /// Counts a call; its retries are no calls of their own.
    package mutating func countCall() {
        calls += 1
    }

    /// Takes one retry; false when there is none left.
    package mutating func takeRetry() -> Bool {
        guard retries < floor + calls / callsPerRetry else { return false }
        retries += 1
        return true
    }
}
