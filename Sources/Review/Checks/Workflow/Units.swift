/// The units that a number may be told in, and what its value is in the units of outputs.
enum Units {
    static let currencies: Set<String> = [
        "USD", "EUR", "GBP", "JPY", "CNY", "CHF", "SEK", "NOK", "DKK", "INR", "AUD", "CAD", "NZD", "BRL", "MXN", "KRW",
        "THB", "PLN", "CZK", "HUF", "TRY", "ZAR", "SGD", "HKD", "ILS", "RUB", "BTC", "ETH",
    ]

    /// What the same quantity is in other units.
    ///
    /// A scale and a shift for each: value × scale + shift.
    static func others(of unit: String) -> [(scale: Double, shift: Double)] {
        (factors[unit] ?? []).map { ($0, 0) } + (shifted[unit] ?? [])
    }

    private static let factors: [String: [Double]] = {
        var all: [String: [Double]] = [:]
        func set(_ names: String, _ scales: [Double]) {
            for name in names.split(separator: " ") { all[String(name)] = scales }
        }
        set("% percent prozent pourcent", [0.01])
        set("‰", [0.001])
        set("km kilometre kilometres kilometer kilometers", [1000, 1 / 1.609344, 100_000])
        set("m metre metres meter meters metros mètres", [0.001, 100, 1000, 1 / 0.3048])
        set("cm centimetres centimeters", [0.01, 10, 1 / 2.54])
        set("mm", [0.001, 0.1])
        set("mi mile miles", [1.609344, 1609.344, 5280])
        set("ft feet foot", [0.3048, 12, 30.48])
        set("inch inches in", [2.54, 25.4, 0.0254])
        set("kg kilo kilos kilogram kilograms", [1000, 2.20462262, 1_000_000])
        set("g gram grams gramm", [0.001, 1000, 1 / 28.349523])
        set("mg", [0.001])
        set("lb lbs pound pounds", [0.45359237, 453.59237, 16])
        set("t ton tons tonne tonnes", [1000])
        set("l litre litres liter liters", [1000, 0.001, 0.264172052])
        set("ml", [0.001])
        set("year years", [12, 365, 365.25])
        set("week weeks", [7])
        set("day days d", [24, 1440, 86_400, 1.0 / 7])
        set("h hr hrs hour hours stunden heures horas", [60, 3600, 1.0 / 24, 3_600_000])
        set("min mins minute minutes minuten minutos", [1.0 / 60, 60, 60_000])
        set("s sec second seconds", [1000, 1.0 / 60, 0.001])
        set("kb", [1000, 1024])
        set("mb", [1e6, 1_048_576, 1000, 1024])
        set("gb", [1e9, 1_073_741_824, 1000, 1024])
        set("tb", [1e12, 1_099_511_627_776, 1000, 1024])
        set("€ $ £ euro euros dollar dollars eur usd gbp cents", [100])
        set("km/h kmh", [1 / 3.6, 1 / 1.609344])
        set("mph", [1.609344, 0.44704])
        set("km² km2", [1e6, 100])
        set("ha hectares", [10_000, 0.01])
        set("mw", [1000, 0.001])
        return all
    }()

    private static let shifted: [String: [(scale: Double, shift: Double)]] = [
        "f": [(5.0 / 9, -160.0 / 9)], "fahrenheit": [(5.0 / 9, -160.0 / 9)],
        "c": [(1.8, 32), (1, 273.15)], "celsius": [(1.8, 32), (1, 273.15)], "k": [(1, -273.15)],
        "kelvin": [(1, -273.15)],
    ]
}
