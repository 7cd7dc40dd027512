import Engine
import Testing

@testable import DemoTools

@Suite("The kitchen of the demo library")
struct KitchenToolTests {
    /// Grams of household measures in USDA FoodData Central, SR Legacy.
    @Test(arguments: [
        ("flour", 1.0, "cup", 125.0), ("Honey", 1, "cup", 339), ("butter", 0.5, "cup", 114),
        ("salt", 1, "tablespoon", 18),
        ("sugar", 2, "cup", 400), ("cream", 1, "cup", 238), ("oats", 1, "cup", 81), ("water", 100, "millilitre", 100),
        ("table salt", 1, "teaspoon", 6.1),
    ])
    func `weighs ingredients`(ingredient: String, amount: Double, measure: String, grams: Double) throws {
        let weighed = try output(
            of: "ingredient_weight",
            ["ingredient": .string(ingredient), "amount": .decimal(amount), "measure": .string(measure)])

        #expect(weighed["grams"]?.double == grams)
    }

    @Test func `knows ingredients by one name each`() throws {
        #expect(Ingredient.all.count >= 40)
        #expect(Ingredient.all.allSatisfy { (60...350).contains($0.gramsPerCup) })
        #expect(
            try failure(of: "ingredient_weight", ["ingredient": "ground elder", "amount": 2, "measure": "cup"])
                == "There is no ingredient called \"ground elder\" in the data.")
    }

    @Test func `hands weights on to be scaled`() throws {
        let flour = try output(of: "ingredient_weight", ["ingredient": "flour", "amount": 2, "measure": "cup"])

        let scaled = try output(
            of: "recipe_scale", ["grams": flour["grams"] ?? nil, "from_servings": 4, "to_servings": 10])

        #expect(scaled == ["grams": 625, "factor": 2.5])
    }

    /// The conversion chart printed on British gas cookers: mark 4 is 180 °C or 350 °F.
    @Test(arguments: [
        ("gas mark 4", 180, 350, "4", "moderate"), ("350 °F", 180, 350, "4", "moderate"),
        ("180C", 180, 350, "4", "moderate"), ("Gas Mark ½", 120, 250, "1/2", "very cool"),
        ("425 F", 220, 425, "7", "hot"), ("gas 9", 240, 475, "9", "very hot"), ("160 °C", 160, 325, "3", "moderate"),
        ("200°C", 200, 400, "6", "moderately hot"),
    ])
    func `sets ovens`(setting: String, celsius: Int, fahrenheit: Int, mark: String, word: String) throws {
        let heat = try output(of: "oven_setting", ["setting": .string(setting)])

        #expect(heat["celsius"] == .whole(celsius))
        #expect(heat["fahrenheit"] == .whole(fahrenheit))
        #expect(heat["gas_mark"] == .string(mark))
        #expect(heat["word"] == .string(word))
        #expect(heat["fan_celsius"] == .whole(celsius - 20))
    }

    @Test func `repeats no scale that it was given`() throws {
        #expect(try output(of: "oven_setting", ["setting": "180 °C"])["equivalent"] == "350 °F or gas mark 4")
        #expect(try output(of: "oven_setting", ["setting": "350 °F"])["equivalent"] == "180 °C or gas mark 4")
        #expect(try output(of: "oven_setting", ["setting": "gas mark 4"])["equivalent"] == "180 °C or 350 °F")
    }

    @Test(arguments: ["600 °F", "20 °C", "-1e300 C", "nan F"])
    func `refuses heats that no oven has`(setting: String) throws {
        let said = try failure(of: "oven_setting", ["setting": .string(setting)])

        #expect(said.hasPrefix("The chart for ovens does not go to") || said.contains("is no oven setting"))
    }

    @Test(arguments: ["", "C", "hot", "gas mark", "gas mark 10", "180", "°F"])
    func `refuses what is no oven setting`(setting: String) throws {
        let said = try failure(of: "oven_setting", ["setting": .string(setting)])

        #expect(said == "\"\(setting)\" is no oven setting.")
    }
}
