import Engine
import Foundation
import Glibc

/// The folder where approvals live: one file for each command or address that something was approved of.
///
/// Nothing is ever deleted from it; another command under a name that is known gets a file of its own.
struct ApprovalFolder: Sendable {
    private static let largestFile = 64 << 20

    let path: String

    init(_ path: String) {
        self.path = path
    }

    /// What was approved of a command; else what was approved of another one under the same name, the latest first.
    ///
    /// The second kind allows nothing, as its identity shows; it is there to show the difference. Nil when there is
    /// neither.
    ///
    /// - Throws: ``ApprovalFileError`` when the command's own file cannot be read; nothing is approved then.
    func approval(of source: String, identity: ContentHash) throws(ApprovalFileError) -> ToolApproval? {
        let files = try names()
        var own: [ToolApproval] = []
        for file in files where file.hasSuffix("-\(identity.short).json") {
            let approval = try read(file)
            if approval.identity == identity { own.append(approval) }
        }
        if let same = own.first(where: { ExactText($0.source) == ExactText(source) }) ?? own.first { return same }
        return earlier(of: source, among: files)
    }

    /// Writes an approval; returns the path of its file once it is on the disk.
    ///
    /// - Throws: ``ApprovalFileError``; what was approved before is then as it was.
    @discardableResult
    func write(_ approval: ToolApproval) throws(ApprovalFileError) -> String {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .unwritable(path, reason: error.localizedDescription)
        }
        let name = Self.fileName(of: approval)
        let staged = path + "/.\(name).\(getpid())"
        do throws(ApprovalFileError) {
            try write(Data((approval.json.prettyText + "\n").utf8), to: staged)
            guard rename(staged, path + "/" + name) == 0 else { throw .writing(path + "/" + name) }
        } catch {
            unlink(staged)
            throw error
        }
        try syncFolder()
        return path + "/" + name
    }

    /// The name of the file for an approval: the source's name with what a file name cannot hold as `%20`, and the
    /// beginning of the identity.
    static func fileName(of approval: ToolApproval) -> String {
        let name = approval.source.utf8.prefix(longestName).map { byte in
            plain.contains(byte) ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
        return "\(name.hasPrefix(".") ? "%2e" + name.dropFirst() : name)-\(approval.identity.short).json"
    }

    /// Bytes of a source's name that the name of its file has at most, each up to three characters.
    private static let longestName = 60
    private static let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-".utf8)
}

extension ApprovalFolder {
    /// A folder that is not there has no files.
    private func names() throws(ApprovalFileError) -> [String] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path)
                .filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.sorted()
        } catch {
            throw .unreadable(path, reason: error.localizedDescription)
        }
    }

    /// A damaged file of another command is no reason to refuse this one, so it is passed over.
    private func earlier(of source: String, among files: [String]) -> ToolApproval? {
        files.compactMap { file -> (age: Date, approval: ToolApproval)? in
            guard let approval = try? read(file), ExactText(approval.source) == ExactText(source) else { return nil }
            let attributes = try? FileManager.default.attributesOfItem(atPath: path + "/" + file)
            return (attributes?[.modificationDate] as? Date ?? .distantPast, approval)
        }.max { $0.age < $1.age }?.approval
    }

    private func read(_ name: String) throws(ApprovalFileError) -> ToolApproval {
        let file = path + "/" + name
        var found = stat()
        guard stat(file, &found) == 0 else { throw .unreadable(file, reason: String(cString: strerror(errno))) }
        // A pipe or a device would keep the reader waiting.
        guard found.st_mode & S_IFMT == S_IFREG, found.st_size <= Self.largestFile else {
            throw .damaged(file, reason: "It is no file of at most 64 MiB.")
        }
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw .unreadable(file, reason: "it cannot be opened")
        }
        return try ToolApproval(file: file, bytes: bytes)
    }

    private func write(_ bytes: Data, to staged: String) throws(ApprovalFileError) {
        unlink(staged)
        let file = open(staged, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .writing(staged) }
        defer { close(file) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw .writing(staged) }
            rest = rest.dropFirst(written)
        }
        guard fsync(file) == 0 else { throw .writing(staged) }
    }

    private func syncFolder() throws(ApprovalFileError) {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw .writing(path) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw .writing(path) }
    }
}
