/// Minutes as clocks show them.
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

    /// `UTC+02:00`.
    static func offset(_ minutes: Int) -> String {
        "UTC" + (minutes < 0 ? "-" : "+") + text(abs(minutes))
    }

    private static func padded(_ value: Int) -> String { (value < 10 ? "0" : "") + String(value) }
}
