/// Rows of text, one a line, with bars between the cells.
struct Table: Sendable {
    struct Row: Sendable {
        private let cells: [String]

        init(_ line: some StringProtocol) {
            cells = line.utf8.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map {
                String(decoding: $0, as: UTF8.self)
            }
        }

        /// The text of a cell; empty where the row is short.
        subscript(index: Int) -> String { cells.indices.contains(index) ? cells[index] : "" }

        func whole(_ index: Int) -> Int? { Int(self[index]) }

        func number(_ index: Int) -> Double? { Double(self[index]) }

        /// The words of a cell, where it lists several.
        func words(_ index: Int, separator: Character = " ") -> [String] {
            self[index].split(separator: separator).map(String.init)
        }
    }

    let rows: [Row]

    init(_ text: String) {
        rows = text.utf8.split(separator: UInt8(ascii: "\n")).map { Row(String(decoding: $0, as: UTF8.self)) }
    }
}
