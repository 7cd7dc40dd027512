import Canvas
import DatasetStore
import DisplaySafety
import Engine
import Explorer
import Foundation

/// Tells on stderr how far a run is: one line that is rewritten on a terminal, a line every few seconds elsewhere.
actor GrowthProgress {
    private let growth: Growth
    private let showsBar: Bool
    private let now: @Sendable () -> Timestamp
    private var began = Timestamp(microseconds: 0)
    private var done = 0
    private var already = 0
    /// When the last samples ended, newest last.
    private var endings: [Timestamp] = []
    private var lastShown: Timestamp?
    private var hasEnded = false
    /// What a model says at this moment, on a terminal.
    private var speech: (sample: SampleID, Speech)?

    /// Samples whose pace the estimate is made from.
    private static let window = 60

    init(_ growth: Growth, showsBar: Bool, now: @escaping @Sendable () -> Timestamp) {
        self.growth = growth
        self.showsBar = showsBar
        self.now = now
    }

    func begin() async {
        began = now()
        let finished = try? await growth.dataset.finishedIndices(of: growth.generator.run)
        already = min(growth.count, finished?.count ?? 0)
        let goesOn = already > 0 ? ", \(already) of them there already" : ""
        write("Run \(growth.generator.run): \(growth.count) samples\(goesOn), planner: \(growth.generator.planner).\n")
    }

    func ended(_ event: RecordedEvent) {
        guard case .finished = event.event, event.sample.branch.isEmpty else { return }
        done += 1
        endings.append(event.time)
        if endings.count > Self.window { endings.removeFirst() }
        let moment = now()
        let pause: Duration = showsBar ? .milliseconds(100) : .seconds(5)
        if let lastShown, moment.since(lastShown) < pause { return }
        lastShown = moment
        write(showsBar ? "\r\u{1B}[K\(line)" : line + "\n")
    }

    /// Shows what a model says, for as long as nothing else is to be told.
    func heard(_ sample: SampleID, _ speech: Speech) {
        guard showsBar, !hasEnded else { return }
        self.speech = (sample, speech)
        write("\r\u{1B}[K\(line)")
    }

    func end() {
        hasEnded = true
        guard showsBar else {
            if done > 0 { write(line + "\n") }
            return
        }
        write("\r\u{1B}[K")
    }

    private var line: String {
        let total = already + done
        let width = speech == nil ? 24 : 8
        let filled = width * total / max(1, growth.count)
        let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: width - filled)
        return "[\(bar)] \(total)/\(growth.count)  \(estimate)\(spoken)"
    }

    /// As much of a model's words as a narrow line holds.
    private var spoken: String {
        guard let (sample, speech) = speech else { return "" }
        let words = String(speech.tail.replacing("\n", with: " ").suffix(Self.spokenCharacters))
        let text = SafeText("  sample \(sample.index) \(speech.stage.rawValue): \(words)")
        return text.truncated(to: Self.spokenColumns, ellipsis: "…").plain
    }

    private static let spokenCharacters = 24
    /// With the bar before it, no wider than the narrowest usual terminal.
    private static let spokenColumns = 40

    /// No estimate before 5 samples; then what is left over the pace of the last ones.
    private var estimate: String {
        guard endings.count >= 5, let first = endings.first, let last = endings.last else { return "" }
        let seconds =
            Double(last.since(first).components.seconds)
            + Double(last.since(first).components.attoseconds) / 1e18
        guard seconds > 0 else { return "" }
        let pace = Double(endings.count - 1) / seconds
        let left = Int(Double(growth.count - already - done) / pace)
        let time = left < 90 ? "\(left) s" : "\(left / 60) min"
        return String(format: "%.1f/s  ETA %@", pace, time)
    }

    private func write(_ text: String) {
        // Progress that cannot be shown is no reason to stop growing.
        try? Output.notes.write(text)
    }
}
