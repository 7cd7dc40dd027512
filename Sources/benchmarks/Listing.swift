import DatasetStore
import Engine
import Review

/// How fast a page of a list is read from a large dataset.
struct Listing {
    let large: LargeDataset
    let rounds: Int

    private static let rows = 200

    func table(at path: String) async throws -> FigureTable {
        let dataset = try Dataset.open(at: path, mode: .readOnly)
        var figures: [Figure] = []
        for (name, filter, sort) in try lists { figures.append(try await figure(name, filter, sort, in: dataset)) }
        try dataset.close()
        return FigureTable(
            title: "Lists of \(large.count) samples",
            method:
                "The first \(Self.rows) rows and the counts, as the explorer reads them for a queue; medians of \(rounds) "
                + "rounds, the file in the system's cache. Many samples share a query.",
            figures: figures)
    }

    private var lists: [(name: String, Filter, Sort)] {
        get throws {
            try [("", "id"), ("status:pending steps:5..", "id"), ("", "lint"), ("status:pending steps:5..", "lint")]
                .map { try list($0, sort: $1) }
                + [list("text:\(word)", sort: "id"), list(word, sort: "id"), list("dup:yes", sort: "novelty")]
        }
    }

    private func list(_ filter: String, sort: String) throws -> (String, Filter, Sort) {
        let name = "\(filter.isEmpty ? "every sample" : "`\(filter)`"), by \(sort)"
        return (name, try Filter(parsing: filter), try Sort(parsing: sort))
    }

    /// The longest word of ASCII letters in the first query.
    private var word: String {
        let words: [Substring] = large.grown.query(of: 0).split { !$0.isASCII || !$0.isLetter }
        return words.max { $0.count < $1.count }.map { String($0) } ?? "what"
    }

    private func figure(_ name: String, _ filter: Filter, _ sort: Sort, in dataset: Dataset) async throws -> Figure {
        var (times, total): ([Double], Int) = ([], 0)
        for _ in 1...rounds {
            let (count, took) = try await Measurement.of { try await read(filter, sort, in: dataset) }
            total = count
            times.append(took.seconds * 1000)
        }
        return Figure(name: "\(name): \(total.grouped) samples", value: times.median, unit: "ms")
    }

    /// What the answer to `Effect.loadQueue` takes; the number of samples in the list.
    private func read(_ filter: Filter, _ sort: Sort, in dataset: Dataset) async throws -> Int {
        let counts = try await dataset.statusCounts()
        let shown = filter == .everything ? counts : try await dataset.statusCounts(filter)
        _ = try await dataset.summaries(offset: 0, limit: Self.rows, filter, sort: sort)
        return shown.values.reduce(0, +)
    }
}

extension GrownSamples {
    /// Empty where the sample has none.
    func query(of place: Int) -> String { RunState(events[place]).synthesis?.query ?? "" }
}
