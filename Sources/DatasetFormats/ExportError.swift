/// Why there is nothing to write.
package enum ExportError: Error, Hashable, CustomStringConvertible {
    case badSplit(Double)
    case badCandidates(Int)
    /// Every sample was skipped, or there was none.
    case nothingToExport(format: String, skipped: [SkippedSample])

    package var description: String {
        switch self {
        case .badSplit(let share):
            "A training share of \(share) splits nothing. Choose one above 0 and at most 1, such as 0.9."
        case .badCandidates(let count):
            "A row cannot offer \(count) tools. Choose 0 for the tools in use, or a larger number."
        case .nothingToExport(let format, let skipped) where skipped.isEmpty:
            "There is no sample for the \(format) export. Accept some samples first, or include all."
        case .nothingToExport(let format, let skipped):
            "None of the \(skipped.count) samples can be written as \(format). \(skipped[0]) "
                + "Choose other samples, or mend these."
        }
    }
}
