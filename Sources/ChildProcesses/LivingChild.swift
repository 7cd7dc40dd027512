import Foundation

/// A child that lives for as long as somebody converses with it.
///
/// Outside of the conversation that it was given to, it reads as ended, and nothing reaches it any more.
package struct LivingChild: Sendable {
    /// What it writes to its output, piece by piece, as it comes; ends with the output, or with the child.
    ///
    /// To be read once, by one task. Nothing is read ahead: what nobody takes stays in the pipe (64 KiB), and the child
    /// waits for us. A task that is cancelled sees the end.
    package let output: AsyncThrowingStream<Data, any Error>
    private let input: ChildInput
    private let words: LastWords
    private let life: ChildLife

    init(output: AsyncThrowingStream<Data, any Error>, input: ChildInput, words: LastWords, life: ChildLife) {
        self.output = output
        self.input = input
        self.words = words
        self.life = life
    }

    /// Writes bytes to its input, whole and in the order of the calls; returns when all are written.
    ///
    /// Cancelling ends the waiting, not the writing, so that what others write stays readable. A child that does not
    /// read makes us wait, so put a deadline around it.
    ///
    /// - Throws: ``ConversationError``, or `CancellationError`.
    package func write(_ bytes: Data) async throws {
        // Its pipe may still be open, in a process that is just being started.
        if life.ending != nil { input.abandon() }
        try await input.write(bytes)
    }

    /// Ends its input once everything before is written; does not wait for that.
    package func endInput() async {
        input.end()
    }

    /// The last lines of its error stream, of at most 64 KiB, with replacements for what is no UTF-8.
    package func lastWords(lines: Int) -> [String] {
        words.lines(lines)
    }

    /// Waits until the child itself has ended; nil when it still lives after `limit`, or we are cancelled.
    ///
    /// Its own children may live on until the conversation is over. What it said last is then among its last words.
    package func waitForEnd(within limit: Duration) async -> ChildEnding? {
        let ending = await life.waitForEnd(within: limit)
        if ending != nil { await words.settle() }
        return ending
    }

    /// Sends SIGTERM to its whole group.
    package func terminate() {
        life.send(.terminate)
    }
}

/// Why a child could not be written to.
package enum ConversationError: Error, Hashable, Sendable {
    /// It no longer reads, or its input was ended.
    case inputClosed(ChildCommand.Program)
    /// It reads too slowly: so many bytes wait for it already.
    case notReading(ChildCommand.Program, waiting: Int)
}

extension ConversationError: CustomStringConvertible {
    /// What failed, on what; what was to be written is left out.
    package var description: String {
        switch self {
        case .inputClosed(let program):
            "\(program) no longer reads its input. See what it wrote to its error stream, or start it again."
        case .notReading(let program, let waiting):
            "\(program) does not read its input: \(waiting) bytes wait for it already. Start it again."
        }
    }
}
