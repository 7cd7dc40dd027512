import Engine
import Review

/// Turns reviewed samples into files of one published shape.
package protocol ExportFormat: Sendable {
    /// The name that the command line knows it by.
    var name: String { get }

    /// Writes what can be written; samples that cannot are named in ``Export/skipped``.
    ///
    /// Deterministic: equal samples and options give equal bytes.
    /// - Throws: ``ExportError`` when the options make no sense or no sample is left.
    func files(for samples: [ReviewedSample], options: ExportOptions) throws(ExportError) -> Export
}

/// The formats there are, by the name that selects them.
package enum ExportFormatName: String, CaseIterable, Sendable {
    case trl, toolgrad

    /// Reads a name or an alias (`hf` is `trl`); nil for anything else.
    package init?(_ text: String) {
        guard let name = text == "hf" ? .trl : ExportFormatName(rawValue: text) else { return nil }
        self = name
    }

    /// What writes the format.
    package var format: any ExportFormat {
        switch self {
        case .trl: TRLFormat()
        case .toolgrad: WorkflowFormat()
        }
    }

    /// One line for lists.
    package var summary: String {
        switch self {
        case .trl: "chat rows with tools for TRL and other trainers, as a folder that load_dataset reads"
        case .toolgrad: "one workflow file per sample, as the reference pipeline reads them"
        }
    }
}
