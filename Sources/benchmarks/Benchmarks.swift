import ArgumentParser
import DatasetStore
import Foundation

/// Measures the speed figures of the README and prints them as tables.
@main
struct Benchmarks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmarks", abstract: "Measure how fast toolgrad is on this machine.",
        discussion: "Build it optimised: swift run -c release benchmarks",
        subcommands: [MockServer.self, MockToolServer.self])

    @Flag(help: "Fewer samples and rounds, and no dataset of 100,000 samples.")
    var quick = false

    mutating func validate() throws {
        #if DEBUG
            throw ValidationError(
                "This build is not optimised, so its figures mean nothing. Use: swift run -c release benchmarks")
        #endif
    }

    @Option(help: ArgumentHelp("Only some of the figures; may be given several times.", valueName: "group"))
    var only: [Group] = []

    /// Figures that are measured on the same things.
    enum Group: String, ExpressibleByArgument, CaseIterable {
        case growing, storing, drawing, inspecting, datasets, models, tools, exports
    }

    func run() async throws {
        let folder = try WorkFolder()
        let run = try await DemoRun()
        let grown = try await run.grown(200)
        print("## Speed\n")
        for line in Machine(sqlite: "\(try SQLiteLibrary().version)").lines { print(line) }
        print()
        for group in Group.allCases where only.isEmpty || only.contains(group) {
            try await measure(group, run, grown, in: folder)
        }
    }

    private func measure(
        _ group: Group, _ run: DemoRun, _ grown: GrownSamples, in folder: borrowing WorkFolder
    ) async throws {
        switch group {
        case .growing: try await show(growing(run).table(in: folder))
        case .storing: try await show(Storing(run: run, grown: grown).table(in: folder))
        case .drawing:
            try show(Drawing(run: run, grown: grown).table())
            try await show(KeysAmongEvents(run: run, grown: grown, samples: 100_000, keys: quick ? 200 : 1000).table())
            let decisions = quick ? 60 : 300
            try await show(DecidingAmongEvents(run: run, grown: grown, samples: 100_000, decisions: decisions).table())
        case .inspecting:
            show(Inspecting(run: run, grown: grown, rounds: quick ? 3 : 10).table())
            try await show(ProgramInspecting(run: run, grown: grown, rounds: quick ? 3 : 10).table(in: folder))
        case .datasets:
            for samples in quick ? [10_000] : [10_000, 100_000] {
                try await measure(LargeDataset(run: run, grown: grown, samples: samples), in: folder)
            }
        case .tools:
            try await show(RealTools(program: program, calls: quick ? 320 : 3200).table())
            try await show(LargeLibrary(tools: 50_000, batches: quick ? 1000 : 10_000).table())
        case .exports:
            let count = quick ? 5_000 : 100_000
            try await show(Exporting(program: program, run: run, grown: grown, samples: count).table(in: folder))
        case .models:
            let run = try await MockRun()
            try await show(ModelCalls(run: run, count: 20, spoiltCount: quick ? 50 : 500).table())
            // Before a thousand samples at once: memory that they took is not given back at once.
            for table in try await BesideReference(samples: quick ? 5 : 50).tables(in: folder) { show(table) }
            for table in try await InFlight(run: run, samples: quick ? 100 : 1000).tables(in: folder) { show(table) }
        }
    }

    /// The program beside this one.
    private var program: String {
        URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("toolgrad")
            .path
    }

    private func growing(_ run: DemoRun) -> Growing {
        Growing(run: run, count: quick ? 60 : 300, rounds: quick ? 1 : 3, storedCount: quick ? 30 : 100)
    }

    /// Last what changes the dataset.
    private func measure(_ large: LargeDataset, in folder: borrowing WorkFolder) async throws {
        let path = folder.file("large")
        defer { folder.remove("large") }
        try await large.build(at: path)
        for table in try Opening(large: large, path: path, rounds: 5).tables(in: folder) { show(table) }
        try await show(Listing(large: large, rounds: 9).table(at: path))
        try await show(Deciding(large: large, rounds: 5).table(at: path))
        let among = ProgramAmongEvents(
            large: large, path: path, keys: quick ? 100 : 300, decisions: quick ? 25 : 100)
        try await show(among.table(in: folder))
    }

    /// Printed at once: the next figures take their time.
    private func show(_ table: FigureTable) {
        print(table.text)
        fflush(nil)
    }
}
