import DatasetFormats

/// What can be written: rows of a format, or what was said of rejected samples.
enum ExportKind: Hashable {
    case rows(ExportFormatName)
    case annotations

    static let all = ExportFormatName.allCases.map(Self.rows) + [.annotations]

    /// Reads a name or an alias.
    ///
    /// - Throws: ``CommandFailure`` for anything else.
    init(_ text: String) throws(CommandFailure) {
        if text == Self.annotations.name {
            self = .annotations
        } else if let format = ExportFormatName(text) {
            self = .rows(format)
        } else {
            let known = Self.all.map(\.name).joined(separator: ", ")
            throw CommandFailure("There is no format \"\(ToolText.line(text))\". Use one of: \(known).")
        }
    }

    var name: String {
        switch self {
        case .rows(let format): format.rawValue
        case .annotations: "annotations"
        }
    }

    /// One line for lists.
    var summary: String {
        switch self {
        case .rows(let format): format.summary
        case .annotations: "every rejected sample with its reasons, targets, notes and what checks found, a line each"
        }
    }

    /// What its manifest says of it.
    var stamp: ExportStamp { ExportStamp(format: name, program: programVersion) }
}
