/// How much of a length one part gets.
package enum Share: Hashable, Sendable {
    /// So many cells, as long as they last.
    case cells(Int)
    /// A part of what the fixed ones leave, in proportion to the other weights.
    case weight(Int)
}

extension Rect {
    /// The part inside a margin, which the border of a box takes up.
    package func inset(by margin: Int = 1) -> Rect {
        inset(rows: margin, columns: margin)
    }

    /// The part inside a margin of its own above, below and at the sides.
    package func inset(rows margin: Int, columns side: Int) -> Rect {
        Rect(row: row + margin, column: column + side, rows: rows - 2 * margin, columns: columns - 2 * side)
    }

    /// Parts from top to bottom, that together cover every row when one of the shares is a weight.
    package func split(rows shares: [Share]) -> [Rect] {
        var next = row
        return Share.lengths(shares, of: rows).map { length in
            defer { next += length }
            return Rect(row: next, column: column, rows: length, columns: columns)
        }
    }

    /// Parts from left to right, that together cover every column when one of the shares is a weight.
    package func split(columns shares: [Share]) -> [Rect] {
        var next = column
        return Share.lengths(shares, of: columns).map { length in
            defer { next += length }
            return Rect(row: row, column: next, rows: rows, columns: length)
        }
    }

    /// A part of this size in the middle, cut to what there is.
    package func centred(_ size: Size) -> Rect {
        let rows = min(size.rows, self.rows)
        let columns = min(size.columns, self.columns)
        return Rect(
            row: row + (self.rows - rows) / 2, column: column + (self.columns - columns) / 2,
            rows: rows, columns: columns)
    }
}

extension Share {
    /// The length of each share: fixed ones first come first served, the weights divide the rest without a gap.
    fileprivate static func lengths(_ shares: [Share], of length: Int) -> [Int] {
        var free = length
        let fixed = shares.map { share in
            guard case .cells(let wanted) = share else { return 0 }
            let granted = max(0, min(wanted, free))
            free -= granted
            return granted
        }
        var weights = shares.reduce(0) { $0 + $1.weight }
        return zip(shares, fixed).map { share, granted in
            guard share.weight > 0 else { return granted }
            let part = free * share.weight / weights
            weights -= share.weight
            free -= part
            return part
        }
    }

    private var weight: Int {
        switch self {
        case .cells: 0
        case .weight(let weight): max(0, weight)
        }
    }
}
