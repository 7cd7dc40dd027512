extension ScalarTrait {
    /// The general categories that a name stands for: one, or a group of them.
    static let categories: [String: Set<Unicode.GeneralCategory>] = {
        var categories: [String: Set<Unicode.GeneralCategory>] = [:]
        for (short, long, category) in singleCategories {
            categories[short] = [category]
            categories[long] = [category]
        }
        for (short, long) in categoryGroups {
            let group = singleCategories.filter { $0.0.hasPrefix(short) }.map(\.2)
            categories[short] = Set(group)
            categories[long] = Set(group)
        }
        categories["LC"] = [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter]
        categories["Cased_Letter"] = categories["LC"]
        categories["digit"] = categories["Nd"]
        categories["punct"] = categories["P"]
        categories["cntrl"] = categories["Cc"]
        categories["Combining_Mark"] = categories["M"]
        return categories
    }()

    private static let singleCategories: [(String, String, Unicode.GeneralCategory)] = [
        ("Lu", "Uppercase_Letter", .uppercaseLetter),
        ("Ll", "Lowercase_Letter", .lowercaseLetter),
        ("Lt", "Titlecase_Letter", .titlecaseLetter),
        ("Lm", "Modifier_Letter", .modifierLetter),
        ("Lo", "Other_Letter", .otherLetter),
        ("Mn", "Nonspacing_Mark", .nonspacingMark),
        ("Mc", "Spacing_Mark", .spacingMark),
        ("Me", "Enclosing_Mark", .enclosingMark),
        ("Nd", "Decimal_Number", .decimalNumber),
        ("Nl", "Letter_Number", .letterNumber),
        ("No", "Other_Number", .otherNumber),
        ("Pc", "Connector_Punctuation", .connectorPunctuation),
        ("Pd", "Dash_Punctuation", .dashPunctuation),
        ("Ps", "Open_Punctuation", .openPunctuation),
        ("Pe", "Close_Punctuation", .closePunctuation),
        ("Pi", "Initial_Punctuation", .initialPunctuation),
        ("Pf", "Final_Punctuation", .finalPunctuation),
        ("Po", "Other_Punctuation", .otherPunctuation),
        ("Sm", "Math_Symbol", .mathSymbol),
        ("Sc", "Currency_Symbol", .currencySymbol),
        ("Sk", "Modifier_Symbol", .modifierSymbol),
        ("So", "Other_Symbol", .otherSymbol),
        ("Zs", "Space_Separator", .spaceSeparator),
        ("Zl", "Line_Separator", .lineSeparator),
        ("Zp", "Paragraph_Separator", .paragraphSeparator),
        ("Cc", "Control", .control),
        ("Cf", "Format", .format),
        ("Cs", "Surrogate", .surrogate),
        ("Co", "Private_Use", .privateUse),
        ("Cn", "Unassigned", .unassigned),
    ]

    private static let categoryGroups = [
        ("L", "Letter"),
        ("M", "Mark"),
        ("N", "Number"),
        ("P", "Punctuation"),
        ("S", "Symbol"),
        ("Z", "Separator"),
        ("C", "Other"),
    ]

    /// Properties that hold or do not.
    static let named: [String: ScalarTrait] = {
        var traits: [String: ScalarTrait] = [
            "Any": ScalarTrait { _ in true },
            "ASCII": ScalarTrait { $0.isASCII },
            "Assigned": ScalarTrait { $0.properties.generalCategory != .unassigned },
        ]
        for (short, long, trait) in binaryProperties {
            traits[short] = trait
            traits[long] = trait
        }
        return traits
    }()

    private static let binaryProperties: [(String, String, ScalarTrait)] = [
        ("Alpha", "Alphabetic", ScalarTrait { $0.properties.isAlphabetic }),
        ("Lower", "Lowercase", ScalarTrait { $0.properties.isLowercase }),
        ("Upper", "Uppercase", ScalarTrait { $0.properties.isUppercase }),
        ("space", "White_Space", ScalarTrait { $0.properties.isWhitespace }),
        ("AHex", "ASCII_Hex_Digit", ScalarTrait { $0.properties.isASCIIHexDigit }),
        ("Hex", "Hex_Digit", ScalarTrait { $0.properties.isHexDigit }),
        ("IDS", "ID_Start", ScalarTrait { $0.properties.isIDStart }),
        ("IDC", "ID_Continue", ScalarTrait { $0.properties.isIDContinue }),
        ("XIDS", "XID_Start", ScalarTrait { $0.properties.isXIDStart }),
        ("XIDC", "XID_Continue", ScalarTrait { $0.properties.isXIDContinue }),
        ("Ideo", "Ideographic", ScalarTrait { $0.properties.isIdeographic }),
        ("Math", "Math", ScalarTrait { $0.properties.isMath }),
        ("Dash", "Dash", ScalarTrait { $0.properties.isDash }),
        ("Dia", "Diacritic", ScalarTrait { $0.properties.isDiacritic }),
        ("Emoji", "Emoji", ScalarTrait { $0.properties.isEmoji }),
        ("EPres", "Emoji_Presentation", ScalarTrait { $0.properties.isEmojiPresentation }),
        ("EMod", "Emoji_Modifier", ScalarTrait { $0.properties.isEmojiModifier }),
    ]
}
