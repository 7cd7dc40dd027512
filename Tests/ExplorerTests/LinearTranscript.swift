import Canvas
import Testing

@testable import Explorer

/// A review line after line in a dataset in memory: what was typed, behind `>`, and what was told.
struct LinearTranscript {
    private(set) var world: World
    private(set) var lines: [String] = []
    /// Keys that the typed lines came to.
    private(set) var keys: [Key] = []
    private var input = LinearInput()
    private let reader = LinearReader()

    /// Nothing is drawn in it.
    static let size = Size(columns: 160, rows: 45)

    init(samples count: Int = 4) {
        world = World(samples: count, size: Self.size)
    }

    /// What the last line was answered with.
    var told: [String] {
        Array(lines.reversed().prefix { !$0.hasPrefix("> ") }.reversed())
    }

    var state: ExplorerState { world.state }

    /// Types lines, one after the other.
    mutating func type(_ typed: String...) {
        for line in typed { type(line: line) }
    }

    /// Presses escape as a key, whatever is asked.
    mutating func leave() { press([.escape]) }

    private mutating func type(line: String) {
        lines.append("> \(line)")
        input.type(line)
        while let typed = input.next(in: world.state) {
            switch typed {
            case .keys(let keys): press(keys)
            case .refused(let text): lines.append(text)
            case .asksWhere: lines += reader.whereabouts(in: world.state)
            case .gathered: continue
            }
        }
    }

    private mutating func press(_ keys: [Key]) {
        let (before, asked) = (world.state, world.asked.count)
        for key in keys { world.take(.key(key)) }
        self.keys += keys
        let told = reader.lines(from: before, to: world.state)
        lines += told.isEmpty && world.asked.count == asked ? [LinearReader.silence] : told
    }
}

/// Expects that a transcript ends with these lines.
func expect(_ transcript: LinearTranscript, endsWith picture: String, at location: SourceLocation = #_sourceLocation) {
    let wanted = picture.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let shown = Array(transcript.lines.suffix(wanted.count))
    guard shown != wanted else { return }
    Issue.record(
        "expected\n\(picture)\n\nall of it:\n\(transcript.lines.joined(separator: "\n"))", sourceLocation: location)
}
