/// Dates as HTTP writes them, in its three forms.
enum HTTPDate {
    /// Seconds since 1970; nil where the text is no such date.
    ///
    /// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`.
    static func seconds(_ text: String) -> Int? {
        let words = text.split { $0 == " " || $0 == "," }.map(String.init)
        switch (words.count, words.last?.uppercased()) {
        case (6, "GMT"): return seconds(day: words[1], month: words[2], year: words[3], clock: words[4])
        case (4, "GMT"):
            let date = words[1].split(separator: "-", omittingEmptySubsequences: false).map(String.init)
            guard date.count == 3 else { return nil }
            return seconds(day: date[0], month: date[1], year: date[2], clock: words[2])
        case (5, _): return seconds(day: words[2], month: words[1], year: words[4], clock: words[3])
        case (_, _): return nil
        }
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    private static func seconds(day: String, month: String, year: String, clock: String) -> Int? {
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false).map { number(String($0)) }
        guard let day = number(day), (1...31).contains(day),
            let month = months.firstIndex(of: month.lowercased()),
            let year = fullYear(year), parts.count == 3,
            let hour = parts[0], let minute = parts[1], let second = parts[2],
            hour < 24, minute < 60, second < 61
        else { return nil }
        return days(year: year, month: month + 1, day: day) * 86_400 + hour * 3_600 + minute * 60 + second
    }

    private static func number(_ text: String) -> Int? {
        text.utf8.allSatisfy { (48...57).contains($0) } && text.utf8.count <= 4 ? Int(text) : nil
    }

    private static func fullYear(_ text: String) -> Int? {
        guard let year = number(text) else { return nil }
        guard text.utf8.count == 2 else { return text.utf8.count == 4 ? year : nil }
        return year < 70 ? 2_000 + year : 1_900 + year
    }

    /// Days since 1970-01-01; years are counted from March, so that the leap day comes last.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = year / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
