import Engine

/// Elements, compounds and amounts of substance.
enum Chemistry {
    static let tools = [compoundLookup, elementLookup, molarMass, solutionMass, substanceAmount]

    static let compoundLookup = DemoTool(
        "compound_lookup", family: Family.chemistry,
        "Finds a chemical compound by its common English name and gives its formula.",
        inputs: [
            .text("name", "Common name, such as caffeine or baking soda.").means(.chemicalName).values(
                "caffeine", "table salt", "baking soda", "vitamin C", "glucose", "Epsom salt", "aspirin",
                "copper sulfate pentahydrate", "potassium permanganate", "citric acid", "silver nitrate", "urea",
                "calcium chloride", "gypsum", "slaked lime", "ammonium sulfate", "paracetamol", "washing soda",
                "sodium citrate", "potassium iodide", "boric acid", "saltpetre", "unobtainium oxide", "phlogiston")
        ],
        outputs: [
            .text("name", "Common name.").means(.chemicalName),
            .text("formula", "Chemical formula, such as C8H10N4O2.").means(.formula),
            .text("kind", "What it is, such as salt or acid."),
            .texts("other_names", "Other names of the same compound."),
        ],
        wording: Wording(
            part: .lookup, subject: "{out.name}",
            openings: ["I am reading the label of a bag of {name}."],
            asks: [
                "What is the chemical formula of {name}?", "How is {name} written as a formula?",
                "Which atoms is {name} made of?",
            ],
            answers: [
                "The formula of {out.name} is {out.formula}.", "Chemists write {out.name} as {out.formula}.",
                "It is written {out.formula}.",
            ])
    ) { (arguments) throws(Refusal) in
        let compound = try Compound.named(try arguments.text("name"))
        return [
            "name": .string(compound.name), "formula": .string(compound.formula), "kind": .string(compound.kind),
            "other_names": .texts(compound.otherNames),
        ]
    }

    static let elementLookup = DemoTool(
        "element_lookup", family: Family.chemistry,
        "Gives the number, weight, place in the periodic table, category and density of a chemical element.",
        inputs: [
            .text("element", "Symbol or English name, such as Fe or iron.").values(
                "iron", "gold", "tungsten", "helium", "uranium", "mercury", "titanium", "iodine", "lithium", "neon",
                "copper", "gallium", "bismuth", "oganesson", "vibranium")
        ],
        outputs: [
            .text("symbol", "Symbol.").means(.symbol), .text("name", "English name."),
            .whole("atomic_number", 1...118, "Protons in the nucleus."),
            .number("atomic_weight", 1...300, "Standard atomic weight.").means(.molarMass),
            .whole("period", 1...7, "Row of the periodic table."),
            .whole("group", 1...18, "Column; left out for lanthanides and actinides.").optional,
            .text("category", "Such as noble gas or transition metal."),
            .number("density_g_cm3", 0...50, "Density of the solid or liquid, where known.").optional,
        ],
        wording: Wording(
            subject: "{out.name}",
            openings: ["My daughter is learning the periodic table.", "I am writing a quiz about the elements."],
            asks: [
                "What are the atomic number and the weight of {element}?",
                "Where in the periodic table do I find {element}?",
                "What kind of element is {element}, and what is its symbol?",
            ],
            answers: [
                "With the symbol {out.symbol}, {out.name} is element {out.atomic_number} ({out.category}) in period "
                    + "{out.period}, and its atomic weight is {out.atomic_weight}.",
                "It has the symbol {out.symbol}, the atomic number {out.atomic_number} and the weight "
                    + "{out.atomic_weight}; it stands in period {out.period}[, group {out.group}] and is classed as "
                    + "{out.category}.",
                "Element {out.atomic_number}, {out.symbol}, is classed as {out.category}. Its atomic weight is "
                    + "{out.atomic_weight}"
                    + "[ and its density {out.density_g_cm3} g/cm³]. It stands in period {out.period}.",
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

    static let molarMass = DemoTool(
        "molar_mass", family: Family.chemistry,
        """
        Computes the molar mass of a chemical formula from standard atomic weights, and what share of the mass each \
        element has. Understands nested brackets and crystal water, as in CuSO4·5H2O.
        """,
        inputs: [
            .text("formula", "Chemical formula, such as C8H10N4O2.").means(.formula).values(
                "C8H10N4O2", "Ca(OH)2", "CuSO4·5H2O", "KMnO4", "C6H12O6", "Al2(SO4)3", "H2SO4", "Fe2O3", "NaHCO3",
                "(NH4)2SO4", "K4[Fe(CN)6]", "C2H5OH", "Xx2O", "Mg(OH")
        ],
        outputs: [
            .number("molar_mass", 0...1e9, "Grams per mole, to 0.001 g.").means(.molarMass),
            .whole("atoms", 1...10_000_000, "Atoms in one formula unit."),
            .records(
                "composition", "The elements, in the order of the formula.",
                [
                    .text("symbol", "Symbol."), .text("name", "English name of the element."),
                    .whole("count", 1...1_000_000, "Atoms of it."),
                    .number("mass_percent", 0...100, "Its share of the mass, to 0.01 %."),
                ]),
        ],
        wording: Wording(
            subject: "{@formula}",
            openings: ["I am preparing a lab report.", "I am checking the label on a bottle in our lab."],
            asks: [
                "What is the molar mass of {@formula}?", "How many grams does one mole of {@formula} weigh?",
                "How heavy is a mole of {@formula}, and how many atoms are in one formula unit?",
            ],
            answers: [
                "The molar mass is {out.molar_mass} g/mol, with {out.atoms} atoms in one formula unit.",
                "One mole weighs {out.molar_mass} g. It is made of {out.composition[].name|list}.",
                "A mole of it weighs {out.molar_mass} g, and one formula unit has {out.atoms} atoms "
                    + "({out.composition[].name|list}).",
            ])
    ) { (arguments) throws(Refusal) in
        let formula = try ChemicalFormula(try arguments.text("formula"))
        let mass = formula.molarMass
        return [
            "molar_mass": .decimal(mass, places: 3), "atoms": .whole(formula.atoms.reduce(0) { $0 + $1.count }),
            "composition": .array(
                formula.atoms.map { element, count in
                    [
                        "symbol": .string(element.symbol), "name": .string(element.name), "count": .whole(count),
                        "mass_percent": .decimal(element.weight * Double(count) / mass * 100, places: 2),
                    ]
                }),
        ]
    }

    static let solutionMass = DemoTool(
        "solution_mass", family: Family.chemistry,
        "Computes how many grams of a substance are needed for a volume of solution of a given concentration.",
        inputs: [
            .number("molar_mass", 1...1e6, "Grams per mole of the substance.").means(.molarMass),
            .number("volume_l", 0.001...10_000, "Volume of the solution in litres.").values(
                0.25, 0.5, 1, 2, 5, 10, 0.1, 0.75),
            .number("molarity", 0.000001...30, "Concentration in moles per litre.").values(
                0.1, 0.5, 1, 2, 0.05, 0.25, 0.01, 1.5),
        ],
        outputs: [
            .number("grams", 0...1e12, "Grams to weigh out, to 0.01 g."),
            .number("moles", 0...1e6, "Moles in the solution, to 0.0001 mol."),
        ],
        wording: Wording(
            openings: ["I am setting up a school experiment.", "We ran out of stock solution in the lab."],
            asks: [
                "How many grams of {@molar_mass} do I need for {volume_l} L of a {molarity} mol/L solution?",
                "How much {@molar_mass} has to go into {volume_l} L to get {molarity} mol/L?",
                "To make {volume_l} L of solution with {molarity} mol/L of {@molar_mass}, how much do I weigh out?",
            ],
            answers: [
                "You need {out.grams|number} g, which is {out.moles} mol.",
                "Weigh out {out.grams|number} g ({out.moles} mol) and fill up to {volume_l} L.",
                "It takes {out.grams|number} g for {volume_l} L at {molarity} mol/L.",
            ])
    ) { (arguments) throws(Refusal) in
        let moles = try arguments.number("volume_l") * arguments.number("molarity")
        let grams = moles * (try arguments.number("molar_mass"))
        return ["grams": .decimal(grams, places: 2), "moles": .decimal(moles, places: 4)]
    }

    static let substanceAmount = DemoTool(
        "substance_amount", family: Family.chemistry,
        "Computes how many moles and how many molecules or formula units a mass of a substance is.",
        inputs: [
            .number("molar_mass", 1...1e6, "Grams per mole of the substance.").means(.molarMass),
            .number("grams", 0.000001...1e7, "Mass in grams.").means(.grams).values(
                1, 5, 10, 25, 50, 100, 250, 500, 2.5, 0.2, 1000),
        ],
        outputs: [
            .number("moles", 0...1e7, "Moles, to four places."),
            .text("particles", "Molecules or formula units, as 6.02 × 10^23."),
        ],
        wording: Wording(
            openings: [
                "I want to give my pupils a feeling for large numbers.", "I am checking my chemistry homework.",
            ],
            asks: [
                "How many moles are {grams} g of {@molar_mass}?",
                "How many molecules or formula units are there in {grams} g of {@molar_mass}?",
                "What amount of substance is {grams} g of {@molar_mass}, in moles and in particles?",
            ],
            answers: [
                "It is {out.moles|number} mol, or {out.particles} particles.",
                "There are {out.particles} of them, which is {out.moles|number} mol.",
                "{grams} g are {out.moles|number} mol, and that is {out.particles} particles.",
            ])
    ) { (arguments) throws(Refusal) in
        let moles = try arguments.number("grams") / arguments.number("molar_mass")
        return ["moles": .decimal(moles, places: 4), "particles": .string(Quantity.scientific(moles * 6.02214076e23))]
    }
}
