extension Compound {
    /// name | formula | other names | what it is.
    ///
    /// Written down for this library from general knowledge.
    static let table = """
        water|H2O||solvent
        table salt|NaCl|sodium chloride,salt|salt
        table sugar|C12H22O11|sucrose,sugar|sugar
        glucose|C6H12O6|dextrose,grape sugar|sugar
        lactose|C12H22O11|milk sugar|sugar
        caffeine|C8H10N4O2||alkaloid
        theobromine|C7H8N4O2||alkaloid
        nicotine|C10H14N2||alkaloid
        aspirin|C9H8O4|acetylsalicylic acid|medicine
        paracetamol|C8H9NO2|acetaminophen|medicine
        ibuprofen|C13H18O2||medicine
        vitamin C|C6H8O6|ascorbic acid|vitamin
        citric acid|C6H8O7||acid
        acetic acid|CH3COOH|vinegar acid|acid
        formic acid|HCOOH||acid
        lactic acid|C3H6O3||acid
        oxalic acid|C2H2O4||acid
        tartaric acid|C4H6O6||acid
        sulfuric acid|H2SO4|sulphuric acid|acid
        nitric acid|HNO3||acid
        hydrochloric acid|HCl|hydrogen chloride|acid
        phosphoric acid|H3PO4||acid
        boric acid|H3BO3||acid
        carbonic acid|H2CO3||acid
        baking soda|NaHCO3|sodium bicarbonate,sodium hydrogen carbonate|salt
        washing soda|Na2CO3|sodium carbonate,soda ash|salt
        caustic soda|NaOH|sodium hydroxide,lye|base
        potassium hydroxide|KOH|caustic potash|base
        slaked lime|Ca(OH)2|calcium hydroxide|base
        quicklime|CaO|calcium oxide,burnt lime|oxide
        chalk|CaCO3|calcium carbonate,limestone|salt
        gypsum|CaSO4·2H2O|calcium sulfate dihydrate|hydrated salt
        Epsom salt|MgSO4·7H2O|magnesium sulfate heptahydrate|hydrated salt
        Glauber's salt|Na2SO4·10H2O|sodium sulfate decahydrate|hydrated salt
        copper sulfate pentahydrate|CuSO4·5H2O|blue vitriol|hydrated salt
        copper sulfate|CuSO4||salt
        iron sulfate heptahydrate|FeSO4·7H2O|green vitriol|hydrated salt
        borax|Na2B4O7·10H2O||hydrated salt
        potash|K2CO3|potassium carbonate|salt
        saltpetre|KNO3|potassium nitrate,saltpeter|salt
        ammonium nitrate|NH4NO3||salt
        ammonium sulfate|(NH4)2SO4||salt
        ammonium chloride|NH4Cl|sal ammoniac|salt
        calcium chloride|CaCl2||salt
        magnesium chloride|MgCl2||salt
        potassium chloride|KCl||salt
        potassium iodide|KI||salt
        potassium permanganate|KMnO4||salt
        potassium dichromate|K2Cr2O7||salt
        silver nitrate|AgNO3||salt
        sodium fluoride|NaF||salt
        sodium thiosulfate|Na2S2O3||salt
        sodium citrate|Na3C6H5O7||salt
        calcium phosphate|Ca3(PO4)2||salt
        barium sulfate|BaSO4||salt
        zinc oxide|ZnO||oxide
        titanium dioxide|TiO2||oxide
        iron oxide|Fe2O3|rust,hematite|oxide
        magnetite|Fe3O4||oxide
        alumina|Al2O3|aluminium oxide,corundum|oxide
        quartz|SiO2|silica,silicon dioxide|oxide
        carbon dioxide|CO2||gas
        carbon monoxide|CO||gas
        nitrous oxide|N2O|laughing gas|gas
        sulfur dioxide|SO2||gas
        ammonia|NH3||gas
        methane|CH4||gas
        ethane|C2H6||gas
        propane|C3H8||gas
        butane|C4H10||gas
        ethylene|C2H4|ethene|gas
        acetylene|C2H2|ethyne|gas
        ozone|O3||gas
        hydrogen peroxide|H2O2||oxidiser
        hydrogen sulfide|H2S||gas
        ethanol|C2H5OH|alcohol,ethyl alcohol|alcohol
        methanol|CH3OH|wood alcohol|alcohol
        isopropanol|C3H8O|rubbing alcohol,isopropyl alcohol|alcohol
        glycerol|C3H8O3|glycerine,glycerin|alcohol
        ethylene glycol|C2H6O2||alcohol
        acetone|C3H6O|propanone|solvent
        chloroform|CHCl3|trichloromethane|solvent
        benzene|C6H6||solvent
        toluene|C7H8||solvent
        octane|C8H18||fuel
        naphthalene|C10H8||hydrocarbon
        menthol|C10H20O||alcohol
        vanillin|C8H8O3||flavouring
        cinnamaldehyde|C9H8O||flavouring
        capsaicin|C18H27NO3||alkaloid
        urea|CO(NH2)2||fertiliser
        glycine|C2H5NO2||amino acid
        cholesterol|C27H46O||lipid
        penicillin G|C16H18N2O4S||medicine
        adrenaline|C9H13NO3|epinephrine|hormone
        dopamine|C8H11NO2||hormone
        serotonin|C10H12N2O||hormone
        potassium ferrocyanide|K4[Fe(CN)6]||salt
        """
}
