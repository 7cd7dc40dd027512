import Glibc

/// What some work took.
struct Measurement {
    /// By the clock.
    let seconds: Double
    /// Of all processors, in this process, in user and system mode.
    let cpuSeconds: Double

    /// Does the work and measures it.
    static func of<Value>(_ work: () async throws -> Value) async rethrows -> (value: Value, took: Measurement) {
        let clock = ContinuousClock()
        let (start, cpu) = (clock.now, cpuTime())
        let value = try await work()
        return (value, Measurement(seconds: (clock.now - start).seconds, cpuSeconds: cpuTime() - cpu))
    }

    private static func cpuTime() -> Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_utime.seconds + usage.ru_stime.seconds
    }
}

extension timeval {
    fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
