import ArgumentParser
import DatasetStore
import Engine
import Review

/// `toolgrad show`: a sample as text or JSON.
struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print a sample: its iterations, chains, gradients, query and response.")

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: "The sample, such as s-00001; without it, the samples are listed.")
    var sample: String?

    @Option(help: "Show it as it stood after this iteration.")
    var it: Int?

    @Option(help: "How to print it.")
    var format = Format.text

    @OptionGroup var source: DatasetOption

    func run() async throws {
        let dataset = try source.open(.readOnly)
        guard let sample else { return try await list(dataset) }
        let reviewed = try await dataset.sample(labelled: sample)
        if let it, !reviewed.state.iterations.contains(where: { $0.number == it }) {
            throw CommandFailure("\(sample) has \(reviewed.state.iterations.count) iterations, none numbered \(it).")
        }
        let label = try await dataset.label(of: reviewed.id).description
        switch format {
        case .text: try Output.data.line(SampleReport(sample: reviewed, label: label, iteration: it).text)
        case .json: try Output.data.line(SampleLine(sample: reviewed, label: label).json.compactText)
        }
    }

    private func list(_ dataset: Dataset) async throws {
        let page = 500
        for offset in stride(from: 0, to: try await dataset.sampleCount(), by: page) {
            for summary in try await dataset.summaries(offset: offset, limit: page) {
                switch format {
                case .text: try Output.data.line(summary.line)
                case .json:
                    let reviewed = try await dataset.reviewedSample(summary.id)
                    try Output.data.line(
                        SampleLine(sample: reviewed, label: summary.label.description).json.compactText)
                }
            }
        }
    }
}
