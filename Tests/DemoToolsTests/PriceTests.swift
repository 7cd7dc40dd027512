import Engine
import Testing

@testable import DemoTools

@Suite("Prices of the demo library")
struct PriceToolTests {
    /// 20 % and then 10 % off is 28 % off, as every textbook of percentages warns.
    @Test(
        arguments: [
            (250.0, 20.0, nil, "200.00", "50.00", 20.0), (250.0, 20.0, 10.0, "180.00", "70.00", 28.0),
            (99.99, 15.0, nil, "84.99", "15.00", 15.0), (80.0, 100.0, 5.0, "0.00", "80.00", 100.0),
            (80.0, 0.0, nil, "80.00", "0.00", 0.0),
        ] as [(Double, Double, Double?, String, String, Double)])
    func `takes discounts off`(
        price: Double, first: Double, second: Double?, left: String, saved: String, total: Double
    ) throws {
        var arguments: JSON.Object = ["price": .decimal(price), "percent_off": .decimal(first)]
        if let second { arguments.set("second_percent_off", .decimal(second)) }

        let reduced = try output(of: "price_discount", .object(arguments))

        #expect(reduced["price_to_pay"]?.number?.text == left)
        #expect(reduced["saved"]?.number?.text == saved)
        #expect(reduced["total_percent_off"]?.double == total)
    }

    @Test(arguments: [
        (80.0, 100.0, 25.0, 25.0, true), (100.0, 80.0, -20.0, 20.0, false), (3.0, 4.0, 33.33, 33.33, true),
        (50.0, 50.0, 0.0, 0.0, false), (50.0, 0.0, -100.0, 100.0, false),
    ])
    func `tells changes in per cent`(from: Double, to: Double, percent: Double, size: Double, isRise: Bool) throws {
        let change = try output(of: "percent_change", ["from": .decimal(from), "to": .decimal(to)])

        #expect(
            change == [
                "percent": .decimal(percent), "size_percent": .decimal(size), "difference": .decimal(to - from),
                "is_rise": .bool(isRise),
            ])
    }

    @Test func `has no change in per cent of nothing`() {
        let result = DemoTools().run(ToolCall(tool: "percent_change", arguments: ["from": 0, "to": 5]))

        #expect(result.outcome.isRejection)
    }

    @Test func `burns petrol by the kilometre`() throws {
        let fuel = try output(
            of: "fuel_cost", ["distance_km": 350, "litres_per_100_km": 6, "price_per_litre": .money(1.8)])

        #expect(fuel["litres"] == 21)
        #expect(fuel["cost"]?.number?.text == "37.80")
    }

    @Test func `drives no farther than a car goes in a few days`() {
        let result = DemoTools().run(
            ToolCall(
                tool: "fuel_cost", arguments: ["distance_km": 9599, "litres_per_100_km": 6, "price_per_litre": 2]))

        #expect(result.outcome.isRejection)
    }

    @Test func `lends the reduced price`() throws {
        let reduced = try output(of: "price_discount", ["price": 12_500, "percent_off": 4])
        let loan = try output(
            of: "loan_payment",
            ["amount": reduced["price_to_pay"] ?? nil, "annual_rate_percent": 0, "years": 5])

        #expect(loan["monthly_payment"]?.number?.text == "200.00")
    }
}

@Suite("Mixed colours of the demo library")
struct ColorMixTests {
    /// The half-way colours of CSS Color 4, `color-mix(in srgb, red, blue)` and so on, halves rounded up.
    @Test(arguments: [
        ("#FF0000", "#0000FF", "#800080", "300°, 100 %, 25 %"), ("#000000", "#FFFFFF", "#808080", "0°, 0 %, 50 %"),
        ("#ff0000", "#FFFF00", "#FF8000", "30°, 100 %, 50 %"),
    ])
    func `lie half way`(first: String, second: String, hex: String, hsl: String) throws {
        let mixed = try output(of: "color_mix", ["first_color": .string(first), "second_color": .string(second)])

        #expect(mixed["hex"] == .string(hex))
        #expect(mixed["hsl"] == .string(hsl))
    }

    @Test func `are the same either way round`() throws {
        let one = try output(of: "color_mix", ["first_color": "#123456", "second_color": "#FEDCBA"])
        let other = try output(of: "color_mix", ["first_color": "#FEDCBA", "second_color": "#123456"])

        #expect(one == other)
    }

    @Test func `go by name as well`() throws {
        let named = try output(of: "color_mix", ["first_color": "royal blue", "second_color": "Slate Grey"])
        let coded = try output(of: "color_mix", ["first_color": "#4169E1", "second_color": "#708090"])

        #expect(named == coded)
    }

    @Test(arguments: [("sunset pink", "colour called"), ("#12345G", "no colour in hexadecimal"), ("", "colour called")])
    func `need colours that are known`(name: String, problem: String) throws {
        let said = try failure(of: "color_mix", ["first_color": .string(name), "second_color": "white"])

        #expect(said.contains(problem))
    }

    @Test func `need two different colours`() throws {
        let said = try failure(of: "color_mix", ["first_color": "#ffffff", "second_color": "White"])

        #expect(said == "Both colours are #FFFFFF.")
    }
}
