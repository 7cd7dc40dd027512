import Canvas

/// A keyboard whose characters count as keys where they are free.
///
/// Keys match by character. Whoever types Cyrillic or Greek presses `a` where the sign reads `ф` or `α`: these are
/// bound too, so that the layout need not be changed to review.
package enum Keyboard: String, Hashable, Sendable, CaseIterable {
    case latin
    case russian
    case greek

    /// The character on the same key.
    func character(for latin: Character) -> Character? {
        switch self {
        case .latin: nil
        case .russian: Self.russianSigns[latin]
        case .greek: Self.greekSigns[latin]
        }
    }

    private static let russianSigns = signs(
        "qwertyuiop[]asdfghjkl;'zxcvbnm,.", "йцукенгшщзхъфывапролджэячсмитьбю",
        shifted: "{}:\"<>@#$^&/?", "ХЪЖЭБЮ\"№;:?.,")

    // The sigma of w is that of s in capitals, so w has none.
    private static let greekSigns = signs("ertyuiopasdfghjklzxcvbnm", "ερτυθιοπασδφγηξκλζχψωβνμ", shifted: "qQ", ";:")

    /// Lower case letters with their upper case, then signs as they are.
    private static func signs(
        _ latin: String, _ signs: String, shifted: String, _ others: String
    ) -> [Character: Character] {
        let lower = Array(zip(latin, signs))
        let upper = lower.filter(\.0.isLetter).map { (Character($0.uppercased()), Character($1.uppercased())) }
        return Dictionary(lower + upper + zip(shifted, others)) { first, _ in first }
    }
}

extension Keymap {
    /// The keymap with the characters that lie where the bound ones lie, where nothing is bound to them.
    func typed(on keyboard: Keyboard) -> Keymap {
        var all = bindings
        for binding in bindings {
            let keys = binding.keys.map { $0.typed(on: keyboard) }
            guard keys != binding.keys, !all.conflict(with: keys, on: binding.entry.screens) else { continue }
            all.append(Binding(keys: keys, entry: binding.entry, origin: .keyboard(keyboard)))
        }
        return Keymap(base: base, bindings: all)
    }
}

extension Key {
    fileprivate func typed(on keyboard: Keyboard) -> Key {
        switch self {
        case .character(let character): keyboard.character(for: character).map(Key.character) ?? self
        case .control, .alt, .function, .paste, .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up,
            .down, .left, .right, .home, .end, .pageUp, .pageDown:
            self
        }
    }
}
