import Engine
import Foundation

/// Reads a file line by line, so that its size does not matter; a line ends at the line feed and nowhere else.
struct LineReader {
    private let handle: FileHandle
    private var buffer = Data()
    private var isAtEnd = false
    private(set) var hasher = ContentHasher()

    /// No line is longer, in bytes: what is beyond stays in the line's rest, which is given as lines of their own.
    static let longest = 65 << 20

    init?(_ path: String) {
        guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
        self.handle = handle
    }

    /// The next line, without its line feed; nil after the last one.
    mutating func next() throws -> Data? {
        while true {
            if let end = buffer.firstIndex(of: 0x0A) {
                defer { buffer = buffer[buffer.index(after: end)...] }
                return Data(buffer[..<end])
            }
            if isAtEnd || buffer.count > Self.longest {
                defer { buffer = Data() }
                return buffer.isEmpty ? nil : Data(buffer)
            }
            guard let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty else {
                isAtEnd = true
                try? handle.close()
                continue
            }
            hasher.add(piece)
            buffer.append(piece)
        }
    }
}
