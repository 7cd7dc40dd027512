import Engine

extension Chemistry {
    static let molarMass = DemoTool(
        "molar_mass", family: Family.chemistry, occasions: [.lab, .school],
        """
        Computes the molar mass of a chemical formula from standard atomic weights, and what share of the mass each \
        element has. Understands nested brackets and crystal water, as in CuSO4·5H2O.
        """,
        inputs: [
            .text("formula", "Chemical formula, such as C8H10N4O2.").means(.formula).values(
                "C8H10N4O2", "Ca(OH)2", "CuSO4·5H2O", "KMnO4", "C6H12O6", "Al2(SO4)3", "H2SO4", "Fe2O3", "NaHCO3",
                "(NH4)2SO4", "K4[Fe(CN)6]", "C2H5OH", "Na2CO3", "AgNO3", "MgSO4·7H2O", "Mg(OH")
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
            part: .waypoint, subject: "{@formula}", again: "{@formula}",
            openings: [
                "I am filling in the table at the front of my lab report.",
                "We have to check the label on a bottle of {@formula}.",
                "My calculator battery died in the middle of the practical.",
                "Our tutor wants every weighing written down in moles.",
                "The whole class got a different figure for {@formula}.",
                "A pupil asked me something about {@formula} that I could not answer.",
            ],
            asks: [
                "How heavy is one mole of {@formula}?", "How many grams does a mole of {@formula} weigh?",
                "What does one mole of {@formula} weigh?", "Which mass should I use for a mole of {@formula}?",
                "What would the balance show for exactly one mole of {@formula}?",
                "Could you work out the weight of a mole of {@formula}?",
            ],
            answers: [
                "One mole of {@formula} weighs {out.molar_mass} g.",
                "A mole of {@formula} comes to {out.molar_mass} g[many out.composition[].name:, with "
                    + "{out.atoms|n atom} in each formula unit].",
                "The weight of a mole of {@formula} is {out.molar_mass} g[many out.composition[].name:, shared by "
                    + "{out.composition[].name|list}].",
            ],
            doubts: [
                Wording.Doubt(
                    about: "molar_mass",
                    asks: [
                        "My lab partner says a mole of {@formula} weighs less than {guess|number} g. Is she right?",
                        "Is it true that one mole of {@formula} is under {guess|number} g?",
                    ],
                    confirmed: [
                        "Yes, a mole of {@formula} weighs {out.molar_mass} g, so less than {guess|number} g.",
                        "Correct: one mole of {@formula} is {out.molar_mass} g.",
                    ],
                    refuted: [
                        "No, a mole of {@formula} weighs {out.molar_mass} g, which is not below {guess|number} g.",
                        "Not quite: one mole of {@formula} is {out.molar_mass} g.",
                    ])
            ])
    ) { (arguments) throws(Refusal) in
        let formula = try ChemicalFormula(try arguments.text("formula"))
        return [
            "molar_mass": .decimal(formula.molarMass, places: 3),
            "atoms": .whole(formula.atoms.reduce(0) { $0 + $1.count }), "composition": .array(formula.shares),
        ]
    }

    static let solutionMass = DemoTool(
        "solution_mass", family: Family.chemistry, occasions: [.lab, .school],
        """
        Computes how many grams of a compound go into a volume of solution of a given concentration. Takes the \
        formula; fails for elements, and for compounds known to be gases or hardly soluble in water.
        """,
        inputs: [
            .text("formula", "Chemical formula of the compound, such as NaCl.").means(.formula).values(
                "NaCl", "KNO3", "NaHCO3", "CuSO4·5H2O", "KI", "C6H12O6", "Na2CO3", "MgSO4·7H2O", "NH4Cl", "CaCl2",
                "CaCO3"),
            .number("volume_l", 0.001...10_000, "Volume of the solution in litres.").values(
                0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 5),
            .number("molarity", 0.000001...30, "Concentration in moles per litre.").values(
                0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3),
        ],
        outputs: [
            .number("grams", 0...1e12, "Grams to weigh out, to 0.01 g."),
            .number("moles", 0...1e6, "Moles in the solution, to 0.0001 mol."),
            .number("molar_mass", 0...1e9, "Grams per mole of the compound, to 0.001 g."),
        ],
        wording: Wording(
            sayings: [
                "volume_l": [
                    "0.1": "100 ml", "0.25": "250 ml", "0.5": "half a litre", "0.75": "750 ml", "1": "one litre",
                    "1.5": "1.5 litres", "2": "2 litres", "5": "5 litres",
                ]
            ],
            openings: [
                "I am setting up the benches for tomorrow's practical.",
                "We have run out of stock solution.", "My pupils are titrating on Thursday.",
                "The recipe on the bottle has faded.", "Our technician is ill, so the weighing is up to me.",
                "A colleague borrowed the last of our solution.",
            ],
            asks: [
                "What weight of {@formula} do I need for {volume_l} at {molarity} mol/L?",
                "How many grams of {@formula} go into {volume_l} of a {molarity} mol/L solution?",
                "What mass of {@formula} makes {volume_l} of a {molarity} mol/L solution?",
                "If I need {volume_l} of {@formula} at {molarity} mol/L, how many grams is that?",
                "Could you tell me the grams of {@formula} for {volume_l} at {molarity} mol/L?",
                "Which mass of {@formula} should the balance show for {volume_l} at {molarity} mol/L?",
            ],
            answers: [
                "Weigh out {out.grams|number} g of {@formula} and fill up to {volume_l}.",
                "For {volume_l} at {molarity} mol/L you need {out.grams|number} g of {@formula}.",
                "You need {out.grams|number} g of {@formula}, which is {out.moles} mol.",
            ],
            doubts: [
                Wording.Doubt(
                    about: "grams",
                    asks: [
                        "We have {guess|number} g of {@formula} left. Is that more than I need for {volume_l} at "
                            + "{molarity} mol/L?",
                        "Will {guess|number} g of {@formula} be more than enough for {volume_l} at {molarity} mol/L?",
                    ],
                    confirmed: [
                        "Yes, you need only {out.grams|number} g of {@formula}.",
                        "There is enough: {volume_l} at {molarity} mol/L takes {out.grams|number} g of {@formula}.",
                    ],
                    refuted: [
                        "No, you need {out.grams|number} g of {@formula}.",
                        "There is none to spare: {volume_l} at {molarity} mol/L takes {out.grams|number} g of "
                            + "{@formula}.",
                    ])
            ])
    ) { (arguments) throws(Refusal) in
        let formula = try Compound.soluble(try arguments.text("formula"))
        let moles = try arguments.number("volume_l") * arguments.number("molarity")
        return [
            "grams": .decimal(moles * formula.molarMass, places: 2), "moles": .decimal(moles, places: 4),
            "molar_mass": .decimal(formula.molarMass, places: 3),
        ]
    }

    static let substanceAmount = DemoTool(
        "substance_amount", family: Family.chemistry, occasions: [.lab, .school],
        """
        Computes how many moles and how many particles (molecules, atoms or formula units) a mass of a substance is, \
        from its mass per mole.
        """,
        inputs: [
            .number("molar_mass", 1...1e6, "Grams per mole of the substance.").means(.molarMass),
            .number("grams", 0.000001...1e7, "Mass in grams.").values(1, 5, 10, 25, 50, 100, 250, 500, 2.5, 20, 75),
        ],
        outputs: [
            .number("moles", 0...1e7, "Moles, to four places."),
            .text("particles", "How many particles, as 6.02 × 10^23."),
        ],
        wording: Wording(
            openings: [
                "I want to give my pupils a feeling for large numbers.", "We weighed out {grams} g for the practical.",
                "My chemistry homework is full of powers of ten.",
                "The demonstration bench has a dish with {grams} g on it.",
                "Our teacher says nobody can picture a mole.",
                "A friend bet me that I could not count what is in {grams} g.",
            ],
            asks: [
                "How many moles are in {grams} g of {@molar_mass}?",
                "How many particles are there in {grams} g of {@molar_mass}?",
                "What is {grams} g of {@molar_mass} in moles?",
                "If I weigh out {grams} g of {@molar_mass}, how many "
                    + "moles do I have?", "Roughly how many particles make up {grams} g of {@molar_mass}?",
                "Do you know how many moles {grams} g of {@molar_mass} is?",
            ],
            answers: [
                "In {grams} g of {@molar_mass} there are {out.moles|number} mol, or {out.particles} particles.",
                "{grams} g of {@molar_mass} is {out.moles|number} mol, which means {out.particles} particles.",
                "There are {out.particles} particles in {grams} g of {@molar_mass}, which is {out.moles|number} mol.",
            ],
            doubts: [
                Wording.Doubt(
                    about: "moles",
                    asks: [
                        "I make {grams} g of {@molar_mass} less than {guess|number} mol. Is that right?",
                        "Is {grams} g of {@molar_mass} really less than {guess|number} mol?",
                    ],
                    confirmed: [
                        "Yes, {grams} g of {@molar_mass} is {out.moles|number} mol.",
                        "Right: {grams} g of {@molar_mass} comes to {out.moles|number} mol.",
                    ],
                    refuted: [
                        "No, {grams} g of {@molar_mass} is {out.moles|number} mol.",
                        "Not so: {grams} g of {@molar_mass} comes to {out.moles|number} mol, not less than "
                            + "{guess|number}.",
                    ])
            ])
    ) { (arguments) throws(Refusal) in
        let moles = try arguments.number("grams") / arguments.number("molar_mass")
        return ["moles": .decimal(moles, places: 4), "particles": .string(Quantity.scientific(moles * 6.02214076e23))]
    }
}

extension ChemicalFormula {
    /// Each element with its count and share of the mass, in the order of the formula.
    fileprivate var shares: [JSON] {
        atoms.map { element, count in
            [
                "symbol": .string(element.symbol), "name": .string(element.name), "count": .whole(count),
                "mass_percent": .decimal(element.weight * Double(count) / molarMass * 100, places: 2),
            ]
        }
    }
}
