import Canvas
import DatasetStore
import Engine

/// How long a key takes in the real program while another process, this one, grows samples in the same file.
struct ProgramAmongEvents {
    let large: LargeDataset
    let path: String
    let keys: Int
    let decisions: Int

    private static let size = Size(columns: 120, rows: 36)
    private static let lanes = 50
    private static let eventsPerSecond = 1000
    /// No sample has them, so that their bytes can only be the answers to their keys.
    private static let letters = "абвгдежзийклмнопрстуфхцчшщъыьэюя".map { String($0) }

    func table(in folder: borrowing WorkFolder) async throws -> FigureTable {
        let dataset = try Dataset.open(at: path, mode: .readWrite)
        let lock = try dataset.lockRun(large.grown.run)
        let window = try ProgramWindow(
            ["review", path], size: Self.size, dataFolder: folder.path, among: folder.programs)
        _ = try window.time(until: Opening.sampleWords)
        window.settle()
        guard window.press("/") != nil else { throw ProgramWindow.Failure.deaf(key: "/") }
        let growing = Task { try await grow(in: dataset) }
        let (seen, took) = try await Measurement.of {
            let times = try await type(into: window)
            guard window.press("\u{1B}") != nil else { throw ProgramWindow.Failure.deaf(key: "Escape") }
            return (times, try await TypedDecisions(count: decisions).result(in: window, storedIn: dataset))
        }
        growing.cancel()
        let count = try await growing.value
        lock.release()
        try dataset.close()
        return table(seen.0, seen.1, pace: Double(count) / took.seconds, memory: window.peakMemory)
    }

    /// Types letter after letter at ever other moments, and empties the line where they end; nil for a letter that did
    /// not come.
    private func type(into window: ProgramWindow) async throws -> [Double?] {
        try await Task.sleep(for: .seconds(1))
        return (0..<keys).map { place in
            let letter = Self.letters[place % Self.letters.count]
            if place > 0, letter == Self.letters[0] {
                window.type(String(repeating: "\u{7F}", count: Self.letters.count))
                window.listen(for: .milliseconds(500))
            }
            window.listen(for: .milliseconds(20 + place * 7 % 43))
            return window.press(letter, until: letter)
        }
    }

    private func table(
        _ all: [Double?], _ decided: TypedDecisions.Result, pace: Double, memory: Double?
    ) -> FigureTable {
        let times = all.compactMap(\.self)
        return FigureTable(
            title: "Keys among events, \(large.count) samples, in the program",
            method:
                "The program at 120x36 reviews the file in which this process stores events of \(Self.lanes) growing "
                + "samples; \(all.count) letters are typed into the filter line, from the key to the byte that shows "
                + "it. Events go through the file, `Dataset.changes`, `ExplorerState.update`, the frame and ncurses. Then "
                + "\(decided.typed) samples are decided by keys that are typed without looking, and compared with what "
                + "is stored.",
            figures: [
                Figure(name: "events stored", value: pace, unit: "/s", goal: .atLeast(950)),
                Figure(name: "key to frame, median", value: times.median, unit: "ms"),
                Figure(
                    name: "key to frame, 99th percentile", value: times.percentile(0.99), unit: "ms", goal: .atMost(16)),
                Figure(name: "key to frame, most", value: times.percentile(1), unit: "ms"),
                Figure(
                    name: "keys that were lost", value: Double(all.count - times.count), unit: "times", goal: .atMost(0)
                ),
                Figure(name: "decisions that were lost", value: Double(decided.lost), unit: "times", goal: .atMost(0)),
                Figure(
                    name: "decisions misdirected", value: Double(decided.misdirected), unit: "times", goal: .atMost(0)),
                Figure(name: "peak memory of the program", value: memory, unit: "MB", goal: .atMost(150)),
            ])
    }
}

extension ProgramAmongEvents {
    /// Stores events at an even pace until it is cancelled; how many.
    private func grow(in dataset: Dataset) async throws -> Int {
        try await withThrowingTaskGroup(of: Int.self) { group in
            for lane in 0..<Self.lanes { group.addTask { try await grow(lane, in: dataset) } }
            return try await group.reduce(0, +)
        }
    }

    private func grow(_ number: Int, in dataset: Dataset) async throws -> Int {
        var lane = GrowingLane(large.grown, from: large.samples + 1 + number, stride: Self.lanes)
        let clock = ContinuousClock()
        let start = clock.now + .milliseconds(number)
        var count = 0
        while (try? await clock.sleep(until: start + Self.pause * count)) != nil {
            try await dataset.record(lane.next())
            count += 1
        }
        return count
    }

    /// Between two events of a lane.
    private static let pause = Duration.seconds(1) * lanes / eventsPerSecond
}
