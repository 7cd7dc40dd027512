import Foundation
import Glibc

/// Why an export was not written.
enum ExportWritingError: Error, Hashable, CustomStringConvertible {
    case notAFolder(String)
    /// The folder holds something that an export did not write.
    case occupied(folder: String, file: String)
    /// The system refused a step.
    case failed(_ action: String, _ path: String, reason: String)

    /// Reads the reason from `errno`.
    static func failing(_ action: String, _ url: URL) -> ExportWritingError {
        .failed(action, url.path, reason: String(cString: strerror(errno)))
    }

    var description: String {
        switch self {
        case .notAFolder(let path):
            "\(path) is a file, and an export is a folder. Choose another name."
        case .occupied(let folder, let file):
            "\(folder) holds \(file), which no export wrote. Choose another folder, or allow it to be replaced."
        case .failed(let action, let path, let reason):
            "Could not \(action) \(path): \(reason). The export was not written; choose another folder or make room."
        }
    }
}
