import Engine
import Foundation

/// The manifest of one of our exports, as an import reads it.
package struct ExportAccount: Sendable {
    /// Where it lies in the folder of an export.
    package static let path = ExportManifest.path
    /// Where it is told what each row is.
    package static let rowsPath = "manifest/rows.jsonl"
    /// Where the tools of records lie.
    package static let librariesPath = "manifest/libraries"

    /// The name of the export's format, which an import need not know.
    package let format: String
    /// The files with rows, as the manifest names them; they may name anything.
    package let files: [String]
    /// The SHA-256 of each file, as it was written.
    package let hashes: [String: ContentHash]
    /// From the names in the files to the tools' own.
    package let names: [String: ToolName]

    /// Nil for what is no manifest of ours.
    package init?(_ json: JSON) {
        guard json["kind"]?.string == ExportManifest.kind, let format = json["format"]?.string else { return nil }
        self.format = format
        files = (json["files"]?.array ?? []).filter { file in
            file["rows"]?.int != 0 && file["path"]?.string?.hasPrefix("manifest/") != true
        }.compactMap { $0["path"]?.string }
        hashes = Dictionary(
            (json["files"]?.array ?? []).compactMap { file -> (String, ContentHash)? in
                guard let path = file["path"]?.string, let hash = file["sha256"]?.string else { return nil }
                return (path, ContentHash(hex: hash))
            }
        ) { first, _ in first }
        names = ImportReader.names(ofManifest: json)
    }
}

extension ExportAccount {
    /// Why a path that a manifest names may not be opened, in words; nil for one below its folder.
    package static func objection(to path: String) -> String? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        if path.isEmpty { return "it is empty" }
        if path.hasPrefix("/") { return "it is no path within the folder" }
        if parts.contains("..") { return "it leads out of the folder" }
        if path.contains("\0") { return "it has a NUL in it" }
        return nil
    }
}

/// The rows of an export that were made of samples beside their own, such as those that nothing can be called for.
///
/// An export makes them again, so an import leaves them out.
package struct DerivedRows: Sendable {
    private var kinds: [String: [Int: String]] = [:]

    package init() {}

    /// Takes a line of ``ExportAccount/rowsPath``.
    ///
    /// - Throws: ``ImportProblem`` for a line that does not say which row is what.
    package mutating func add(_ row: ImportRow, of file: String) throws(ImportProblem) {
        guard case .bytes(let bytes) = row.content else {
            throw Self.problem(ImportPlace(file: file, at: row.spot))
        }
        if bytes.allSatisfy(\.isJSONSpace) { return }
        guard let json = try? JSON(importing: bytes), let path = json["file"]?.string, let line = json["line"]?.int,
            let kind = json["kind"]?.string
        else { throw Self.problem(ImportPlace(file: file, at: row.spot)) }
        switch ExportRow.Kind.Title(rawValue: kind) {
        case .irrelevance, .missingParameter: kinds[path, default: [:]][line] = kind
        case .calls, .preference, nil: return
        }
    }

    private static func problem(_ place: ImportPlace) -> ImportProblem {
        ImportProblem(
            place, wrong: "It does not tell a row with its file, line and kind.",
            advice: "Export again, or remove the file to read every row as a sample of its own.")
    }

    /// Whether there are any in a file.
    package func areIn(_ file: String) -> Bool { kinds[file]?.isEmpty == false }

    /// The kind of the row in a line of a file; nil for a sample's own row.
    package func kind(of line: Int, in file: String) -> String? { kinds[file]?[line] }
}
