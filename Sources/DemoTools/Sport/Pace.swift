import Foundation

/// Running times as runners write them.
enum Pace {
    /// `5:18` for 318 seconds.
    static func text(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded())
        return "\(whole / 60):\(whole % 60 < 10 ? "0" : "")\(whole % 60)"
    }

    /// What to expect over another distance, in minutes.
    ///
    /// After Peter Riegel, "Time Predicting", Runner's World, August 1977.
    static func forecast(minutes: Double, from known: Double, to wanted: Double) -> Double {
        minutes * pow(wanted / known, 1.06)
    }
}
