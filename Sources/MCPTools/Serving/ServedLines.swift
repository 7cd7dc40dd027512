import Foundation

/// Cuts bytes into lines; one that is too long is skipped to its end.
struct ServedLines {
    enum Line: Hashable {
        case whole(Data)
        case tooLong
    }

    private let limit: Int
    private var begun = Data()
    private var isSkipping = false

    init(limit: Int) {
        self.limit = limit
    }

    /// The lines that end in a piece.
    mutating func take(_ piece: Data) -> [Line] {
        var lines: [Line] = []
        var rest = piece[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            append(rest[..<end])
            lines.append(close())
            rest = rest[rest.index(after: end)...]
        }
        append(rest)
        return lines
    }

    /// What stands after the last line end, as a line; nil when nothing does.
    mutating func end() -> Line? {
        begun.isEmpty && !isSkipping ? nil : close()
    }

    private mutating func append(_ bytes: Data) {
        guard !isSkipping else { return }
        begun.append(bytes)
        guard begun.count > limit else { return }
        begun = Data()
        isSkipping = true
    }

    private mutating func close() -> Line {
        defer {
            begun = Data()
            isSkipping = false
        }
        return isSkipping ? .tooLong : .whole(begun)
    }
}
