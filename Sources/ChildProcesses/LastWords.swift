import Foundation
import Subprocess
import Synchronization

/// The end of what a child writes to its error stream.
final class LastWords: Sendable {
    private static let limit = 64 << 10

    private let kept = Mutex(Data())
    private let isOver = Mutex(false)

    /// Reads to the end, so that the child never waits; what cannot be kept is dropped.
    func listen(to stream: SubprocessOutputSequence) async {
        do {
            for try await piece in stream { append(piece) }
        } catch {
            // A stream that cannot be read has no more to say.
        }
        isOver.withLock { $0 = true }
    }

    /// Waits until all is heard that was said, but no longer than a moment: a grandchild may hold the stream.
    func settle(within limit: Duration = .milliseconds(200)) async {
        let last = ContinuousClock.now.advanced(by: limit)
        while !isOver.withLock(\.self), ContinuousClock.now < last {
            do { try await Task.sleep(for: .milliseconds(2)) } catch { return }
        }
    }

    /// The last so many lines.
    func lines(_ count: Int) -> [String] {
        let kept = kept.withLock { Data($0.suffix(Self.limit)) }
        return kept.split(separator: UInt8(ascii: "\n")).suffix(count).map { line in
            String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
        }
    }

    private func append(_ piece: SubprocessOutputSequence.Buffer) {
        kept.withLock { kept in
            piece.withUnsafeBytes { kept.append(contentsOf: $0) }
            if kept.count > 2 * Self.limit { kept = Data(kept.suffix(Self.limit)) }
        }
    }
}
