import Engine

/// Holds rows to the limit that was asked for.
struct RowFitting {
    private let size: RowSize
    private let limit: Int?
    private let oversize: Oversize

    init(_ options: ExportOptions, _ library: RunLibrary) {
        size = RowSize(options, library)
        limit = options.maxTokens
        oversize = options.oversize
    }

    func tokens(of row: ExportRow) -> Int { size.tokens(of: row) }

    /// The row with its size, its outputs cut where that was asked for; nil when it cannot be made small enough.
    ///
    /// What later calls use of an output is never cut away: the values, by the number of the step that returned them.
    func fitted(_ row: ExportRow, keeping values: () -> [Int: [String]]) -> ExportRow? {
        let tokens = size.tokens(of: row)
        guard let limit, tokens > limit else { return row.measured(tokens) }
        switch oversize {
        case .skipped: return nil
        case .cutOutputs: return OutputCuts(row, keeping: values(), size).fitting(into: limit)
        }
    }

    /// A row that has no outputs to cut.
    func checked(_ row: ExportRow) throws(RowRefusal) -> ExportRow {
        let tokens = size.tokens(of: row)
        if let limit, tokens > limit {
            throw RowRefusal(kind: row.kind.title, reason: .tooLong(tokens: tokens, limit: limit))
        }
        return row.measured(tokens)
    }
}

extension ExportRow {
    func measured(_ tokens: Int) -> ExportRow {
        var row = self
        row.tokens = tokens
        return row
    }
}

extension ExportableSample {
    /// What later calls use of each step's output, as it stands in the output, by the number of the step.
    var valuesUsed: [Int: [String]] {
        let library = Dictionary(toolsInUse.map { ($0.name, $0) }) { first, _ in first }
        let traces = workflow.traces(query: query, library: library).values.flatMap(\.self)
        return Dictionary(
            traces.compactMap { trace in
                guard case .output(let step, _) = trace.source else { return nil }
                return (step, [trace.value.string ?? trace.value.compactText])
            }, uniquingKeysWith: +)
    }
}
