/// What tells one kind of export from another: its format, and the program that wrote it.
struct ExportStamp: Hashable, CustomStringConvertible {
    let format: String
    /// The program's version; nil where a manifest does not say.
    let program: String?

    /// Whether one may take the other's place without a word.
    func isLike(_ other: ExportStamp) -> Bool {
        guard format == other.format else { return false }
        return program == nil || other.program == nil || program == other.program
    }

    var description: String { "\(format)\(program.map { " of toolgrad \($0)" } ?? "")" }
}
