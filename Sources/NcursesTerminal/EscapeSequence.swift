internal import Canvas

/// The keys of escape sequences that a terminal's description leaves out: the other spelling of arrows, modified keys.
enum EscapeSequence {
    /// The key of `ESC [ parameters final`; modifiers are dropped, unknown sequences are nil.
    static func key(parameters: String, final: Unicode.Scalar) -> Key? {
        guard final != "~" else { return numbered[leadingNumber(in: parameters)] }
        // With other numbers the letters mean something else: a place of the cursor, a click.
        return parameters.isEmpty || parameters.hasPrefix("1;") ? lettered[final] : nil
    }

    /// The key of `ESC O final`.
    static func key(singleShift final: Unicode.Scalar) -> Key? {
        final == "M" ? .enter : final == "Z" ? nil : lettered[final]
    }

    private static func leadingNumber(in parameters: String) -> Int {
        Int(parameters.prefix { $0.isASCII && $0.isNumber }) ?? 0
    }

    private static let lettered: [Unicode.Scalar: Key] = [
        "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "Z": .backTab,
        "P": .function(1), "Q": .function(2), "R": .function(3), "S": .function(4),
    ]

    private static let numbered: [Int: Key] = [
        1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
        11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
        17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
        23: .function(11), 24: .function(12),
    ]
}
