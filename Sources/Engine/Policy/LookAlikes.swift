import Foundation

extension ToolName {
    /// What the name looks like at a glance: two names of the same look are easily taken for one another.
    ///
    /// Letters of other alphabets become the Latin ones they look like, as do digits, wide forms, and signs of a
    /// like shape; what cannot be seen is dropped. Names in other scripts that resemble no Latin letters keep them.
    package var look: String {
        var look = ""
        for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars
        where !scalar.properties.isDefaultIgnorableCodePoint {
            look += Self.twins[scalar] ?? Self.narrow(scalar).map { Self.twins[$0] ?? String($0) } ?? String(scalar)
        }
        return Self.pairs.reduce(look) { look, pair in look.replacing(pair.written, with: pair.seen) }
    }

    /// Other names of the list that have the same look, in its order.
    package func lookAlikes(among names: [ToolName]) -> [ToolName] {
        let look = look
        return names.filter { $0 != self && $0.look == look }
    }

    /// The ASCII scalar of a full-width form.
    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) : nil
    }

    /// Two letters that are read as one.
    private static let pairs = [(written: "rn", seen: "m"), (written: "vv", seen: "w"), (written: "cl", seen: "d")]

    private static let twins: [Unicode.Scalar: String] = {
        var table: [Unicode.Scalar: String] = [:]
        for (seen, written) in families {
            for scalar in written.unicodeScalars { table[scalar] = seen }
        }
        return table
    }()

    /// A shape, and what is easily taken for it: Cyrillic, Greek, Latin relatives, digits, signs.
    private static let families: [(seen: String, written: String)] = [
        ("a", "аαɑ"), ("b", "Ьь"), ("c", "сϲⅽ"), ("d", "ԁⅾ"), ("e", "еҽℯ"), ("f", "ƒ"), ("g", "ɡց"), ("h", "һհ"),
        ("i", "іıιⅰ"), ("j", "јϳ"), ("k", "кκ"), ("l", "1I|ӀІΙℓⅼ"), ("m", "ⅿ"), ("n", "ոη"), ("o", "0оοօσ"),
        ("p", "рρ"), ("q", "ԛ"), ("r", "гᴦ"), ("s", "ѕꜱ"), ("t", "тτ"), ("u", "υսʋ"), ("v", "νѵⅴ"), ("w", "ԝѡω"),
        ("x", "хχⅹ"), ("y", "уүγ"), ("z", "ᴢ"), ("A", "АΑ"), ("B", "ВΒ"), ("C", "СϹ"), ("E", "ЕΕ"), ("H", "НΗ"),
        ("J", "Ј"), ("K", "КΚ"), ("M", "МΜ"), ("N", "Ν"), ("O", "ОΟ"), ("P", "РΡ"), ("S", "Ѕ"), ("T", "ТΤ"),
        ("X", "ХΧ"), ("Y", "ҮΥ"), ("Z", "Ζ"), ("-", "‐‑‒–—−"), (".", "․‧·"), ("_", "ˍ‗"),
    ]
}
