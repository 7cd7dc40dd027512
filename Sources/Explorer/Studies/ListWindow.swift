import Review

/// The rows of a long list that there is room for, the one under the cursor in the middle as far as the ends allow.
struct ListWindow: Hashable, Sendable {
    let range: Range<Int>
    /// Which of them are visible; empty where all are.
    let note: String

    init(of count: Int, around cursor: Int, height: Int) {
        let height = max(1, height)
        let first = min(max(0, cursor - height / 2), max(0, count - height))
        range = first..<min(count, first + height)
        note = count > height ? "\((first + 1).withCommas)-\(range.upperBound.withCommas) of \(count.withCommas)" : ""
    }
}

extension Int {
    /// `1 item`, `10,000 items`.
    var ofItems: String { "\(withCommas) item\(self == 1 ? "" : "s")" }
}
