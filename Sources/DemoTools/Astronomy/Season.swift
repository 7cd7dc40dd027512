import Foundation

/// The four moments at which the seasons begin, by Meeus, Astronomical Algorithms, chapter 27.
enum Season: String, CaseIterable, Sendable {
    case marchEquinox = "march equinox"
    case juneSolstice = "june solstice"
    case septemberEquinox = "september equinox"
    case decemberSolstice = "december solstice"

    /// The moment in a year, in minutes since 1 January 1970, UTC.
    func moment(in year: Int) -> Int {
        let thousand = Double(year - 2000) / 1000
        let mean = coefficients.reversed().reduce(0) { $0 * thousand + $1 }
        let century = (mean - 2_451_545) / 36_525
        let angle = (35_999.373 * century - 2.47).radians
        let scale = 1 + 0.0334 * cos(angle) + 0.0007 * cos(2 * angle)
        let sum = Self.terms.reduce(0) { $0 + $1[0] * cos(($1[1] + $1[2] * century).radians) }
        let ephemerisDay = mean + 0.00001 * sum / scale
        return Int(((ephemerisDay - 2_440_587.5) * 1440 - DeltaT.minutes).rounded())
    }

    private var coefficients: [Double] {
        switch self {
        case .marchEquinox: [2_451_623.80984, 365_242.37404, 0.05169, -0.00411, -0.00057]
        case .juneSolstice: [2_451_716.56767, 365_241.62603, 0.00325, 0.00888, -0.0003]
        case .septemberEquinox: [2_451_810.21715, 365_242.01767, -0.11575, 0.00337, 0.00078]
        case .decemberSolstice: [2_451_900.05952, 365_242.74049, -0.06223, -0.00823, 0.00032]
        }
    }

    /// Amplitude, phase and speed of each periodic term.
    private static let terms: [[Double]] = """
        485 324.96 1934.136
        203 337.23 32964.467
        199 342.08 20.186
        182 27.85 445267.112
        156 73.14 45036.886
        136 171.52 22518.443
        77 222.54 65928.934
        74 296.72 3034.906
        70 243.58 9037.513
        58 119.81 33718.147
        52 297.17 150.678
        50 21.02 2281.226
        45 247.54 29929.562
        44 325.15 31555.956
        29 60.93 4443.417
        18 155.12 67555.328
        17 288.79 4562.452
        16 198.04 62894.029
        14 199.76 31436.921
        12 95.39 14577.848
        12 287.11 31931.756
        12 320.81 34777.259
        9 227.73 1222.114
        8 15.45 16859.074
        """.split(separator: "\n").map { $0.split(separator: " ").compactMap { Double($0) } }
}
