import Engine

/// What a file holds, judged by its beginning.
package enum ImportContent: Hashable, Sendable {
    case samples(ImportFormat, ImportLayout)
    case foreign(ForeignFile)

    /// Judges the first bytes of a file; nil where they do not tell and there are more of them.
    package init?(beginning: [UInt8], of extent: Extent) {
        if let foreign = ForeignFile(magic: beginning) {
            self = .foreign(foreign)
            return
        }
        let bytes = beginning.withoutMark
        guard let first = bytes.first(where: { !$0.isJSONSpace }) else {
            guard extent == .whole else { return nil }
            self = .foreign(.empty)
            return
        }
        let isList = first == UInt8(ascii: "[")
        let found = isList ? Self.list(bytes) : Self.lines(bytes, extent)
        if let found, found.isSamples {
            self = found
            return
        }
        // A file that is one object over many lines can only be read whole.
        guard extent == .whole else { return nil }
        let whole = isList && found != nil ? nil : Self.whole(bytes)
        self = whole ?? found ?? .foreign(bytes.isText ? .noJSON : .binary(nil))
    }

    /// How much of a file the bytes are.
    package enum Extent: Sendable {
        case beginning, whole
    }

    /// How the rows of a file lie in it, where its format is known.
    package static func layout(_ beginning: [UInt8], as format: ImportFormat) -> ImportLayout {
        let first = beginning.withoutMark.first { !$0.isJSONSpace }
        return first == UInt8(ascii: "[") ? .list : format.isRowByRow ? .lines : .whole
    }

    /// By the first rows, of which some may be damaged.
    private static let rowsLookedAt = 20

    private static func list(_ bytes: [UInt8]) -> ImportContent? {
        var splitter = RowSplitter(.list)
        let rows = splitter.add(bytes)
        return content(of: rows.prefix(rowsLookedAt).compactMap(\.json), in: .list)
    }

    /// Nil also for a workflow in the only line that was seen, where there is more of the file.
    private static func lines(_ bytes: [UInt8], _ extent: Extent) -> ImportContent? {
        let lines = bytes.split(separator: 0x0A, maxSplits: rowsLookedAt).prefix(rowsLookedAt)
        let rows = lines.compactMap { try? JSON(importing: $0) }.filter { $0.object != nil }
        let found = content(of: rows, in: .lines)
        guard case .samples(let format, _)? = found, !format.isRowByRow, isOneLine(bytes) else { return found }
        // One workflow in one line is a workflow file.
        return extent == .whole ? .samples(format, .whole) : nil
    }

    /// Whether there is nothing but white space behind the first line that is not empty.
    private static func isOneLine(_ bytes: [UInt8]) -> Bool {
        bytes.drop(while: \.isJSONSpace).drop { $0 != 0x0A }.allSatisfy(\.isJSONSpace)
    }

    private static func whole(_ bytes: [UInt8]) -> ImportContent? {
        guard let json = try? JSON(importing: bytes) else { return nil }
        return content(of: [json], in: .whole)
    }

    private static func content(of rows: [JSON], in layout: ImportLayout) -> ImportContent? {
        guard let format = rows.lazy.compactMap({ ImportFormat(of: $0) }).first else {
            return rows.first.map { .foreign(ForeignFile($0)) }
        }
        return .samples(format, layout)
    }

    private var isSamples: Bool {
        switch self {
        case .samples: true
        case .foreign: false
        }
    }
}

extension ImportRow {
    fileprivate var json: JSON? {
        guard case .bytes(let bytes) = content else { return nil }
        return try? JSON(importing: bytes)
    }
}

extension [UInt8] {
    /// Whether these are UTF-8 text without a NUL.
    fileprivate var isText: Bool { !contains(0) && String(validating: self, as: UTF8.self) != nil }
}
