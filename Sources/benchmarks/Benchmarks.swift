import ArgumentParser
import DatasetStore
import Glibc

/// Measures the speed figures of the README and prints them as tables.
@main
struct Benchmarks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmarks", abstract: "Measure how fast toolgrad is on this machine.",
        discussion: "Build it optimised: swift run -c release benchmarks")

    @Flag(help: "Fewer samples and rounds, and no dataset of 100,000 samples.")
    var quick = false

    mutating func validate() throws {
        #if DEBUG
            throw ValidationError(
                "This build is not optimised, so its figures mean nothing. Use: swift run -c release benchmarks")
        #endif
    }

    func run() async throws {
        let folder = try WorkFolder()
        let run = try await DemoRun()
        let grown = try await run.grown(200)
        print("## Speed\n")
        for line in Machine(sqlite: "\(try SQLiteLibrary().version)").lines { print(line) }
        print()
        show(
            try await Growing(run: run, count: quick ? 60 : 300, rounds: quick ? 1 : 3, storedCount: quick ? 30 : 100)
                .table(in: folder))
        show(try await Storing(run: run, grown: grown).table(in: folder))
        show(try Drawing(run: run, grown: grown).table())
        for samples in quick ? [10_000] : [10_000, 100_000] {
            let opening = Opening(run: run, grown: grown, samples: samples, rounds: 5)
            for table in try await opening.tables(in: folder) { show(table) }
        }
    }

    /// Printed at once: the next figures take their time.
    private func show(_ table: FigureTable) {
        print(table.text)
        fflush(nil)
    }
}
