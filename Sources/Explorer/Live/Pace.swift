import Engine

/// How fast samples end, by the times at which the last ones did.
struct Pace: Hashable, Sendable {
    /// What can be said of the time that is left.
    enum Outlook: Hashable, Sendable {
        /// Too little has ended to say anything.
        case early
        /// So many minutes, when it goes on as fast or as slow as it went; what was ended a minute.
        case minutes(ClosedRange<Int>, rate: Double)
        /// Nothing has ended for so long, which is much longer than before.
        case stalled(Duration)
    }

    /// Samples whose times are looked at.
    static let window = 60
    private static let leastSamples = 5
    private static let leastTime = Duration.seconds(20)
    private static let leastStall = Duration.seconds(40)

    private var times: [Timestamp] = []

    mutating func finish(at time: Timestamp) {
        times.append(max(time, times.last ?? time))
        if times.count > Self.window { times.removeFirst() }
    }

    /// What is to be expected for so many samples; `began` is when the first event was seen.
    func outlook(for left: Int, since began: Timestamp?, now: Timestamp) -> Outlook {
        guard let last = times.last, times.count >= 2, let rates, let began,
            times.count >= Self.leastSamples || now.since(began) >= Self.leastTime
        else { return .early }
        let silence = now.since(last)
        if silence >= Self.leastStall, silence.seconds > 3 / rates.slow { return .stalled(silence) }
        let fewest = minutes(for: left, at: rates.fast)
        return .minutes(fewest...max(fewest, minutes(for: left, at: rates.slow)), rate: rates.middle * 60)
    }

    private func minutes(for left: Int, at rate: Double) -> Int {
        // A hair more than a whole minute is none more.
        Int((min(Double(left) / rate / 60, Double(Self.furthest)) - 1e-6).rounded(.up))
    }

    /// Minutes that are told at most: beyond them nobody plans by it.
    private static let furthest = 1_000_000

    /// Samples a second: the quartiles of what was ended over a third of the window, wherever that began.
    private var rates: (slow: Double, middle: Double, fast: Double)? {
        let gaps = times.count - 1
        let stretch = max(1, gaps / 3)
        let rates = (stretch...max(stretch, gaps)).compactMap { place -> Double? in
            guard times.indices.contains(place) else { return nil }
            let took = times[place].since(times[place - stretch]).seconds
            return took > 0 ? Double(stretch) / took : nil
        }.sorted()
        guard !rates.isEmpty else { return nil }
        return (rates[(rates.count - 1) / 4], rates[(rates.count - 1) / 2], rates[(rates.count - 1) * 3 / 4])
    }
}

extension Duration {
    /// In seconds, as good as a figure needs.
    fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
