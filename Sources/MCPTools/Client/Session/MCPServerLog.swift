/// What a server said beside its answers, and what had to be dropped; the oldest entries go first.
///
/// Its texts are the server's own: whoever shows them makes them safe first.
package struct MCPServerLog: Hashable, Sendable {
    package enum Entry: Hashable, Sendable {
        /// A log notification, with its level.
        case said(level: String, text: String)
        /// A line that is no message: its beginning, and what is wrong with it.
        case badLine(String, reason: String)
        /// Something that the server asked of us and did not get.
        case refused(method: String)
        /// What happened to the session, as a whole sentence.
        case note(String)
    }

    /// How often something was dropped.
    package struct Counts: Hashable, Sendable {
        package var badLines = 0
        package var badBytes = 0
        /// Answers that came after their request was given up.
        package var lateAnswers = 0
        /// Answers to what was answered already.
        package var repeatedAnswers = 0
        /// Answers to what was never asked.
        package var unknownAnswers = 0
        /// Notifications that mean nothing to us.
        package var otherNotifications = 0
        package var refusedRequests = 0
        package var progressReports = 0

        package init() {}
    }

    package private(set) var entries: [Entry] = []
    package var counts = Counts()
    /// Entries that had to make room.
    package private(set) var dropped = 0

    private static let most = 200
    private static let longest = 2_000
    /// Stands at the end of a text that was cut.
    static let cutSign = " […]"

    package init() {}

    package mutating func add(_ entry: Entry) {
        entries.append(entry.cut(to: Self.longest))
        guard entries.count > Self.most else { return }
        entries.removeFirst()
        dropped += 1
    }

    /// Takes in what an earlier session of the same server left behind.
    package mutating func append(_ later: MCPServerLog) {
        for entry in later.entries { add(entry) }
        dropped += later.dropped
        counts.add(later.counts)
    }
}

extension MCPServerLog.Entry {
    fileprivate func cut(to length: Int) -> MCPServerLog.Entry {
        func cut(_ text: String) -> String {
            text.utf8.count > length ? String(text.prefix(length / 4)) + MCPServerLog.cutSign : text
        }
        return switch self {
        case .said(let level, let text): .said(level: cut(level), text: cut(text))
        case .badLine(let text, let reason): .badLine(cut(text), reason: cut(reason))
        case .refused(let method): .refused(method: cut(method))
        case .note(let text): .note(cut(text))
        }
    }
}

extension MCPServerLog.Counts {
    fileprivate mutating func add(_ other: MCPServerLog.Counts) {
        badLines += other.badLines
        badBytes += other.badBytes
        lateAnswers += other.lateAnswers
        repeatedAnswers += other.repeatedAnswers
        unknownAnswers += other.unknownAnswers
        otherNotifications += other.otherNotifications
        refusedRequests += other.refusedRequests
        progressReports += other.progressReports
    }
}
