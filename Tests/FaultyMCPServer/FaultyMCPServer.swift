import Foundation

/// An MCP server over stdin and stdout that misbehaves as its first argument says.
@main
enum FaultyMCPServer {
    static func main() {
        let name = CommandLine.arguments.dropFirst().first ?? "well"
        guard let mode = Mode(rawValue: name) else {
            say("There is no mode \(name).")
            exit(64)
        }
        signal(SIGPIPE, SIG_IGN)
        Server(mode, extra: Array(CommandLine.arguments.dropFirst(2))).serve()
    }

    /// Writes a line to the error stream.
    static func say(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }
}

/// One way to misbehave.
enum Mode: String, CaseIterable {
    /// Not at all.
    case well
    /// Speaks only the newest version, only the handshake, or a version of its own.
    case stateless, handshake, wrongVersion = "wrong-version", disjoint
    /// Ends when it is asked something before `initialize`.
    case diesOnProbe = "dies-on-probe"
    /// Answers `server/discover` after it was given up.
    case lateProbe = "late-probe"
    /// At the start.
    case silent, banner, exitsAtOnce = "exits-at-once", bom
    /// Lines that are none, before each answer; without end; or instead of the answer.
    case garbage, garbageForEver = "garbage-for-ever", endlessLine = "endless-line", batch
    case oddLines = "odd-lines", splitWrites = "split-writes"
    /// Ids.
    case wrongIDs = "wrong-ids", duplicateIDs = "duplicate-ids"
    /// At the end: ignores that its input ended, and SIGTERM; a grandchild that does so.
    case neverExits = "never-exits", grandchild
    case floodsErrors = "floods-errors"
    /// Lists.
    case badSchema = "bad-schema", pagesForEver = "pages-for-ever", repeatsPage = "repeats-page", manyTools =
        "many-tools"
    case changedList = "changed-list", noList = "no-list"
    /// Asks the client for things before it answers.
    case asks
    /// Does not read what it is sent after the list.
    case deaf
}
