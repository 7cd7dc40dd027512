import Engine

/// Elements, compounds and amounts of substance.
enum Chemistry {
    static let tools = [compoundLookup, elementLookup, molarMass, solutionMass, substanceAmount]

    static let compoundLookup = DemoTool(
        "compound_lookup", family: Family.chemistry, occasions: [.lab, .school],
        """
        Finds a chemical compound by its common English name and gives its formula, what kind of substance it is and \
        its other names. Fails where the name is not known.
        """,
        inputs: [
            .text("name", "Common name, such as caffeine or baking soda.").means(.chemicalName).values(
                "table salt", "baking soda", "glucose", "Epsom salt", "copper sulfate pentahydrate",
                "potassium permanganate", "citric acid", "silver nitrate", "urea", "calcium chloride",
                "ammonium sulfate", "washing soda", "sodium citrate", "potassium iodide", "boric acid", "saltpetre",
                "vitamin C", "table sugar", "caffeine", "potassium chloride", "sodium thiosulfate",
                "ammonium chloride", "magnesium chloride", "glycine", "oxalic acid", "caustic soda", "lactose",
                "zinc chromate")
        ],
        outputs: [
            .text("name", "Common name."),
            .text("formula", "Chemical formula, such as C8H10N4O2.").means(.formula),
            .text("kind", "What it is, such as salt or acid."),
            .texts("other_names", "Other names of the same compound."),
        ],
        wording: Wording(
            part: .lookup, subject: "{out.name}", again: "the substance",
            openings: [
                "I found an old jar labelled {name} at the back of the store cupboard.",
                "We are working with {name} in the practical.",
                "My lab partner has measured out some {name} already.",
                "The next experiment on our sheet uses {name}.",
            ],
            asks: [
                "How do chemists write {name}?", "What does {name} look like as a formula?",
                "Which atoms make up {name}?", "Could you give me the formula of {name}?",
            ],
            answers: [
                "The formula of {out.name} is {out.formula}.", "Chemists write {out.name} as {out.formula}.",
                "In symbols, {out.name} is {out.formula}[, and it also goes by {out.other_names|list}].",
            ])
    ) { (arguments) throws(Refusal) in
        let compound = try Compound.named(try arguments.text("name"))
        return [
            "name": .string(compound.name), "formula": .string(compound.formula), "kind": .string(compound.kind),
            "other_names": .texts(compound.otherNames),
        ]
    }

    static let elementLookup = DemoTool(
        "element_lookup", family: Family.chemistry, occasions: [.lab, .school, .quiz],
        """
        Gives the symbol, number, standard atomic weight, place in the periodic table, category and, where known, \
        density of a chemical element. Fails where no element has the name.
        """,
        inputs: [
            .text("element", "Symbol or English name, such as Fe or iron.").values(
                "iron", "gold", "tungsten", "helium", "uranium", "mercury", "titanium", "lithium", "neon", "copper",
                "gallium", "bismuth", "platinum", "silver", "lead", "tin", "cobalt", "zinc", "magnesium", "argon",
                "chromium", "nickel", "sodium", "vibranium")
        ],
        outputs: [
            .text("symbol", "Symbol; as a formula it stands for single atoms.").means(.formula),
            .text("name", "English name."), .whole("atomic_number", 1...118, "Protons in the nucleus."),
            .number("atomic_weight", 1...300, "Standard atomic weight."),
            .whole("period", 1...7, "Row of the periodic table."),
            .whole("group", 1...18, "Column; left out for lanthanides and actinides.").optional,
            .text("category", "Such as noble gas or transition metal."),
            .number("density_g_cm3", 0...50, "Density of the solid or liquid, where known.").optional,
        ],
        wording: Wording(
            part: .waypoint, subject: "{element}", again: "the element",
            openings: [
                "My daughter has to learn the periodic table by Friday.", "I am writing questions about the elements.",
                "Our chemistry teacher loves to ask about {element}.",
                "A label in the science museum got me thinking.",
                "We drew lots for our school posters and I got {element}.",
                "Two of us argued about {element} over lunch.",
            ],
            asks: [
                "Where in the periodic table do I find {element}?", "What kind of element is {element}?",
                "How many protons does {element} have?", "Which atomic number belongs to {element}?",
                "What is the symbol of {element}?", "Is {element} a metal, a gas or something else?",
            ],
            answers: [
                "With the symbol {out.symbol}, {out.name} is element {out.atomic_number}, {out.category|a} in period "
                    + "{out.period}[, group {out.group}].",
                "You find {out.name} ({out.symbol}) in period {out.period}[, group {out.group}], as element "
                    + "{out.atomic_number}; it counts as {out.category|a}.",
                "Chemists write {out.name} as {out.symbol}; it has {out.atomic_number|n proton}, stands in period "
                    + "{out.period} and is classed as {out.category|a}.",
            ])
    ) { (arguments) throws(Refusal) in
        let element = try Element.named(try arguments.text("element"))
        var facts: JSON.Object = [
            "symbol": .string(element.symbol), "name": .string(element.name), "atomic_number": .whole(element.number),
            "atomic_weight": .decimal(element.weight), "period": .whole(element.period),
        ]
        facts.set("group", unlessNil: element.group.map(JSON.whole))
        facts.set("category", .string(element.category))
        facts.set("density_g_cm3", unlessNil: element.density.map { .decimal($0) })
        return .object(facts)
    }
}
