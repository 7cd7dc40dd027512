/// A day of the Gregorian calendar, and how people write it.
package struct CalendarDay: Hashable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// Reads `2027-05-17`, also at the head of a longer ISO 8601 text; nil for anything else.
    package init?(iso text: String) {
        let head = text.prefix(10)
        guard text.utf8.count == 10 || text.dropFirst(10).first == "T" else { return nil }
        let parts = head.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Nil where there is no such month or day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// `17 May 2027`.
    package var inWords: String { "\(day) \(Self.months[month - 1]) \(year)" }

    /// `17 May`.
    package var inWordsWithoutYear: String { "\(day) \(Self.months[month - 1])" }

    /// The ways in which a query may say the day, the fullest first.
    package var spellings: [String] {
        let name = Self.months[month - 1]
        return [
            inWords, "\(name) \(day), \(year)", "\(name) \(day) \(year)", "\(day)\(ordinal) \(name) \(year)",
            "\(name) \(day)\(ordinal), \(year)", "\(day)/\(month)/\(year)", "\(day).\(month).\(year)",
        ]
    }

    private var ordinal: String {
        if (11...13).contains(day) { return "th" }
        return switch day % 10 {
        case 1: "st"
        case 2: "nd"
        case 3: "rd"
        default: "th"
        }
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
