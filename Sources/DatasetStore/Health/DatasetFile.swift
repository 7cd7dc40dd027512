import Foundation

/// What lies at the path of a dataset and beside it, seen without opening a database.
package struct DatasetFile: Hashable, Sendable {
    /// What is at the path.
    package enum Kind: Hashable, Sendable {
        case nothing
        case file(bytes: Int)
        /// A folder, a pipe or a device.
        case somethingElse
    }

    package let path: String
    package let kind: Kind
    /// Whether a commit could be made here: it changes the file, and makes a journal in the folder.
    package let isWritable: Bool
    /// Whether the file says that its commits go to a write-ahead log.
    package let usesLog: Bool
    /// What unfinished commits have left beside the file, and those under way are using.
    package let journals: [JournalFile]
    /// Whether the log's readers and writers have the file that they share.
    let hasIndex: Bool
    /// The run locks beside the file, whether or not somebody holds them.
    package let locks: [LockFile]

    /// Looks at a path.
    ///
    /// Not for a process that has the file open as a dataset: closing a file gives up the locks on it.
    package init(at path: String) {
        self.path = path
        kind = Kind(of: path)
        let folder = URL(filePath: path).deletingLastPathComponent().path
        isWritable = [path, folder].allSatisfy(FileManager.default.isWritableFile)
        usesLog = kind.isFile && Self.usesLog(path)
        journals = ["-journal", "-wal"].compactMap { ending in
            guard case .file(let bytes) = Kind(of: path + ending), bytes > 0 else { return nil }
            return JournalFile(path: path + ending, bytes: bytes)
        }
        hasIndex = Kind(of: path + "-shm") != .nothing
        locks = LockFile.all(beside: path)
    }

    /// Whether the log has commits that cannot be read without changing something.
    ///
    /// A file that was copied together with its log is like that, and one that was open when the machine stopped.
    package var hasUnreadLog: Bool { usesLog && !hasIndex && journals.contains { $0.path.hasSuffix("-wal") } }

    /// Bytes 18 and 19 of a database say how it is written and read: 2 is for the write-ahead log.
    private static func usesLog(_ path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? file.close() }
        guard let head = try? file.read(upToCount: 20), head.count == 20 else { return false }
        return head.starts(with: Array("SQLite format 3\0".utf8)) && head.suffix(2).contains(2)
    }
}

extension DatasetFile.Kind {
    init(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            self = .nothing
            return
        }
        self = status.st_mode & S_IFMT == S_IFREG ? .file(bytes: Int(status.st_size)) : .somethingElse
    }

    /// Whether it is a file, however empty.
    package var isFile: Bool { if case .file = self { true } else { false } }
}

/// A journal or log of commits beside a dataset, with something in it.
package struct JournalFile: Hashable, Sendable {
    package let path: String
    package let bytes: Int
}

/// The file by which processes agree on who grows a run.
package struct LockFile: Hashable, Sendable {
    /// The first digits of the run.
    package let run: String
    /// Who holds it, in words; nil when nobody does.
    package let holder: String?

    static func all(beside path: String) -> [LockFile] {
        let file = URL(filePath: path)
        let folder = file.deletingLastPathComponent().path
        let prefix = file.lastPathComponent + "."
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().filter { $0.hasPrefix(prefix) && $0.hasSuffix(".lock") }.compactMap { name in
            LockFile(at: folder + "/" + name, run: String(name.dropFirst(prefix.count).dropLast(".lock".count)))
        }
    }

    /// Nil for what is no file: a pipe of that name would keep its reader waiting for ever.
    private init?(at path: String, run: String) {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        self.run = run
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
        guard file >= 0 else {
            guard errno != ENOENT else { return nil }
            holder = "somebody whose lock may not be read"
            return
        }
        defer { close(file) }
        holder = RunLock.isHeld(file) ? Self.signature(in: file) : nil
    }

    private static func signature(in file: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 300)
        let count = pread(file, &bytes, bytes.count, 0)
        let line = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).prefix { $0 != "\n" }
        return line.isEmpty ? "another process" : String(line)
    }
}

extension RunLock {
    /// Whether a process holds the lock on an open file at this moment.
    fileprivate static func isHeld(_ file: Int32) -> Bool {
        flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
    }
}
