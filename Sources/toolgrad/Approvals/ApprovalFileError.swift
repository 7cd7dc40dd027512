import DisplaySafety
import Foundation
import Glibc

/// Why an approval could not be read or kept.
enum ApprovalFileError: Error, Hashable, CustomStringConvertible {
    /// The file is there and does not hold an approval.
    case damaged(_ file: String, reason: String)
    /// A later toolgrad wrote it.
    case tooNew(_ file: String, version: Int)
    case unreadable(_ path: String, reason: String)
    case unwritable(_ path: String, reason: String)

    /// Reads the reason from `errno`.
    static func writing(_ path: String) -> ApprovalFileError {
        .unwritable(path, reason: String(cString: strerror(errno)))
    }

    var description: String {
        switch self {
        case .damaged(let file, let reason):
            "The approval in \(safe(file)) cannot be used: \(safe(reason)) Nothing is allowed to its source. Mend the "
                + "file, or move it away and approve again."
        case .tooNew(let file, let version):
            "The approval in \(safe(file)) has version \(version), and this toolgrad reads version 1. Nothing is "
                + "allowed to its source. Use a newer toolgrad, or move the file away and approve again."
        case .unreadable(let path, let reason):
            "The approvals in \(safe(path)) cannot be read: \(safe(reason)). Nothing is allowed to the source. Check "
                + "the permissions."
        case .unwritable(let path, let reason):
            "The approval cannot be written to \(safe(path)): \(safe(reason)). Nothing was changed; check the "
                + "permissions, or make room."
        }
    }

    private func safe(_ text: String) -> String { SafeText(text).plain }
}
