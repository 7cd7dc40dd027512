/// Minutes as clocks show them, and as people say them.
enum ClockTime {
    /// `22:07` for minutes after midnight; days are left out.
    static func text(_ minutes: Int) -> String {
        let inDay = ((minutes % 1440) + 1440) % 1440
        return padded(inDay / 60) + ":" + padded(inDay % 60)
    }

    /// `17 h 43 min`.
    static func duration(_ minutes: Int) -> String {
        if minutes < 60 { return "\(minutes) min" }
        return minutes.isMultiple(of: 60) ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
    }

    /// `17 hours and 43 minutes`.
    static func words(_ minutes: Int) -> String {
        let parts = [(minutes / 60, "hour"), (minutes % 60, "minute")].filter { $0.0 > 0 }
        guard !parts.isEmpty else { return "0 minutes" }
        return parts.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: " and ")
    }

    /// How far another clock is ahead: `8 hours ahead`, `5 hours behind`.
    static func lead(_ minutes: Int) -> String {
        guard minutes != 0 else { return "with no time difference" }
        return words(abs(minutes)) + (minutes > 0 ? " ahead" : " behind")
    }

    /// `UTC+02:00`.
    static func offset(_ minutes: Int) -> String {
        "UTC" + (minutes < 0 ? "-" : "+") + text(abs(minutes))
    }

    private static func padded(_ value: Int) -> String { (value < 10 ? "0" : "") + String(value) }
}
