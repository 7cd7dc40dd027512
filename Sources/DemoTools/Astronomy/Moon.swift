import Foundation

/// The phases of the moon, by the series of Meeus, Astronomical Algorithms, chapters 48 and 49.
enum Moon {
    /// The four named moments of a lunation, in order.
    enum Quarter: String, CaseIterable, Sendable {
        case new, firstQuarter = "first quarter", full, lastQuarter = "last quarter"

        fileprivate var fraction: Double {
            switch self {
            case .new: 0
            case .firstQuarter: 0.25
            case .full: 0.5
            case .lastQuarter: 0.75
            }
        }

        var name: String {
            switch self {
            case .new: "new moon"
            case .firstQuarter: "first quarter"
            case .full: "full moon"
            case .lastQuarter: "last quarter"
            }
        }
    }

    /// The first such moment at or after an instant, both in minutes since 1 January 1970, UTC.
    static func next(_ quarter: Quarter, after instant: Int) -> Int {
        let days = Double(instant) / 1440 + 2_440_587.5 - 2_451_550.09766
        var lunation = (days / 29.530588861).rounded(.down) - 1 + quarter.fraction
        while moment(quarter, lunation) < instant { lunation += 1 }
        return moment(quarter, lunation)
    }

    /// The lit part of the disc at an instant, 0 to 1.
    static func illumination(at instant: Int) -> Double {
        let century = (Double(instant) / 1440 + 2_440_587.5 - 2_451_545) / 36_525
        let elongation = 297.8501921 + 445_267.1114034 * century
        let sun = 357.5291092 + 35_999.0502909 * century
        let moon = 134.9633964 + 477_198.8675055 * century
        let angle =
            180 - elongation - 6.289 * sin(moon.radians) + 2.1 * sin(sun.radians)
            - 1.274 * sin((2 * elongation - moon).radians) - 0.658 * sin((2 * elongation).radians)
            - 0.214 * sin((2 * moon).radians) - 0.11 * sin(elongation.radians)
        return (1 + cos(angle.radians)) / 2
    }

    private static func moment(_ quarter: Quarter, _ lunation: Double) -> Int {
        let century = lunation / 1236.85
        let mean = 2_451_550.09766 + 29.530588861 * lunation + 0.00015437 * century * century
        let ephemerisDay = mean + Lunation(lunation).correction(for: quarter)
        return Int(((ephemerisDay - 2_440_587.5) * 1440 - DeltaT.minutes).rounded())
    }
}

/// How far the clocks of the ephemeris are ahead of UTC in these years.
enum DeltaT {
    /// About 69 seconds in the 2020s.
    static let minutes = 69.2 / 60
}

/// The angles of one lunation, in radians.
private struct Lunation {
    let sun: Double
    let moon: Double
    let latitude: Double
    let node: Double
    let eccentricity: Double

    init(_ number: Double) {
        let century = number / 1236.85
        sun = (2.5534 + 29.1053567 * number - 0.0000014 * century * century).radians
        moon = (201.5643 + 385.81693528 * number + 0.0107582 * century * century).radians
        latitude = (160.7108 + 390.67050284 * number - 0.0016118 * century * century).radians
        node = (124.7746 - 1.56375588 * number).radians
        eccentricity = 1 - 0.002516 * century
    }

    /// In days.
    func correction(for quarter: Moon.Quarter) -> Double {
        switch quarter {
        case .new: sum(Self.newTerms)
        case .full: sum(Self.fullTerms)
        case .firstQuarter: sum(Self.quarterTerms) + quarterShift
        case .lastQuarter: sum(Self.quarterTerms) - quarterShift
        }
    }

    private var quarterShift: Double {
        0.00306 - 0.00038 * eccentricity * cos(sun) + 0.00026 * cos(moon) - 0.00002 * cos(moon - sun)
            + 0.00002 * cos(moon + sun) + 0.00002 * cos(2 * latitude)
    }

    /// Sums the terms of a table: amplitude in 0.00001 day, then how often sun, moon and latitude enter the angle.
    private func sum(_ table: String) -> Double {
        let terms = table.split(separator: "\n").map { $0.split(separator: " ").compactMap { Double($0) } }
        let sum = terms.reduce(0) { sum, term in
            let angle = term[1] * sun + term[2] * moon + term[3] * latitude
            return sum + term[0] * pow(eccentricity, abs(term[1])) * sin(angle)
        }
        return (sum - 17 * sin(node)) / 100_000
    }

    private static let newTerms = """
        -40720 0 1 0
        17241 1 0 0
        1608 0 2 0
        1039 0 0 2
        739 -1 1 0
        -514 1 1 0
        208 2 0 0
        -111 0 1 -2
        -57 0 1 2
        56 1 2 0
        -42 0 3 0
        42 1 0 2
        38 1 0 -2
        -24 -1 2 0
        """

    private static let fullTerms = """
        -40614 0 1 0
        17302 1 0 0
        1614 0 2 0
        1043 0 0 2
        734 -1 1 0
        -515 1 1 0
        209 2 0 0
        -111 0 1 -2
        -57 0 1 2
        56 1 2 0
        -42 0 3 0
        42 1 0 2
        38 1 0 -2
        -24 -1 2 0
        """

    private static let quarterTerms = """
        -62801 0 1 0
        17172 1 0 0
        -1183 1 1 0
        862 0 2 0
        804 0 0 2
        454 -1 1 0
        204 2 0 0
        -180 0 1 -2
        -70 0 1 2
        -40 0 3 0
        -34 -1 2 0
        32 1 0 2
        32 1 0 -2
        -28 2 1 0
        27 1 2 0
        """
}
