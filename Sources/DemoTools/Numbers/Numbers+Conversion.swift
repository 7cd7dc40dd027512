import Engine
import Foundation

extension Numbers {
    static let unitConvert = DemoTool(
        "unit_convert", family: Family.numbers, occasions: [.school, .kitchen, .home],
        """
        Converts a value between two units of length, mass, volume, area, speed, temperature, energy or pressure, \
        named together as in "mi to km". Gallons, quarts, cups and fluid ounces are those of the United States.
        """,
        inputs: [
            .number("value", -1e12...1e12, "Value in the first unit.").values(
                4, 5, 6, 8, 9, 10, 12, 14, 16, 18, 20, 24, 2.5, 3.5, 7.5),
            .choice("conversion", MeasureUnit.conversions, "First and second unit, as in mi to km.").said([
                "oz to g": "ounces in grams", "lb to kg": "pounds in kilograms", "kg to lb": "kilograms in pounds",
                "in to cm": "inches in centimetres", "cm to in": "centimetres in inches",
                "ft to m": "feet in metres", "m to ft": "metres in feet", "gal to l": "US gallons in litres",
                "floz to ml": "US fluid ounces in millilitres", "g to oz": "grams in ounces",
            ]),
        ],
        outputs: [
            .number("result", -1e30...1e30, "Value in the second unit, to six significant digits."),
            .number("rounded", -1e30...1e30, "The same to three significant digits, for saying."),
            .text("from_unit", "The first unit in words."), .text("to_unit", "The second unit in words."),
        ],
        wording: Wording(
            openings: [
                "I am following instructions from another country.",
                "My grandmother and I never measure in the same units.",
                "We ordered the parts from abroad.", "The label gives only one of the two measures.",
                "Half of this leaflet is in units I never learned.", "Our class is comparing old and new measures.",
            ],
            asks: [
                "What is {value} {conversion}?", "How much is {value} {conversion}?",
                "What would {value} {conversion} be?", "Roughly what is {value} {conversion}?",
                "Do you know {value} {conversion}?", "What do I get for {value} {conversion}?",
            ],
            answers: [
                "{value} {out.from_unit} is about {out.rounded|number} {out.to_unit}.",
                "In {out.to_unit}, {value} {out.from_unit} comes to {out.rounded|number}.",
                "{value} {out.from_unit} make {out.result|number} {out.to_unit}.",
            ])
    ) { (arguments) throws(Refusal) in
        let value = try arguments.number("value")
        let (from, to) = try units(try arguments.text("conversion"))
        try check(value, in: from)
        let result = from.converted(value, to: to)
        return [
            "result": .decimal(significant(result, digits: 6)), "rounded": .decimal(significant(result, digits: 3)),
            "from_unit": .string(from.name), "to_unit": .string(to.name),
        ]
    }

    private static func units(_ conversion: String) throws(Refusal) -> (MeasureUnit, MeasureUnit) {
        let symbols = conversion.components(separatedBy: " to ")
        guard symbols.count == 2, let from = MeasureUnit.bySymbol[symbols[0]], let to = MeasureUnit.bySymbol[symbols[1]]
        else { throw .badArgument(name: "conversion", expected: "two units as in mi to km") }
        return (from, to)
    }

    private static func check(_ value: Double, in unit: MeasureUnit) throws(Refusal) {
        guard unit.dimension != .temperature else {
            guard value * unit.factor + unit.offset >= 0 else {
                throw .impossible("Nothing is colder than 0 K, which is −273.15 °C.", next: "Give a higher value.")
            }
            return
        }
        guard value >= 0 else {
            throw .impossible("There is no negative \(unit.dimension.rawValue).", next: "Give a value from 0 up.")
        }
    }

    static func significant(_ value: Double, digits: Int) -> Double {
        guard value != 0, value.isFinite else { return 0 }
        let scale = pow(10, Double(digits - 1) - log10(abs(value)).rounded(.down))
        return scale.isFinite && scale > 0 ? (value * scale).rounded() / scale : value
    }
}
