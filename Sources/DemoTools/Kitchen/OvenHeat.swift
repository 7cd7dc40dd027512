import Foundation

/// One line of the British conversion chart for ovens.
struct OvenHeat: Hashable, Sendable {
    let gasMark: String
    private(set) var celsius: Int
    private(set) var fahrenheit: Int
    let word: String
    /// The same heat in the two scales that it was not given in.
    private(set) var equivalent = ""

    /// Gas mark, °C, °F and a word, as printed on British ovens and in cookery books; written down for this library.
    ///
    /// From gas mark 1 at 275 °F each mark is 25 °F more, and the degrees Celsius are rounded to 10.
    static let chart = [
        OvenHeat(gasMark: "1/4", celsius: 110, fahrenheit: 225, word: "very cool"),
        OvenHeat(gasMark: "1/2", celsius: 120, fahrenheit: 250, word: "very cool"),
        OvenHeat(gasMark: "1", celsius: 140, fahrenheit: 275, word: "cool"),
        OvenHeat(gasMark: "2", celsius: 150, fahrenheit: 300, word: "cool"),
        OvenHeat(gasMark: "3", celsius: 170, fahrenheit: 325, word: "moderate"),
        OvenHeat(gasMark: "4", celsius: 180, fahrenheit: 350, word: "moderate"),
        OvenHeat(gasMark: "5", celsius: 190, fahrenheit: 375, word: "moderately hot"),
        OvenHeat(gasMark: "6", celsius: 200, fahrenheit: 400, word: "moderately hot"),
        OvenHeat(gasMark: "7", celsius: 220, fahrenheit: 425, word: "hot"),
        OvenHeat(gasMark: "8", celsius: 230, fahrenheit: 450, word: "hot"),
        OvenHeat(gasMark: "9", celsius: 240, fahrenheit: 475, word: "very hot"),
    ]

    /// Reads `180 °C`, `350F` or `gas mark 4`; the scales not given come from the nearest line of the chart.
    ///
    /// - Throws: ``Refusal/impossible(_:next:)`` for what is no setting, and for heats that the chart does not cover.
    static func reading(_ text: String) throws(Refusal) -> OvenHeat {
        let plain = text.lowercased().replacing("½", with: "1/2").replacing("¼", with: "1/4")
            .filter { !$0.isWhitespace && $0 != "°" }
        if plain.hasPrefix("gas") {
            let mark = plain.replacing("gas", with: "").replacing("mark", with: "")
            if let heat = chart.first(where: { $0.gasMark == mark }) { return heat.givenByGasMark }
        } else if let degrees = Double(plain.dropLast()), degrees.isFinite {
            if plain.hasSuffix("c") { return try celsius(degrees) }
            if plain.hasSuffix("f") { return try fahrenheit(degrees) }
        }
        throw .impossible("\"\(text)\" is no oven setting.", next: "Write it as 180 °C, 350 °F or gas mark 4.")
    }

    private var givenByGasMark: OvenHeat {
        var heat = self
        heat.equivalent = "\(celsius) °C or \(fahrenheit) °F"
        return heat
    }

    private static func celsius(_ degrees: Double) throws(Refusal) -> OvenHeat {
        var heat = try nearest(to: degrees, in: 105...245) { $0.celsius }
        heat.celsius = Int(degrees.rounded())
        heat.equivalent = "\(heat.fahrenheit) °F or gas mark \(heat.gasMark)"
        return heat
    }

    private static func fahrenheit(_ degrees: Double) throws(Refusal) -> OvenHeat {
        var heat = try nearest(to: degrees, in: 215...485) { $0.fahrenheit }
        heat.fahrenheit = Int(degrees.rounded())
        heat.equivalent = "\(heat.celsius) °C or gas mark \(heat.gasMark)"
        return heat
    }

    /// The nearest line of the chart, the hotter one of two.
    private static func nearest(
        to degrees: Double, in range: ClosedRange<Double>, by scale: (OvenHeat) -> Int
    ) throws(Refusal) -> OvenHeat {
        let nearest = chart.reversed().min {
            abs(Double(scale($0)) - degrees) < abs(Double(scale($1)) - degrees)
        }
        guard let nearest, range.contains(degrees) else {
            throw .impossible(
                "The chart for ovens does not go to \(Int(max(-9999, min(degrees, 9999)))) degrees.",
                next: "Give 105 to 245 °C, 215 to 485 °F, or gas mark 1/4 to 9.")
        }
        return nearest
    }
}
