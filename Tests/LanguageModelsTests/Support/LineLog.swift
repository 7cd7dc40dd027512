import Engine
import Synchronization

/// Keeps what a model tells and asks while it works.
final class LineLog: Sendable {
    enum Entry: Hashable {
        case asked
        case failed(mayHaveCost: Bool)
        case streamed(StreamedText)
    }

    private let entries = Mutex<[Entry]>([])

    var all: [Entry] { entries.withLock { $0 } }
    var asked: Int { all.count { $0 == .asked } }

    /// A line that nobody watches.
    var line: ModelLine {
        ModelLine(beforeSending: { self.add(.asked) }, tryFailed: { self.add(.failed(mayHaveCost: $0)) })
    }

    /// A line for somebody who watches the text arrive.
    var watchedLine: ModelLine {
        ModelLine(
            beforeSending: { self.add(.asked) }, tryFailed: { self.add(.failed(mayHaveCost: $0)) },
            streamed: { self.add(.streamed($0)) })
    }

    private func add(_ entry: Entry) {
        entries.withLock { $0.append(entry) }
    }
}
