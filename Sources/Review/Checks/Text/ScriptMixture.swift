/// Finds words whose letters are taken from two scripts that look alike: Latin, Cyrillic and Greek.
enum ScriptMixture {
    private enum Script {
        case latin, cyrillic, greek
    }

    /// The first word of that kind; signs and abbreviations of physics (“μm”, “ΔT”) are none.
    static func word(in scalars: [Unicode.Scalar]) -> String? {
        guard scalars.contains(where: { (0x370...0x52F).contains($0.value) }) else { return nil }
        return scalars.split { !$0.properties.isAlphabetic && !$0.properties.isDiacritic }.first(where: isMixed).map {
            String(String.UnicodeScalarView($0.prefix(24)))
        }
    }

    private static func isMixed(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        let scripts = Set(word.compactMap(script))
        guard scripts.count > 1 else { return false }
        guard scripts.contains(.cyrillic) == false else { return word.contains(where: isLookAlike) }
        // A Greek letter before or behind a short Latin unit is a sign.
        return word.count > 3 && word.contains(where: isLookAlike)
    }

    private static func script(_ scalar: Unicode.Scalar) -> Script? {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: .latin
        case 0x370...0x3FF: .greek
        case 0x400...0x52F: .cyrillic
        case _: nil
        }
    }

    /// Letters that are taken for Latin ones.
    private static func isLookAlike(_ scalar: Unicode.Scalar) -> Bool {
        lookAlikes.contains(scalar)
    }

    private static let lookAlikes = Set(
        "аеорсухіјѕһԁԛԝвкмнтгьАВЕКМНОРСТУХІЈЅαοορνικτυχγηωεΑΒΕΖΗΙΚΜΝΟΡΤΥΧ".unicodeScalars)
}
