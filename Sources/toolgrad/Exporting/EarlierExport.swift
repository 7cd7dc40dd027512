import DatasetFormats
import Foundation

/// What a folder holds, judged by the manifest of an export.
struct EarlierExport {
    /// The kind of export; nil where no manifest says.
    let stamp: ExportStamp?
    /// The first file that no export wrote; nil when there is none.
    let stranger: String?

    init(in folder: URL) {
        let manifest = Self.places.lazy.compactMap { Manifest(at: $0, in: folder) }.first
        stamp = manifest?.stamp
        let all = (FileManager.default.subpaths(atPath: folder.path) ?? []).sorted()
        stranger = all.first { path in
            manifest?.accounts(for: path) != true && !Self.isFolder(folder.appendingPathComponent(path))
        }
    }

    /// Earlier versions kept it at the top.
    private static let places = [ExportManifest.path, "manifest.json"]

    /// A link to a folder is no folder of ours.
    private static func isFolder(_ url: URL) -> Bool {
        let type = (try? FileManager.default.attributesOfItem(atPath: url.path))?[.type] as? FileAttributeType
        return type == .typeDirectory
    }
}

/// What a manifest says of its export.
private struct Manifest {
    let stamp: ExportStamp?
    private let paths: Set<String>

    init?(at path: String, in folder: URL) {
        guard let bytes = try? Data(contentsOf: folder.appendingPathComponent(path)),
            let content = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any],
            content["kind"] as? String == ExportManifest.kind,
            let files = content["files"] as? [[String: Any]]
        else { return nil }
        let program = (content["versions"] as? [String: Any])?["toolgrad"] as? String
        stamp = (content["format"] as? String).map { ExportStamp(format: $0, program: program) }
        paths = Set(
            files.compactMap { $0["path"] as? String } + [path, "manifest/rows.jsonl", "manifest/skipped.jsonl"])
    }

    /// The accounts beside the data were not always listed.
    func accounts(for path: String) -> Bool {
        paths.contains(path) || (path.hasPrefix("manifest/libraries/") && path.hasSuffix(".json"))
    }
}
