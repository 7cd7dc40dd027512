/// The last lines of error streams; the oldest go first.
struct LastLines: Hashable, Sendable {
    private static let limit = 64 << 10

    private(set) var lines: [String] = []
    private var bytes = 0

    /// Takes in more; keeps 64 KiB, or the last line where that alone is longer.
    mutating func append(_ more: [String]) {
        lines += more
        bytes += more.reduce(0) { $0 + $1.utf8.count + 1 }
        var oldest = 0
        while bytes > Self.limit, oldest < lines.count - 1 {
            bytes -= lines[oldest].utf8.count + 1
            oldest += 1
        }
        lines.removeFirst(oldest)
    }
}
