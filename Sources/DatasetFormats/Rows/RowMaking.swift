import Engine

/// Makes the rows of a sample, as the options ask.
struct RowMaking {
    let options: ExportOptions
    let order: SeededOrder

    /// The sample's own conversation first.
    func rows(for sample: ExportableSample) throws(SkipReason) -> [ExportRow] {
        [ExportRow(sample, offering: ToolOffer(sample, upTo: options.candidates, order: order).tools)]
    }
}
