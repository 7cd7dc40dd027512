import DatasetFormats
import Engine
import Foundation
import Glibc

/// A folder that an export fills piece by piece.
final class ExportFolder {
    /// One file so far.
    private struct Filling {
        var descriptor: Int32?
        var bytes = 0
        var rows = 0
        var hasher = ContentHasher()
    }

    /// Files that are open at once; the system allows a thousand and more.
    private static let mostOpen = 64

    private let root: URL
    private var paths: [String] = []
    private var files: [String: Filling] = [:]
    private var open: [String] = []
    /// The folders that were made, by their paths.
    private var folders: Set<String> = []

    init(at root: URL) {
        self.root = root
    }

    /// The files so far, in the order in which they were begun.
    var written: [WrittenFile] {
        paths.compactMap { path in
            files[path].map { WrittenFile(path: path, bytes: $0.bytes, hash: $0.hasher.hash, rows: $0.rows) }
        }
    }

    /// Adds to the end of a file, which is begun where there is none.
    func append(_ bytes: Data, to path: String, rows: Int = 0) throws(ExportWritingError) {
        let url = root.appendingPathComponent(path)
        let descriptor = try descriptor(of: path, at: url)
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .failing("write", url) }
            rest = rest.dropFirst(count)
        }
        files[path]?.bytes += bytes.count
        files[path]?.rows += rows
        files[path]?.hasher.add(bytes)
    }

    /// Brings everything to the disk.
    func finish() throws(ExportWritingError) {
        for path in open { try close(path) }
        open = []
        for folder in folders { try Self.sync(URL(fileURLWithPath: folder)) }
        try Self.sync(root)
    }

    static func sync(_ folder: URL) throws(ExportWritingError) {
        let file = Glibc.open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { throw .failing("open", folder) }
        defer { Glibc.close(file) }
        guard fsync(file) == 0 else { throw .failing("write", folder) }
    }

    deinit {
        for file in files.values { if let descriptor = file.descriptor { Glibc.close(descriptor) } }
    }
}

extension ExportFolder {
    private func descriptor(of path: String, at url: URL) throws(ExportWritingError) -> Int32 {
        if let descriptor = files[path]?.descriptor { return descriptor }
        if open.count >= Self.mostOpen { try close(open.removeFirst()) }
        let isNew = files[path] == nil
        if isNew { try makeFolder(of: url) }
        let flags = O_WRONLY | O_APPEND | O_CLOEXEC | (isNew ? O_CREAT | O_EXCL : 0)
        let descriptor = Glibc.open(url.path, flags, 0o666)
        guard descriptor >= 0 else { throw .failing("create", url) }
        if isNew {
            paths.append(path)
            files[path] = Filling()
        }
        files[path]?.descriptor = descriptor
        open.append(path)
        return descriptor
    }

    private func makeFolder(of url: URL) throws(ExportWritingError) {
        let parent = url.deletingLastPathComponent()
        guard !folders.contains(parent.path) else { return }
        do {
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        } catch {
            throw .failing("make the folder", parent, error)
        }
        var made = parent
        while made.path != root.path, folders.insert(made.path).inserted { made = made.deletingLastPathComponent() }
    }

    private func close(_ path: String) throws(ExportWritingError) {
        guard let descriptor = files[path]?.descriptor else { return }
        files[path]?.descriptor = nil
        defer { Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .failing("write", root.appendingPathComponent(path)) }
    }
}
