import Engine

/// Cooking and baking.
enum Kitchen {
    static let tools = [ingredientWeight, recipeScale, ovenSetting]

    /// Millilitres of the measures that recipes name.
    private static let millilitres = [
        "cup": Ingredient.cup, "tablespoon": Ingredient.cup / 16, "teaspoon": Ingredient.cup / 48, "millilitre": 1,
    ]

    static let ingredientWeight = DemoTool(
        "ingredient_weight", family: Family.kitchen, occasions: [.kitchen],
        """
        Weighs a common ingredient that a recipe measures by volume: US cups, tablespoons, teaspoons (level) or \
        millilitres to grams. Fails where the ingredient is not known.
        """,
        inputs: [
            .text("ingredient", "English name, such as flour or honey.").means(.ingredient).values(
                "flour", "sugar", "brown sugar", "icing sugar", "butter", "honey", "milk", "olive oil", "rolled oats",
                "rice", "cocoa powder", "yoghurt", "double cream", "cornflour", "semolina", "raisins", "couscous",
                "peanut butter", "breadcrumbs", "maple syrup", "wholemeal flour", "ground elder"),
            .number("amount", 0.01...10_000, "How many of the measure.").values(2, 3, 4, 5, 1.5, 2.5, 3.5, 4.5),
            .choice("measure", ["cup", "tablespoon", "teaspoon", "millilitre"], "What the amount counts.").said([
                "cup": "cups", "tablespoon": "tablespoons",
            ]),
        ],
        outputs: [
            .text("ingredient", "The ingredient's usual name."),
            .number("grams", 0...1e8, "Weight in grams, rounded to 1 g from 10 g up.").means(.grams),
            .number("millilitres", 0...1e8, "Volume in millilitres."),
        ],
        wording: Wording(
            part: .waypoint, subject: "{amount} {measure} of {ingredient}", again: "that much {ingredient}",
            openings: [
                "I only have kitchen scales here, no measuring cups.",
                "My aunt in Ohio measures everything in cups and spoons.",
                "We are baking for the school fair tomorrow.", "The recipe I printed out is an American one.",
                "Tonight the children want to cook with me.", "A friend of mine cooks without any scales.",
            ],
            asks: [
                "How many grams are {amount} {measure} of {ingredient}?",
                "What do {amount} {measure} of {ingredient} weigh?",
                "How heavy are {amount} {measure} of {ingredient}?",
                "If it says {amount} {measure} of {ingredient}, how many grams is that?",
                "Roughly how much do {amount} {measure} of {ingredient} weigh?",
                "Could you put {amount} {measure} of {ingredient} into grams for me?",
            ],
            answers: [
                "{amount} {measure} of {ingredient} weigh about {out.grams|number} g.",
                "For {amount} {measure} of {ingredient}, put about {out.grams|number} g on the scales.",
                "You need about {out.grams|number} g of {ingredient}, or {out.millilitres|number} ml by volume.",
            ],
            doubts: [
                Wording.Doubt(
                    about: "grams",
                    asks: [
                        "I have {guess|number} g left. Do {amount} {measure} of {ingredient} weigh less than that?",
                        "My mother says {amount} {measure} of {ingredient} weigh less than {guess|number} g. "
                            + "Is she right?",
                    ],
                    confirmed: [
                        "Yes, {amount} {measure} of {ingredient} weigh about {out.grams|number} g.",
                        "Right: {amount} {measure} of {ingredient} come to about {out.grams|number} g.",
                    ],
                    refuted: [
                        "No, {amount} {measure} of {ingredient} weigh about {out.grams|number} g.",
                        "Not quite: {amount} {measure} of {ingredient} come to about {out.grams|number} g, so not "
                            + "below {guess|number} g.",
                    ])
            ])
    ) { (arguments) throws(Refusal) in
        let ingredient = try Ingredient.named(try arguments.text("ingredient"))
        guard let measure = millilitres[try arguments.text("measure")] else {
            throw .badArgument(name: "measure", expected: "cup, tablespoon, teaspoon or millilitre")
        }
        let volume = try arguments.number("amount") * measure
        let grams = volume / Ingredient.cup * ingredient.gramsPerCup
        return [
            "ingredient": .string(ingredient.name), "grams": .decimal(grams, places: grams < 10 ? 1 : 0),
            "millilitres": .decimal(volume, places: volume < 10 ? 1 : 0),
        ]
    }

    static let recipeScale = DemoTool(
        "recipe_scale", family: Family.kitchen, occasions: [.kitchen],
        "Works out how many grams of an ingredient a recipe needs for another number of servings, and by how much "
            + "everything else is multiplied.",
        inputs: [
            .number("grams", 0.1...1e6, "Grams that the recipe takes.").means(.grams).said([
                250: "250 g of flour", 400: "400 g of pasta", 500: "500 g of potatoes", 300: "300 g of rice",
                750: "750 g of minced beef", 120: "120 g of butter", 600: "600 g of tomatoes", 180: "180 g of sugar",
                800: "800 g of carrots", 350: "350 g of mushrooms", 200: "200 g of spinach",
            ]),
            .whole("from_servings", 1...1000, "Servings that the recipe is written for.").values(2, 3, 4, 5, 6, 8),
            .whole("to_servings", 1...1000, "Servings wanted.").values(9, 10, 12, 14, 15, 16),
        ],
        outputs: [
            .number("grams", 0...1e9, "Grams for the servings wanted, to 1 g."),
            .number("factor", 0...1000, "By what everything is multiplied, to 0.01."),
        ],
        wording: Wording(
            openings: [
                "We are having more guests than I planned for.", "My brother has invited his whole team for supper.",
                "The scout camp has asked me to do the cooking.",
                "I said I would bring enough for {to_servings} people.",
                "Our neighbours are joining us, so there will be {to_servings} at the table.",
                "Cooking for a crowd is new to me.",
            ],
            asks: [
                "If a recipe for {from_servings} takes {@grams}, how much is enough for {to_servings}?",
                "How many grams do I need for {to_servings} if the recipe takes {@grams} for {from_servings}?",
                "With {@grams} for {from_servings} people, what do {to_servings} people need?",
                "What does {@grams} for {from_servings} become when there are {to_servings} of us?",
                "Could you scale {@grams} from {from_servings} servings up to {to_servings}?",
            ],
            answers: [
                "For {to_servings} people take {out.grams|number} g; multiply everything else by {out.factor}.",
                "Instead of {@grams}, {to_servings} people need {out.grams|number} g.",
                "Cooking for {to_servings} instead of {from_servings} means {out.factor} times as much, so "
                    + "{out.grams|number} g.",
            ],
            doubts: [
                Wording.Doubt(
                    about: "grams",
                    asks: [
                        "The recipe takes {@grams} for {from_servings}. Will less than {guess|number} g do for "
                            + "{to_servings}?",
                        "If a recipe for {from_servings} takes {@grams}, can I feed {to_servings} with under {guess|number} g?",
                    ],
                    confirmed: [
                        "Yes, {out.grams|number} g is enough for {to_servings} people.",
                        "Yes, for {to_servings} people the recipe comes to {out.grams|number} g.",
                    ],
                    refuted: [
                        "No, {to_servings} people need {out.grams|number} g.",
                        "Sadly not: for {to_servings} people the recipe comes to {out.grams|number} g.",
                    ])
            ])
    ) { (arguments) throws(Refusal) in
        let factor = Double(try arguments.whole("to_servings")) / Double(try arguments.whole("from_servings"))
        let grams = try arguments.number("grams") * factor
        return ["grams": .decimal(grams, places: 0), "factor": .decimal(factor, places: 2)]
    }
}
