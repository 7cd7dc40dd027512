extension DrivingRule {
    /// Countries and territories where traffic keeps left; it keeps right in all others.
    ///
    /// Facts written down by ourselves; they can be checked in the list of countries by side of traffic that the
    /// United Nations' road traffic conventions are kept with.
    static let left = """
        AG AI AU BB BD BM BN BS BT BW CK CY DM FJ FK GB GD GG GY HK ID IE IM IN JE JM JP KE KI KN KY LC LK
        LS MO MT MU MV MW MY MZ NA NP NR NU NZ PG PK SB SC SG SH SR SZ TC TH TL TO TT TV TZ UG VC VG VI WS
        ZA ZM ZW
        """

    /// country | in towns | outside | on motorways | unit where it is not km/h.
    ///
    /// General limits for cars, as of 2025, where one holds nationwide and all day; the rest is left out. Facts written
    /// down by ourselves; for Europe they can be checked with the European Commission's pages on going abroad by car.
    static let limits = """
        AT|50|100|130
        BA|50|80|130
        BE|50||120
        BG|50|90|140
        BW|60|120|
        CH|50|80|120
        CL|50|100|120
        CY|50|80|100
        CZ|50|90|130
        DE|50|100|
        DK|50|80|130
        EE|50|90|
        ES||90|120
        FI|50|80|120
        FR|50|80|130
        GB||60|70|mph
        GR|50|90|130
        HK|50||
        HR|50|90|130
        HU|50|90|130
        IE|50||120
        IL|50|80|110
        IS|50|90|
        IT|50|90|130
        JP||60|100
        KE|50|100|110
        LT|50|90|
        LU|50|90|130
        LV|50|90|
        MA|60|100|120
        MD|50|90|
        ME|50|80|
        MK|50|80|
        MT|50|80|
        MY||90|110
        NL|50|80|
        NO|50|80|
        NZ|50|100|100
        PL|50|90|140
        PT|50|90|120
        RO|50|90|130
        RS|50|80|130
        RU|60|90|110
        SE|50|70|110
        SG|50||
        SI|50|90|130
        SK|50|90|130
        TN|50|90|110
        TR|50|90|
        UA|50|90|130
        XK|50|80|130
        ZA|60|100|120
        """
}
