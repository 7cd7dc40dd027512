import ArgumentParser
import Foundation

/// The two streams that the program writes to; a stream that takes nothing is an error to report, never a trap.
enum Output {
    /// What was asked for: stdout.
    case data
    /// Everything else: stderr.
    case notes

    /// Writes bytes as they are.
    ///
    /// - Throws: ``CommandFailure`` when the stream is full or closed. A reader that leaves early is no failure worth a
    ///   word: that is an exit code alone, as shells report a program that SIGPIPE has ended.
    func write(_ bytes: Data) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            switch (count, errno) {
            case (0..., _): rest = rest.dropFirst(count)
            case (_, EINTR): continue
            case (_, EPIPE): throw ExitCode.signal(SIGPIPE)
            case (_, let number): throw CommandFailure(Self.text(of: number))
            }
        }
    }

    func write(_ text: String) throws {
        try write(Data(text.utf8))
    }

    func line(_ text: String) throws {
        try write(text + "\n")
    }

    private var descriptor: Int32 {
        switch self {
        case .data: STDOUT_FILENO
        case .notes: STDERR_FILENO
        }
    }

    private static func text(of number: Int32) -> String {
        "The output cannot be written: \(String(cString: strerror(number))). Free some space, or choose another place."
    }
}
