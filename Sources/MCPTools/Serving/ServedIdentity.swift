import Engine

/// What a server says it is.
package struct ServedIdentity: Hashable, Sendable {
    package let name: String
    package let version: String

    package init(name: String, version: String) {
        self.name = name
        self.version = version
    }

    var json: JSON { ["name": .string(name), "version": .string(version)] }
}

/// How much a server takes at once.
package struct ServedLimits: Hashable, Sendable {
    /// Bytes of one line; a longer one is skipped and answered with an error.
    package var line: Int
    /// Tools of one page.
    package var page: Int
    /// Calls at a time; one more is answered with an error.
    package var calls: Int
    /// How long calls may still run when the client has closed its side.
    package var farewell: Duration

    package init(line: Int = 8 << 20, page: Int = 50, calls: Int = 256, farewell: Duration = .seconds(1)) {
        self.line = line
        self.page = max(page, 1)
        self.calls = calls
        self.farewell = farewell
    }
}
