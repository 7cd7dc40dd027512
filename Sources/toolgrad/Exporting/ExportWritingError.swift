import Foundation
import Glibc

/// Why an export was not written.
enum ExportWritingError: Error, Hashable, CustomStringConvertible {
    case notAFolder(String)
    /// The folder holds something that an export did not write.
    case occupied(folder: String, file: String)
    /// The folder holds another kind of export.
    case otherExport(folder: String, found: ExportStamp, wanted: ExportStamp)
    /// The system refused a step.
    case failed(_ action: String, _ path: String, reason: String)
    /// Everything is in its place, and may not outlast a loss of power.
    case unconfirmed(folder: String, reason: String)

    /// Reads the reason from `errno`.
    static func failing(_ action: String, _ url: URL) -> ExportWritingError {
        .failed(action, url.path, reason: String(cString: strerror(errno)))
    }

    /// Takes the reason from an error of another module.
    static func failing(_ action: String, _ url: URL, _ error: any Error) -> ExportWritingError {
        let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        guard let cause, cause.domain == NSPOSIXErrorDomain else {
            return .failed(action, url.path, reason: error.localizedDescription)
        }
        return .failed(action, url.path, reason: String(cString: strerror(Int32(cause.code))))
    }

    var description: String {
        switch self {
        case .notAFolder(let path):
            "\(path) is a file, and an export is a folder. Choose another name."
        case .occupied(let folder, let file):
            "\(folder) holds \(file), which no export wrote. Choose another folder, or move the file away first."
        case .otherExport(let folder, let found, let wanted):
            "\(folder) holds an export as \(found), and this one is as \(wanted). Choose another folder, or give "
                + "--replace."
        case .failed(let action, let path, let reason):
            "Could not \(action) \(path): \(reason.withoutFullStop). The export was not written; choose another folder "
                + "or make room."
        case .unconfirmed(let folder, let reason):
            "\(folder) holds the new export, but the system did not confirm that it is on the disk: "
                + "\(reason.withoutFullStop). Check the disk, and export again."
        }
    }
}

extension String {
    /// Some of the system's reasons are sentences, some are not.
    fileprivate var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
