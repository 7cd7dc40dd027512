import DisplaySafety
import Foundation

/// What servers said beside their answers, a file for each: that of the last run.
struct ServerLogs {
    let folder: String

    /// Writes the log of a server, made safe to look at; a server that said nothing leaves an empty file.
    ///
    /// A log that cannot be written is no reason to stop: it is for people who look for one.
    func keep(_ text: String, of server: String) {
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try? Data(SafeText(text).plain.utf8).write(to: URL(fileURLWithPath: path(of: server)), options: .atomic)
    }

    private func path(of server: String) -> String {
        let name = server.unicodeScalars.map { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789_-".unicodeScalars.contains(scalar))
                ? String(scalar) : "_"
        }
        return "\(folder)/\(name.joined().prefix(100)).log"
    }
}
