import DatasetFormats
import Engine
import Foundation

/// A file that is read piece by piece, so that its size does not matter.
struct FilePieces {
    private let handle: FileHandle
    private let path: String

    /// - Throws: ``CommandFailure`` for a file that cannot be opened.
    init(_ path: String) throws {
        guard let handle = FileHandle(forReadingAtPath: path) else { throw Self.unreadable(path) }
        self.handle = handle
        self.path = path
    }

    /// The next bytes; nil at the end of the file.
    func next(upTo count: Int = 1 << 20) throws -> [UInt8]? {
        do {
            guard let piece = try handle.read(upToCount: count), !piece.isEmpty else {
                try handle.close()
                return nil
            }
            return Array(piece)
        } catch { throw Self.unreadable(path) }
    }

    /// The beginning of a file.
    static func beginning(of path: String, upTo count: Int) throws -> [UInt8] {
        let pieces = try FilePieces(path)
        var bytes: [UInt8] = []
        while bytes.count < count, let piece = try pieces.next(upTo: count - bytes.count) { bytes += piece }
        return bytes
    }

    /// The hash of a whole file.
    static func hash(of path: String) throws -> ContentHash {
        let pieces = try FilePieces(path)
        var hasher = ContentHasher()
        while let piece = try pieces.next() { hasher.add(piece) }
        return hasher.hash
    }

    private static func unreadable(_ path: String) -> CommandFailure {
        CommandFailure("\(path) cannot be read. Check that it is a file, and its permissions.")
    }
}

/// The rows of a file, one after the other.
struct FileRows {
    private let pieces: FilePieces
    private var splitter: RowSplitter
    private var waiting: ArraySlice<ImportRow> = []
    private var isAtEnd = false

    init(_ path: String, _ layout: ImportLayout) throws {
        pieces = try FilePieces(path)
        splitter = RowSplitter(layout)
    }

    /// The next row; nil after the last one.
    mutating func next() throws -> ImportRow? {
        while waiting.isEmpty, !isAtEnd {
            if let piece = try pieces.next() {
                waiting = splitter.add(piece)[...]
            } else {
                isAtEnd = true
                waiting = splitter.finish()[...]
            }
        }
        return waiting.popFirst()
    }
}
