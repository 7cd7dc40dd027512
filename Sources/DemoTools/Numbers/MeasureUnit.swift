/// A unit of measure: how much of its dimension's base unit it is.
struct MeasureUnit: Hashable, Sendable {
    enum Dimension: String, Sendable {
        case length, mass, volume, area, speed, temperature, energy, pressure
    }

    let symbol: String
    let dimension: Dimension
    let factor: Double
    /// What is added after multiplying; only temperatures have one.
    var offset: Double = 0

    func converted(_ value: Double, to other: MeasureUnit) -> Double {
        (value * factor + offset - other.offset) / other.factor
    }

    static let all: [MeasureUnit] =
        units(.length, "m 1 km 1000 cm 0.01 mm 0.001 mi 1609.344 yd 0.9144 ft 0.3048 in 0.0254 nmi 1852")
        + units(.mass, "kg 1 g 0.001 mg 0.000001 t 1000 lb 0.45359237 oz 0.028349523125 st 6.35029318")
        + units(.volume, "l 1 ml 0.001 m3 1000 gal 3.785411784 qt 0.946352946 cup 0.2365882365 floz 0.0295735295625")
        + units(.area, "m2 1 km2 1000000 ha 10000 acre 4046.8564224 ft2 0.09290304 mi2 2589988.110336")
        + units(.speed, "m/s 1 km/h 0.277777777777777778 mph 0.44704 kn 0.514444444444444444")
        + units(.energy, "J 1 kJ 1000 kWh 3600000 cal 4.184 kcal 4184 BTU 1055.05585262")
        + units(.pressure, "Pa 1 hPa 100 kPa 1000 bar 100000 atm 101325 psi 6894.757293168")
        + [
            MeasureUnit(symbol: "K", dimension: .temperature, factor: 1),
            MeasureUnit(symbol: "°C", dimension: .temperature, factor: 1, offset: 273.15),
            MeasureUnit(symbol: "°F", dimension: .temperature, factor: 5.0 / 9, offset: 273.15 - 32 * 5.0 / 9),
        ]

    /// Every pair of different units of one dimension, as in `mi to km`.
    static let conversions: [String] = all.flatMap { from in
        all.filter { $0.dimension == from.dimension && $0 != from }.map { "\(from.symbol) to \($0.symbol)" }
    }

    /// The unit in words, in the plural.
    var name: String { Self.names[symbol] ?? symbol }

    private static let names = [
        "m": "metres", "km": "kilometres", "cm": "centimetres", "mm": "millimetres", "mi": "miles", "yd": "yards",
        "ft": "feet", "in": "inches", "nmi": "nautical miles", "kg": "kilograms", "g": "grams", "mg": "milligrams",
        "t": "tonnes", "lb": "pounds", "oz": "ounces", "st": "stone", "l": "litres", "ml": "millilitres",
        "m3": "cubic metres", "gal": "US gallons", "qt": "US quarts", "cup": "US cups", "floz": "US fluid ounces",
        "m2": "square metres", "km2": "square kilometres", "ha": "hectares", "acre": "acres", "ft2": "square feet",
        "mi2": "square miles", "m/s": "metres a second", "km/h": "kilometres an hour", "mph": "miles an hour",
        "kn": "knots", "J": "joules", "kJ": "kilojoules", "kWh": "kilowatt-hours", "cal": "calories",
        "kcal": "kilocalories", "Pa": "pascals", "hPa": "hectopascals", "kPa": "kilopascals", "atm": "atmospheres",
    ]

    static let bySymbol = Dictionary(all.map { ($0.symbol, $0) }, uniquingKeysWith: { first, _ in first })

    private static func units(_ dimension: Dimension, _ text: String) -> [MeasureUnit] {
        let words = text.split(separator: " ").map(String.init)
        return stride(from: 0, to: words.count - 1, by: 2).map {
            MeasureUnit(symbol: words[$0], dimension: dimension, factor: Double(words[$0 + 1]) ?? 1)
        }
    }
}
