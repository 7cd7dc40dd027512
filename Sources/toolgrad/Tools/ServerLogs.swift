import DisplaySafety
import Foundation

/// What servers said beside their answers, a file for each: that of the last run, and beside it that of the run before.
///
/// Nobody else may read them.
struct ServerLogs {
    let folder: String
    /// The longest log, in bytes; of a longer one the end is kept.
    var limit = 8 << 20

    /// Writes the log of a server, made safe to look at; a server that said nothing leaves an empty file.
    ///
    /// A log that cannot be written is no reason to stop: it is for people who look for one.
    func keep(_ text: String, of server: String) {
        let (file, staged) = (path(of: server), path(of: server) + ".\(getpid())")
        let bytes = Data(SafeText(text).plain.utf8)
        let files = FileManager.default
        do {
            try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
            guard files.createFile(atPath: staged, contents: end(of: bytes), attributes: Self.ours) else { return }
            if rename(file, file + ".1") == 0 { try files.setAttributes(Self.ours, ofItemAtPath: file + ".1") }
        } catch {}
        if rename(staged, file) != 0 { unlink(staged) }
    }

    private static let ours: [FileAttributeKey: any Sendable] = [.posixPermissions: 0o600]

    /// Whole lines, as many as there is room for.
    private func end(of bytes: Data) -> Data {
        guard bytes.count > limit else { return bytes }
        let title = Data("the beginning is dropped\n".utf8)
        let rest = bytes.suffix(max(0, limit - title.count))
        return title + rest[(rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.startIndex)...].dropFirst()
    }

    private func path(of server: String) -> String {
        let name = server.unicodeScalars.map { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789_-".unicodeScalars.contains(scalar))
                ? String(scalar) : "_"
        }
        return "\(folder)/\(name.joined().prefix(100)).log"
    }
}
