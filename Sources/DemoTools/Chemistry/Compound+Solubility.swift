extension Compound {
    /// Formulas of the table whose saturated solution in water at 20 °C holds less than about 0.3 mol/L.
    ///
    /// Written down for this library; each can be checked against the solubility tables of the CRC Handbook of
    /// Chemistry and Physics.
    private static let hardlySoluble: Set<String> = [
        "C9H8O4", "C13H18O2", "C7H8N4O2", "Ca(OH)2", "CaCO3", "CaSO4·2H2O", "Ca3(PO4)2", "BaSO4", "C10H20O", "C8H8O3",
        "C9H8O", "C18H27NO3", "CHCl3", "C6H6", "C7H8", "C9H13NO3", "C8H9NO2", "H2CO3", "C8H10N4O2",
        "Na2B4O7·10H2O", "C10H12N2O",
    ]

    private static let hardlySolubleKinds: Set<String> = ["oxide", "gas", "fuel", "hydrocarbon", "lipid"]

    /// Reads a formula of which a solution in water can be made.
    ///
    /// - Throws: ``Refusal/impossible(_:next:)`` for an element, and for a compound of the table that is a gas or
    ///   hardly dissolves. What is not in the table is believed.
    static func soluble(_ text: String) throws(Refusal) -> ChemicalFormula {
        let formula = try ChemicalFormula(text)
        guard formula.atoms.count > 1 else {
            throw .impossible("\(text) is an element, not a compound that dissolves.", next: "Give a soluble compound.")
        }
        guard !hard.contains(formula) else {
            throw .impossible("\(text) is a gas or hardly dissolves in water.", next: "Give a soluble compound.")
        }
        return formula
    }

    private static let hard: Set<ChemicalFormula> = Set(
        all.filter { hardlySoluble.contains($0.formula) || hardlySolubleKinds.contains($0.kind) }
            .compactMap { try? ChemicalFormula($0.formula) })
}
