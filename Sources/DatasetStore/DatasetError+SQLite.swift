import Engine
import GRDB

extension DatasetError {
    /// What an error of the database means for whoever uses the file at `path`.
    init(_ error: any Error, at path: String) {
        switch error {
        case let error as DatasetError: self = error
        case let error as DatabaseError: self = Self.meaning(of: error, at: path)
        case is DecodingError: self = .damaged(path: path, what: "a stored value cannot be read")
        case let error: self = .failed(path: path, reason: "\(error)")
        }
    }

    private static func meaning(of error: DatabaseError, at path: String) -> DatasetError {
        let reason = error.message ?? "\(error.resultCode)"
        return switch error.resultCode {
        case .SQLITE_FULL: .diskFull(path: path)
        case .SQLITE_IOERR: .inputOutput(path: path, reason: reason)
        case .SQLITE_READONLY: .readOnly(path: path)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .cannotOpen(path: path, reason: reason)
        case .SQLITE_CORRUPT: .damaged(path: path, what: reason)
        case .SQLITE_NOTADB: .notADataset(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
        case _: .failed(path: path, reason: reason)
        }
    }
}
