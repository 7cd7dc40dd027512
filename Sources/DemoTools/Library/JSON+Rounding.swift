import Engine
import Foundation

extension JSON {
    static func whole(_ value: Int) -> JSON { .number(Number(value)) }

    static func texts(_ values: [String]) -> JSON { .array(values.map(JSON.string)) }

    /// A number rounded to some decimal places, without idle zeros.
    static func decimal(_ value: Double, places: Int = 6) -> JSON {
        let scale = pow(10, Double(places))
        let rounded = (value * scale).rounded() / scale
        if rounded == rounded.rounded(), abs(rounded) < 1e15 { return .whole(Int(rounded)) }
        return Number(rounded).map(JSON.number) ?? .null
    }

    /// An amount of money, always with its decimal places: `1234.50`.
    static func money(_ value: Double) -> JSON {
        let cents = (value * 100).rounded()
        guard abs(cents) < 1e15 else { return .decimal(value, places: 2) }
        let whole = Int(abs(cents))
        let rest = whole % 100
        let text = "\(cents < 0 ? "-" : "")\(whole / 100).\(rest < 10 ? "0" : "")\(rest)"
        return Number(text: text).map(JSON.number) ?? .null
    }
}

extension JSON.Object {
    /// Gives a key a value, unless there is none.
    mutating func set(_ key: String, unlessNil value: JSON?) {
        guard let value else { return }
        set(key, value)
    }
}
