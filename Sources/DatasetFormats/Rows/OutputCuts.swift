import Engine

/// Cuts the tool outputs of a row, the longest first, until the row is small enough.
///
/// All outputs above a common length are cut to it, so the longest lose most; what later calls or the response use stays.
struct OutputCuts {
    private let row: ExportRow
    private let size: RowSize
    private let outputs: [Int: CuttableOutput]

    init(_ row: ExportRow, of sample: ExportableSample, _ size: RowSize) {
        self.row = row
        self.size = size
        let paths = sample.pathsUsed
        let response = ResponseUse(of: sample)
        outputs = Dictionary(
            row.steps.map { step in
                let number = step.step.number
                return (number, CuttableOutput(step.output, keeping: paths[number] ?? [], and: response))
            }
        ) { first, _ in first }
    }

    /// Cut no more than needed; nil when even the shortest outputs leave the row above the limit.
    func fitting(into limit: Int) -> ExportRow? {
        let fixed = size.tokensWithoutOutputs(of: row)
        func fits(_ length: Int) -> Bool {
            fixed + row.steps.reduce(0) { $0 + size.tokens(ofOutput: cut($1, to: length).output) } <= limit
        }
        var shortest = Self.shortest
        var longest = outputs.values.map(\.length).max() ?? 0
        guard fixed < limit, fits(shortest) else { return nil }
        while longest - shortest > 1 {
            let middle = (shortest + longest) / 2
            if fits(middle) { shortest = middle } else { longest = middle }
        }
        var fitted = row
        fitted.turns = row.turns.map { $0.map { cut($0, to: shortest) } }
        return fitted.measured(size.tokens(of: fitted))
    }

    private func cut(_ step: ExportStep, to length: Int) -> ExportStep {
        guard let output = outputs[step.step.number], let text = output.cut(to: length) else { return step }
        return ExportStep(step.step, output: text, wholeLength: output.length)
    }

    /// A cut output that is shorter than this would say nothing.
    private static let shortest = 40
}

extension ExportableSample {
    /// Where each step's output has what later calls use, by the number of the step.
    fileprivate var pathsUsed: [Int: Set<JSONPath>] {
        var paths: [Int: Set<JSONPath>] = [:]
        for trace in workflow.traces(query: query, library: toolsInUse.byName).values.flatMap(\.self) {
            guard case .output(let step, let path) = trace.source else { continue }
            paths[step, default: []].insert(path)
        }
        return paths
    }
}

extension [Tool] {
    /// The tools by name; of those with one name the first.
    var byName: [ToolName: Tool] { Dictionary(map { ($0.name, $0) }) { first, _ in first } }
}
