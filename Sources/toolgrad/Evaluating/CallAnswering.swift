import ArgumentParser
import DatasetStore
import DemoTools
import Engine

/// Where the calls of an evaluation are answered.
enum CallAnswering: String, ExpressibleByArgument, CaseIterable {
    /// By the dataset's record of equal calls; anything else is a failed call.
    case recorded
    /// By the tools themselves.
    case live
}

/// The tools of an evaluation, open.
struct EvaluationTools: Sendable {
    let answering: CallAnswering
    let live: LiveTools

    /// What to tell: the notices of the tools, and who answers.
    var notices: [String] {
        let who =
            switch answering {
            case .recorded:
                "Calls are answered from the dataset's record; a call that it does not have fails. --tools live asks "
                    + "the tools."
            case .live: "Calls are answered by the tools themselves."
            }
        return live.notices + [who]
    }
}

extension Surroundings {
    /// The tools that answer an evaluation's calls; to be closed after it.
    ///
    /// Without a word: the tools where some are named, or where all items are about the demo tools; else the record.
    ///
    /// - Throws: as ``tools(_:memory:_:)``.
    func tools(
        _ wanted: CallAnswering?, _ options: ToolOptions, for items: EvaluationItems, in dataset: Dataset
    ) async throws -> EvaluationTools {
        let answering: CallAnswering
        if let wanted { answering = wanted } else { answering = try await usual(options, for: items, in: dataset) }
        switch answering {
        case .live:
            let tools = try await tools(options, memory: dataset, .unattended(keeping: []))
            return EvaluationTools(answering: .live, live: tools)
        case .recorded:
            let source = NamedSource("the record", RecordedAnswers(items, in: dataset))
            return EvaluationTools(
                answering: .recorded, live: LiveTools(library: try await ToolLibrary(of: [source])))
        }
    }

    private func usual(
        _ options: ToolOptions, for items: EvaluationItems, in dataset: Dataset
    ) async throws -> CallAnswering {
        guard options.mcpConfig.isEmpty, options.toolbench == nil, !options.demoTools else { return .live }
        let runs = try await dataset.runs().filter { items.runs.contains($0.id) }
        guard runs.allSatisfy({ $0.toolSetup == nil }) else { return .recorded }
        let demo = Set(DemoTools().offer().tools.map(\.name))
        return items.tools.allSatisfy { demo.contains($0.name) } ? .live : .recorded
    }
}
