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

    /// What may be replaced, beside an empty folder; never what no export wrote.
    enum Replaceable: Hashable {
        /// An earlier export of the same kind.
        case exports(like: ExportStamp)
        /// Any earlier export.
        case anyExport
    }

    private let folder: URL
    private let replaceable: Replaceable
    private let exchange: (URL, URL) -> FolderExchange.Ending
    private let confirm: (URL) throws(ExportWritingError) -> Void

    /// Follows the folder where it is a link; missing folders above it are made.
    ///
    /// `confirm` sees to it that what was put into a folder is on the disk.
    init(
        folder: URL, replacing replaceable: Replaceable = .anyExport,
        exchange: @escaping (URL, URL) -> FolderExchange.Ending = FolderExchange.exchange,
        confirm: @escaping (URL) throws(ExportWritingError) -> Void = ExportFolder.sync
    ) {
        self.folder = folder.standardizedFileURL.resolvingSymlinksInPath()
        self.replaceable = replaceable
        self.exchange = exchange
        self.confirm = confirm
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
    /// - Throws: ``ExportWritingError``, or what `body` throws; the folder is then as it was, but after
    ///   ``ExportWritingError/unconfirmed(folder:reason:)``.
    func write<Result>(_ body: (ExportFolder) async throws -> Result) async throws -> Result {
        try makeParents()
        try sweep()
        try checkFolder()
        let staging = try makeStaging()
        let result: Result
        let replaced: URL?
        do {
            let filling = ExportFolder(at: staging)
            result = try await body(filling)
            try filling.finish()
            replaced = try install(staging)
        } catch {
            try? FileManager.default.removeItem(at: staging)
            throw error
        }
        try confirmInstalled()
        if let replaced { try? FileManager.default.removeItem(at: replaced) }
        return result
    }
}

extension ExportWriter {
    private func checkFolder() throws(ExportWritingError) {
        switch kind(of: folder) {
        case nil: return
        case .typeDirectory:
            let earlier = EarlierExport(in: folder)
            if let stranger = earlier.stranger { throw .occupied(folder: folder.path, file: stranger) }
            guard case .exports(let wanted) = replaceable, let found = earlier.stamp, !found.isLike(wanted) else {
                return
            }
            throw .otherExport(folder: folder.path, found: found, wanted: wanted)
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
            throw .failing("make the folder", parent, error)
        }
    }

    /// A folder that takes another's place keeps its permissions.
    private func makeStaging() throws(ExportWritingError) -> URL {
        let url = try makeSibling(.staged)
        var old = stat()
        guard stat(folder.path, &old) == 0 else { return url }
        guard chmod(url.path, old.st_mode & 0o7777) == 0 else { throw .failing("set the permissions of", url) }
        return url
    }
}

extension ExportWriter {
    private enum Sibling: String {
        /// A new export that is being written.
        case staged
        /// The earlier export, on its way out, where the file system cannot exchange two folders.
        case replaced
    }

    private func start(of kind: Sibling) -> String { ".\(folder.lastPathComponent).\(kind.rawValue)-" }

    /// Makes a folder that no other write of this process has.
    private func makeSibling(_ kind: Sibling) throws(ExportWritingError) -> URL {
        let parent = folder.deletingLastPathComponent()
        var number = 1
        while true {
            let url = parent.appendingPathComponent("\(start(of: kind))\(ProcessMark.own)-\(number)")
            if mkdir(url.path, 0o777) == 0 { return url }
            guard errno == EEXIST else { throw .failing("make the folder", url) }
            number += 1
        }
    }

    /// Puts the new folder in its place; gives the place where an earlier one is then.
    private func install(_ staging: URL) throws(ExportWritingError) -> URL? {
        guard kind(of: folder) != nil else {
            guard rename(staging.path, folder.path) == 0 else { throw .failing("make", folder) }
            return nil
        }
        switch exchange(staging, folder) {
        case .exchanged: return staging
        case .unsupported: return try installInTwoSteps(staging)
        case .failed: throw .failing("replace", folder)
        }
    }

    private func installInTwoSteps(_ staging: URL) throws(ExportWritingError) -> URL {
        let replaced = try makeSibling(.replaced)
        guard rename(folder.path, replaced.path) == 0 else {
            let error = ExportWritingError.failing("replace", folder)
            rmdir(replaced.path)
            throw error
        }
        guard rename(staging.path, folder.path) == 0 else {
            let error = ExportWritingError.failing("replace", folder)
            rename(replaced.path, folder.path)
            throw error
        }
        return replaced
    }

    /// The earlier export, where there was one, is kept aside until the new one is safe.
    private func confirmInstalled() throws(ExportWritingError) {
        do throws(ExportWritingError) { try confirm(folder.deletingLastPathComponent()) } catch {
            guard case .failed(_, _, let reason) = error else { throw error }
            throw .unconfirmed(folder: folder.path, reason: reason)
        }
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
        for kind in [Sibling.staged, .replaced] where name.hasPrefix(start(of: kind)) {
            return ProcessMark(startOf: name.dropFirst(start(of: kind).count))?.isGone == true ? kind : nil
        }
        return nil
    }
}
