import Foundation

/// The two streams that the program writes to; a stream that takes nothing is an error to report, never a trap.
enum Output {
    /// What was asked for: stdout.
    case data
    /// Everything else: stderr.
    case notes

    /// Writes bytes as they are.
    ///
    /// - Throws: ``CommandFailure`` when the stream is full or closed.
    func write(_ bytes: Data) throws {
        let stream: FileHandle =
            switch self {
            case .data: .standardOutput
            case .notes: .standardError
            }
        do { try stream.write(contentsOf: bytes) } catch {
            throw CommandFailure("The output cannot be written: the disk is full, or nobody reads it.")
        }
    }

    func write(_ text: String) throws {
        try write(Data(text.utf8))
    }

    func line(_ text: String) throws {
        try write(text + "\n")
    }
}
