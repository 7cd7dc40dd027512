import Foundation
import Subprocess

/// What a child left behind.
package struct ChildResult: Hashable, Sendable {
    package let ending: ChildEnding
    /// All it wrote to its output.
    package let output: Data
    /// The end of what it wrote to its error stream.
    package let errors: Data

    package init(ending: ChildEnding, output: Data, errors: Data) {
        self.ending = ending
        self.output = output
        self.errors = errors
    }
}

/// How much of a child's words is kept, in bytes.
package struct ChildLimits: Hashable, Sendable {
    /// More than that is an error.
    package var output: Int
    /// What came before is dropped.
    package var errors: Int

    package init(output: Int = 1 << 20, errors: Int = 64 << 10) {
        self.output = output
        self.errors = errors
    }
}

extension ChildCommand {
    /// Runs the child to its end without any input, and collects what it says.
    ///
    /// However it ends, no process of its group is left. Cancelling kills it.
    ///
    /// - Throws: ``ChildProcessError``, or `CancellationError`.
    package func collect(within deadline: Duration, limits: ChildLimits = ChildLimits()) async throws -> ChildResult {
        try await withThrowingTaskGroup(of: ChildResult.self) { group in
            group.addTask { try await collect(limits) }
            group.addTask {
                try await Task.sleep(for: deadline)
                throw ChildProcessError.timedOut(program, after: deadline)
            }
            defer { group.cancelAll() }
            guard let result = try await group.next() else { throw CancellationError() }
            return result
        }
    }

    private func collect(_ limits: ChildLimits) async throws -> ChildResult {
        let (words, ending) = try await live(input: .none) { child in
            async let output = child.standardOutput.bytes(upTo: limits.output)
            async let errors = child.standardError.lastBytes(limits.errors)
            do {
                let all = try await output
                guard let all else { throw ChildProcessError.tooMuchOutput(program, limit: limits.output) }
                let words = (output: all, errors: try await errors)
                try await child.waitForEnd()
                return words
            } catch {
                // What still reads ends with the child.
                child.killGroup()
                throw error
            }
        }
        try Task.checkCancellation()
        return ChildResult(ending: ending, output: words.output, errors: words.errors)
    }
}

extension SubprocessOutputSequence {
    /// Everything; nil when it is more than the limit.
    fileprivate func bytes(upTo limit: Int) async throws -> Data? {
        var all = Data()
        for try await piece in self {
            guard all.count + piece.count <= limit else { return nil }
            piece.withUnsafeBytes { all.append(contentsOf: $0) }
        }
        return all
    }

    /// The last bytes; the rest is read, so that the child never waits, and dropped.
    fileprivate func lastBytes(_ count: Int) async throws -> Data {
        var last = Data()
        for try await piece in self {
            piece.withUnsafeBytes { last.append(contentsOf: $0) }
            if last.count > 2 * count { last = Data(last.suffix(count)) }
        }
        return Data(last.suffix(count))
    }
}
