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

    /// The row with its size, its outputs cut where that was asked for and is needed.
    ///
    /// What later calls and the response use of an output is never cut away.
    /// - Throws: ``SkipReason`` when the row cannot be made small enough.
    func fitted(_ row: ExportRow, of sample: ExportableSample) throws(SkipReason) -> ExportRow {
        let tokens = size.tokens(of: row)
        guard let limit, tokens > limit else { return row.measured(tokens) }
        switch oversize {
        case .skipped: throw .tooLong(tokens: tokens, limit: limit)
        case .cutOutputs:
            let cuts = OutputCuts(row, of: sample, size)
            guard let fitted = cuts.fitting(into: limit), GroundedCuts(sample).accept(fitted) else {
                throw .uncuttable(tokens: tokens, limit: limit)
            }
            return fitted
        }
    }

    /// The row with its size, as it is.
    ///
    /// - Throws: ``SkipReason`` when it is too long.
    func uncut(_ row: ExportRow) throws(SkipReason) -> ExportRow {
        let tokens = size.tokens(of: row)
        if let limit, tokens > limit { throw .tooLong(tokens: tokens, limit: limit) }
        return row.measured(tokens)
    }

    func measured(_ row: ExportRow) -> ExportRow { row.measured(size.tokens(of: row)) }

    /// Refuses a row that was measured and is too long.
    func check(_ row: ExportRow, as kind: RowKind) throws(RowRefusal) {
        guard let limit, let tokens = row.tokens, tokens > limit else { return }
        throw RowRefusal(kind: kind, reason: .tooLong(tokens: tokens, limit: limit))
    }
}

extension ExportRow {
    func measured(_ tokens: Int) -> ExportRow {
        var row = self
        row.tokens = tokens
        return row
    }
}
