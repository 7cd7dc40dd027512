import DatasetFormats
import Foundation
import Glibc

/// Writes the files of an export as one folder, whole or not at all.
///
/// The files are written to a hidden folder beside the wanted one, synced, and put in its place in one step; whoever
/// looks, or pulls the plug, finds no export, the earlier one, or the new one. What an interrupted write left behind is
/// removed by the next one.
struct ExportWriter {
    /// One file: where it goes inside the folder, with `/`, and what it holds.
    struct File {
        let path: String
        let bytes: Data
    }

    /// What may be replaced.
    enum Overwriting {
        /// An empty folder, or one that holds nothing but an earlier export.
        case earlierExports
        /// Any folder, with all that it holds.
        case anything
    }

    private let folder: URL
    private let overwriting: Overwriting
    private let exchange: (URL, URL) -> FolderExchange.Ending

    /// Follows the folder where it is a link; missing folders above it are made.
    init(
        folder: URL, overwriting: Overwriting = .earlierExports,
        exchange: @escaping (URL, URL) -> FolderExchange.Ending = FolderExchange.exchange
    ) {
        self.folder = folder.standardizedFileURL.resolvingSymlinksInPath()
        self.overwriting = overwriting
        self.exchange = exchange
    }

    /// Writes the files; returns once they are on the disk.
    ///
    /// - Throws: ``ExportWritingError``; the folder is then as it was.
    func write(_ files: [File]) async throws {
        try await write { folder in
            for file in files { try folder.append(file.bytes, to: file.path) }
        }
    }

    /// Lets `body` fill a folder piece by piece; returns once all of it is on the disk.
    ///
    /// - Throws: ``ExportWritingError``, or what `body` throws; the folder is then as it was.
    func write<Result>(_ body: (ExportFolder) async throws -> Result) async throws -> Result {
        try makeParents()
        try sweep()
        try checkFolder()
        let result: Result
        do {
            try makeFolder(staging)
            let filling = ExportFolder(at: staging)
            result = try await body(filling)
            try filling.finish()
            try install()
        } catch {
            try? FileManager.default.removeItem(at: staging)
            throw error
        }
        try ExportFolder.sync(folder.deletingLastPathComponent())
        try? FileManager.default.removeItem(at: staging)
        return result
    }

    private var staging: URL { sibling(.staged, process: getpid()) }
}

extension ExportWriter {
    private func checkFolder() throws(ExportWritingError) {
        switch kind(of: folder) {
        case nil: return
        case .typeDirectory:
            guard overwriting == .earlierExports, let stranger = EarlierExport(in: folder).stranger else { return }
            throw .occupied(folder: folder.path, file: stranger)
        case _: throw .notAFolder(folder.path)
        }
    }

    private func kind(of url: URL) -> FileAttributeType? {
        (try? FileManager.default.attributesOfItem(atPath: url.path))?[.type] as? FileAttributeType
    }

    private func makeParents() throws(ExportWritingError) {
        let parent = folder.deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        } catch {
            throw .failed("make the folder", parent.path, reason: error.localizedDescription)
        }
    }

    /// A folder that takes another's place keeps its permissions.
    private func makeFolder(_ url: URL) throws(ExportWritingError) {
        guard mkdir(url.path, 0o777) == 0 else { throw .failing("make the folder", url) }
        var old = stat()
        guard stat(folder.path, &old) == 0 else { return }
        guard chmod(url.path, old.st_mode & 0o7777) == 0 else { throw .failing("set the permissions of", url) }
    }
}

extension ExportWriter {
    private enum Sibling: String {
        /// A new export that is being written.
        case staged
        /// The earlier export, on its way out, where the file system cannot exchange two folders.
        case replaced
    }

    private func sibling(_ kind: Sibling, process: Int32) -> URL {
        folder.deletingLastPathComponent()
            .appendingPathComponent(".\(folder.lastPathComponent).\(kind.rawValue)-\(process)")
    }

    /// Puts the new folder in its place; an earlier one is then where the new one was.
    private func install() throws(ExportWritingError) {
        guard kind(of: folder) != nil else {
            guard rename(staging.path, folder.path) == 0 else { throw .failing("make", folder) }
            return
        }
        switch exchange(staging, folder) {
        case .exchanged: return
        case .unsupported: try installInTwoSteps()
        case .failed: throw .failing("replace", folder)
        }
    }

    private func installInTwoSteps() throws(ExportWritingError) {
        let replaced = sibling(.replaced, process: getpid())
        guard rename(folder.path, replaced.path) == 0 else { throw .failing("replace", folder) }
        guard rename(staging.path, folder.path) == 0 else {
            let error = ExportWritingError.failing("replace", folder)
            rename(replaced.path, folder.path)
            throw error
        }
        try? FileManager.default.removeItem(at: replaced)
    }

    /// Clears away what interrupted writes of this folder left; an earlier export that was on its way out comes back
    /// when nothing has taken its place.
    private func sweep() throws(ExportWritingError) {
        let parent = folder.deletingLastPathComponent()
        for name in (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? [] {
            guard let kind = leftover(name) else { continue }
            let url = parent.appendingPathComponent(name)
            if kind == .replaced, self.kind(of: folder) == nil {
                guard rename(url.path, folder.path) == 0 else { throw .failing("restore", folder) }
            } else {
                try? FileManager.default.removeItem(at: url)
            }
        }
    }

    /// What a name beside the folder is; nil for anything but the remains of a process that is gone.
    private func leftover(_ name: String) -> Sibling? {
        for kind in [Sibling.staged, .replaced] {
            let start = ".\(folder.lastPathComponent).\(kind.rawValue)-"
            guard name.hasPrefix(start), let process = Int32(name.dropFirst(start.count)) else { continue }
            return process == getpid() || (kill(process, 0) != 0 && errno == ESRCH) ? kind : nil
        }
        return nil
    }
}

/// What a folder holds, judged by the manifest of an export.
private struct EarlierExport {
    /// The first file that no export wrote; nil when there is none.
    let stranger: String?

    init(in folder: URL) {
        let listed = Self.manifests.lazy.compactMap { Self.paths(listedBy: $0, in: folder) }.first
        let ours = listed.map { $0.union(Self.accounts) } ?? []
        let all = (FileManager.default.subpaths(atPath: folder.path) ?? []).sorted()
        stranger = all.first { !ours.contains($0) && !Self.isFolder(folder.appendingPathComponent($0)) }
    }

    private static let manifests = [ExportManifest.path, "manifest.json"]
    private static let accounts = ["manifest/rows.jsonl", "manifest/skipped.jsonl"]

    private static func paths(listedBy manifest: String, in folder: URL) -> Set<String>? {
        guard let bytes = try? Data(contentsOf: folder.appendingPathComponent(manifest)),
            let content = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any],
            content["kind"] as? String == ExportManifest.kind,
            let files = content["files"] as? [[String: Any]]
        else { return nil }
        return Set(files.compactMap { $0["path"] as? String } + [manifest])
    }

    /// A link to a folder is no folder of ours.
    private static func isFolder(_ url: URL) -> Bool {
        let type = (try? FileManager.default.attributesOfItem(atPath: url.path))?[.type] as? FileAttributeType
        return type == .typeDirectory
    }
}
