extension Mains {
    /// country | socket letters | volts | hertz, one country a line.
    ///
    /// Facts written down by ourselves; the letters are those of the IEC's World Plugs (IEC TR 60083), where they can be
    /// checked. Given are the types in common use; old buildings may have others.
    static let table = """
        AD|C F|230|50
        AE|G|230|50
        AL|C F|230|50
        AM|C F|230|50
        AR|C I|220|50
        AT|C F|230|50
        AU|I|230|50
        AZ|C F|220|50
        BA|C F|230|50
        BE|C E|230|50
        BG|C F|230|50
        BH|G|230|50
        BM|A B|120|60
        BO|A C|230|50
        BR|C N|127 220|60
        BS|A B|120|60
        CA|A B|120|60
        CH|C J|230|50
        CK|I|240|50
        CL|C L|220|50
        CN|A C I|220|50
        CO|A B|110|60
        CR|A B|120|60
        CY|G|230|50
        CZ|C E|230|50
        DE|C F|230|50
        DK|C E F K|230|50
        DZ|C F|230|50
        EC|A B|120|60
        EE|C F|230|50
        EG|C F|220|50
        ES|C F|230|50
        FI|C F|230|50
        FJ|I|240|50
        FR|C E|230|50
        GB|G|230|50
        GE|C F|220|50
        GG|G|230|50
        GH|D G|230|50
        GI|G|230|50
        GR|C F|230|50
        GT|A B|120|60
        HK|G|220|50
        HR|C F|230|50
        HU|C F|230|50
        ID|C F|230|50
        IE|G|230|50
        IL|C H|230|50
        IM|G|230|50
        IN|C D M|230|50
        IR|C F|230|50
        IS|C F|230|50
        IT|C F L|230|50
        JE|G|230|50
        JP|A B|100|50 60
        KE|G|240|50
        KH|A C G|230|50
        KR|C F|220|60
        LI|C J|230|50
        LK|D G|230|50
        LT|C F|230|50
        LU|C F|230|50
        LV|C F|230|50
        MA|C E|220|50
        MC|C E F|230|50
        MD|C F|230|50
        ME|C F|230|50
        MK|C F|230|50
        MT|G|230|50
        MU|C G|230|50
        MX|A B|127|60
        MY|G|240|50
        NA|D M|220|50
        NI|A B|120|60
        NL|C F|230|50
        NO|C F|230|50
        NP|C D M|230|50
        NZ|I|230|50
        PA|A B|120|60
        PE|A B C|220|60
        PG|I|240|50
        PH|A B C|220|60
        PK|C D|230|50
        PL|C E|230|50
        PR|A B|120|60
        PT|C F|230|50
        QA|G|240|50
        RO|C F|230|50
        RS|C F|230|50
        RU|C F|230|50
        SA|G|230|60
        SC|G|240|50
        SE|C F|230|50
        SG|G|230|50
        SI|C F|230|50
        SJ|C F|230|50
        SK|C E|230|50
        SM|C F L|230|50
        TH|A B C O|230|50
        TN|C E|230|50
        TR|C F|230|50
        TW|A B|110|60
        TZ|D G|230|50
        UA|C F|230|50
        UG|G|240|50
        US|A B|120|60
        UY|C F L|230|50
        VA|C F L|230|50
        VE|A B|120|60
        VN|A C|220|50
        XK|C F|230|50
        ZA|C D M N|230|50
        """
}
