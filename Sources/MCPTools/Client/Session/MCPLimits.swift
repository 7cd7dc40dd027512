/// How long things may take with one MCP server, and how large they may be.
package struct MCPLimits: Hashable, Sendable {
    /// For the answer to `server/discover`.
    package var probe = Duration.seconds(3)
    /// For the answer to `initialize`.
    package var initialize = Duration.seconds(7)
    /// For each page of the list of tools.
    package var listing = Duration.seconds(30)
    /// For one call, and for each that is made again before it.
    ///
    /// Never more than ``longestCall``, whatever progress is reported.
    package var call = Duration.seconds(30)
    /// For a process of a server with state to come free; nothing of it counts towards ``call``.
    package var lease = Duration.seconds(600)
    /// For closing a session; then it is killed.
    package var closing = Duration.seconds(4)
    /// One message, in bytes.
    package var line = 8 << 20
    /// One result, in bytes.
    package var result = 8 << 20
    /// Lines that are no message, before the server is given up.
    package var badLines = 100
    /// Bytes of such lines.
    package var badBytes = 1 << 20
    /// Tools of one list.
    package var tools = 500
    /// Pages of one list.
    package var pages = 50
    /// New starts after a server died, within ``restartPeriod``.
    package var restarts = 3
    package var restartPeriod = Duration.seconds(60)
    /// Before the first new start; doubled before each further one.
    package var restartDelay = Duration.milliseconds(250)

    /// No call may take longer.
    package static let longestCall = Duration.seconds(300)

    /// The limits that hold unless the user sets others.
    package init() {}

    /// For one call, within the hard cap.
    var cappedCall: Duration { min(call, Self.longestCall) }

    /// The longest until a session has begun: closing the one before, the pause, and a second try in the other era.
    private var starting: Duration {
        let pause = restartDelay * (1 << max(restarts - 1, 0))
        return closing * 2 + pause + probe + initialize * 6
    }

    /// The longest for a call over the one session, with the second try where the server has forgotten the first.
    var sharedCall: Duration { (starting + cappedCall) * 2 }

    /// The longest for a call to a server with state: a process, which is reset, so many earlier calls, and the call.
    func isolatedCall(after earlier: Int) -> Duration {
        lease + starting * 2 + closing + cappedCall * (earlier + 2)
    }
}
