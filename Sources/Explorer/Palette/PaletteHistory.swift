/// Commands that were given, to be given again.
struct PaletteHistory: Hashable, Sendable {
    private let texts: [String]
    /// How far back the shown one is; 0 is what was being typed.
    private var age = 0
    private var typed = ""

    /// - Parameter texts: The commands, the newest last.
    init(_ texts: [String]) {
        self.texts = texts
    }

    var isBrowsing: Bool { age > 0 }

    /// The command before the shown one; nil at the oldest.
    mutating func older(than shown: String) -> String? {
        guard age < texts.count else { return nil }
        if age == 0 { typed = shown }
        age += 1
        return texts[texts.count - age]
    }

    /// The command after the shown one, in the end what was being typed.
    mutating func newer() -> String? {
        guard age > 0 else { return nil }
        age -= 1
        return age == 0 ? typed : texts[texts.count - age]
    }

    /// Typing makes the shown command a new one.
    mutating func leave() {
        age = 0
    }
}
