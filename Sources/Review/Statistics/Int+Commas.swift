extension Int {
    /// `5,204`: with a comma after every three digits.
    package var withCommas: String {
        let digits = String(magnitude)
        let head = digits.count % 3
        let groups = stride(from: head, to: digits.count, by: 3).map { start in
            String(digits.dropFirst(start).prefix(3))
        }
        return (self < 0 ? "-" : "") + ((head > 0 ? [String(digits.prefix(head))] : []) + groups).joined(separator: ",")
    }
}
