extension CalendarDay {
    /// The days that a value may stand for: ISO, `2027/05/17`, `17.05.2027`, `05/17/2027` and `20270517`.
    static func readings(of text: some StringProtocol) -> [CalendarDay] {
        if text.utf8.count == 8, let number = Int(text) {
            return [CalendarDay(year: number / 10000, month: number / 100 % 100, day: number % 100)].compactMap { $0 }
        }
        let parts = text.split { "-/.".contains($0) }
        let numbers = parts.compactMap { Int($0) }
        guard parts.count == 3, numbers.count == 3, text.utf8.count <= 10 else { return [] }
        if parts[0].count == 4 {
            return [CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2])].compactMap { $0 }
        }
        guard parts[2].count == 4 else { return [] }
        let orders = [
            CalendarDay(year: numbers[2], month: numbers[0], day: numbers[1]),
            CalendarDay(year: numbers[2], month: numbers[1], day: numbers[0]),
        ]
        return orders.compactMap { $0 }
    }

    /// The day so many days before, at most two months; nil beyond.
    func earlier(by count: Int) -> CalendarDay? {
        var (year, month, day) = (year, month, day - count)
        for _ in 0..<3 where day < 1 {
            (year, month) = month == 1 ? (year - 1, 12) : (year, month - 1)
            day += Self.days(of: month, in: year)
        }
        return CalendarDay(year: year, month: month, day: day)
    }

    /// How many days a month has.
    static func days(of month: Int, in year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    /// The month that a folded word names, in English, German, French, Spanish or Italian, or shortened.
    static func month(named word: String) -> Int? { names[word] }

    private static let names: [String: Int] = {
        var table: [String: Int] = [:]
        for (index, line) in lines.enumerated() {
            for name in line.split(separator: " ") { table[String(name)] = index + 1 }
        }
        return table
    }()

    private static let lines = [
        "january jan januar janvier enero gennaio", "february feb februar fevrier febrero febbraio",
        "march mar marz mars marzo", "april apr avril abril aprile", "may mai mayo maggio",
        "june jun juni juin junio giugno", "july jul juli juillet julio luglio", "august aug aout agosto",
        "september sep sept septembre septiembre settembre", "october oct oktober octobre octubre ottobre",
        "november nov novembre noviembre", "december dec dezember decembre diciembre dicembre",
    ]
}
