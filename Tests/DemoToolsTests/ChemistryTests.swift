import Engine
import Testing

@testable import DemoTools

@Suite("Chemistry of the demo library")
struct ChemistryToolTests {
    /// From the conventional and abridged standard atomic weights of CIAAW.
    @Test(arguments: [
        ("H2O", 18.015), ("C8H10N4O2", 194.194), ("Ca(OH)2", 74.092), ("CuSO4·5H2O", 249.677), ("CuSO4.5H2O", 249.677),
        ("K4[Fe(CN)6]", 368.347), ("H₂SO₄", 98.072), ("NaCl", 58.443), ("Al2(SO4)3", 342.132), ("C6H12O6", 180.156),
        ("((H)2O)", 18.015), ("KMnO4", 158.032),
    ])
    func `weighs formulas`(formula: String, mass: Double) throws {
        let weighed = try output(of: "molar_mass", ["formula": .string(formula)])

        #expect(abs((weighed["molar_mass"]?.double ?? 0) - mass) < 0.005, "\(weighed.compactText)")
    }

    @Test func `counts the atoms of brackets and crystal water`() throws {
        let weighed = try output(of: "molar_mass", ["formula": "CuSO4·5H2O"])

        let counts = weighed["composition"]?.array?.map { "\($0["symbol"]?.string ?? "")\($0["count"]?.int ?? 0)" }
        #expect(counts == ["Cu1", "S1", "O9", "H10"])
        #expect(weighed["atoms"] == 21)
    }

    @Test func `divides the mass among the elements`() throws {
        let parts = try output(of: "molar_mass", ["formula": "H2O"])["composition"]?.array ?? []

        #expect(parts.map { $0["mass_percent"]?.double } == [11.19, 88.81])
    }

    @Test(arguments: [
        ("Xx2O", "there is no element Xx at character 3"), ("Mg(OH", "a \")\" is missing at character 6"),
        ("", "a symbol such as Na is missing at character 1"), ("h2o", "a symbol such as Na is missing at character 1"),
        ("H2O)", "\")\" does not fit at character 4"), ("H0", "a count is out of range at character 3"),
        ("H99999999999999999999", "a count is out of range at character 22"),
        ("((((((((((((H))))))))))))", "the brackets nest too deep at character 11"),
        ("CuSO4·", "a symbol such as Na is missing at character 7"),
        ("NaCl + H2O", "\" \" does not fit at character 5"),
    ])
    func `says where a formula breaks off`(formula: String, where place: String) throws {
        let said = try failure(of: "molar_mass", ["formula": .string(formula)])

        #expect(said == "\"\(formula)\" is no chemical formula: \(place).")
    }

    @Test func `finds compounds whose formulas can be weighed`() throws {
        #expect(Compound.all.count >= 80)
        for compound in Compound.all {
            #expect(throws: Never.self) { try ChemicalFormula(compound.formula) }
        }
        #expect(try output(of: "compound_lookup", ["name": "Sodium Bicarbonate"])["formula"] == "NaHCO3")
        #expect(try failure(of: "compound_lookup", ["name": "phlogiston"]).contains("phlogiston"))
    }

    @Test func `knows 118 elements`() throws {
        #expect(Element.all.map(\.number) == Array(1...118))
        let iron = try output(of: "element_lookup", ["element": "iron"])
        #expect(iron["symbol"] == "Fe")
        #expect(iron["atomic_weight"] == 55.845)
        #expect(iron["group"] == 8)
        #expect(try output(of: "element_lookup", ["element": "U"])["group"] == nil)
        #expect(try output(of: "element_lookup", ["element": "Aluminum"])["symbol"] == "Al")
        #expect(try output(of: "element_lookup", ["element": "neon"])["density_g_cm3"] == nil)
    }

    @Test(arguments: [("He", 1, 18), ("C", 2, 14), ("Cs", 6, 1), ("Hf", 6, 4), ("Og", 7, 18), ("Lu", 6, 3)])
    func `puts elements in their places`(symbol: String, period: Int, group: Int) throws {
        let element = try #require(Element.bySymbol[symbol])

        #expect(element.period == period)
        #expect(element.group == group)
    }

    @Test func `prepares solutions and counts particles`() throws {
        let salt = try output(of: "solution_mass", ["formula": "NaCl", "volume_l": 2, "molarity": 0.5])
        let mole = try output(of: "substance_amount", ["molar_mass": 18.015, "grams": 18.015])

        #expect(salt == ["grams": 58.44, "moles": 1, "molar_mass": 58.44])
        #expect(mole == ["moles": 1, "particles": "6.02 × 10^23"])
    }

    /// Solubilities at 20 °C after the CRC Handbook: chalk 0.01 g/l, caffeine 20 g/l; iron and neon are elements, methane is a gas.
    @Test(arguments: ["CaCO3", "Fe", "Ne", "CH4", "Fe2O3", "Ca(OH)2", "C8H10N4O2"])
    func `makes no solution of what hardly dissolves`(formula: String) throws {
        let said = try failure(of: "solution_mass", ["formula": .string(formula), "volume_l": 1, "molarity": 0.1])

        #expect(said.hasPrefix(formula))
    }

    @Test func `weighs single elements by their symbol`() throws {
        let gold = try output(of: "element_lookup", ["element": "gold"])

        let mole = try output(of: "molar_mass", ["formula": gold["symbol"] ?? nil])

        // CIAAW gives gold the standard atomic weight 196.966570.
        #expect(mole["molar_mass"] == 196.967)
    }

    @Test(arguments: [(9.999e23, "1 × 10^24"), (1234, "1.23 × 10^3"), (12, "12"), (0, "0")])
    func `writes large counts as powers of ten`(value: Double, text: String) {
        #expect(Quantity.scientific(value) == text)
    }
}
