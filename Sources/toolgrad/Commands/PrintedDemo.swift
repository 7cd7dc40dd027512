import DatasetStore
import Engine
import Foundation

/// The demo where there is no terminal: one sample, grown and printed as text.
struct PrintedDemo {
    let planner: Planner

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("toolgrad-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let dataset = try Dataset.open(at: folder.appendingPathComponent("demo.toolgrad").path, mode: .readWrite)
        let growth = try await Growth.begin(
            planner.demoPlan(seed: DemoSession.seed), by: planner, with: try await .demo(), count: 1, concurrency: 1,
            in: dataset)
        try await growth.grow(recording: dataset)
        let sample = try await dataset.reviewedSample(growth.samples[0])
        let label = try await dataset.label(of: sample.id).description
        try Output.data.line(SampleReport(sample: sample, label: label).text)
        try Output.data.line(
            """

            One demo sample, not kept; its planner: \(planner.stages.planner). In a terminal, toolgrad opens the explorer; to grow and keep
            samples, use: toolgrad generate --count 10 --seed 1 --dataset my.toolgrad
            """)
    }
}
