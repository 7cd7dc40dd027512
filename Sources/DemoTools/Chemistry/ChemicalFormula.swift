/// A formula such as `Ca(OH)2`: how many atoms of which element.
struct ChemicalFormula: Hashable, Sendable {
    /// The elements in the order of their first mention, each with its count.
    let atoms: [(element: Element, count: Int)]

    /// Grams per mole.
    var molarMass: Double { atoms.reduce(0) { $0 + $1.element.weight * Double($1.count) } }

    /// Reads symbols, counts, nested round or square brackets, and parts joined by a dot, as in `CuSO4·5H2O`.
    ///
    /// - Throws: ``Refusal/impossible(_:next:)`` saying where the text stops being a formula.
    init(_ text: String) throws(Refusal) {
        var parser = FormulaParser(text)
        atoms = try parser.formula()
    }

    static func == (left: ChemicalFormula, right: ChemicalFormula) -> Bool {
        left.atoms.elementsEqual(right.atoms) { $0 == $1 }
    }

    func hash(into hasher: inout Hasher) {
        for (element, count) in atoms {
            hasher.combine(element)
            hasher.combine(count)
        }
    }
}

/// Reads a formula by recursive descent; brackets nest at most ten deep.
private struct FormulaParser {
    private let text: String
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var atoms: [(element: Element, count: Int)] = []

    init(_ text: String) {
        self.text = text
        scalars = text.unicodeScalars.map(Self.plain)
    }

    mutating func formula() throws(Refusal) -> [(element: Element, count: Int)] {
        repeat {
            let factor = number() ?? 1
            let part = try sequence(depth: 0)
            guard !part.isEmpty else { throw problem("a symbol such as Na is missing") }
            add(part, times: factor)
        } while take("·")
        guard position == scalars.count else { throw problem("\"\(scalars[position])\" does not fit") }
        guard atoms.allSatisfy({ (1...100_000).contains($0.count) }) else { throw problem("a count is out of range") }
        return atoms
    }

    private mutating func sequence(depth: Int) throws(Refusal) -> [(element: Element, count: Int)] {
        var found: [(element: Element, count: Int)] = []
        while let scalar = peek {
            if let closing = scalar == "(" ? ")" : scalar == "[" ? "]" as Unicode.Scalar : nil {
                guard depth < 10 else { throw problem("the brackets nest too deep") }
                position += 1
                let inner = try sequence(depth: depth + 1)
                guard take(closing) else { throw problem("a \"\(closing)\" is missing") }
                let factor = number() ?? 1
                found += inner.map { (element: $0.element, count: Self.product($0.count, factor)) }
            } else if ("A"..."Z").contains(scalar) {
                let element = try symbol()
                found.append((element: element, count: number() ?? 1))
            } else {
                break
            }
        }
        return found
    }

    private mutating func symbol() throws(Refusal) -> Element {
        var name = String(scalars[position])
        position += 1
        if let next = peek, ("a"..."z").contains(next) {
            name.unicodeScalars.append(next)
            position += 1
        }
        guard let element = Element.bySymbol[name] else { throw problem("there is no element \(name)") }
        return element
    }

    private mutating func number() -> Int? {
        let start = position
        while let scalar = peek, ("0"..."9").contains(scalar) { position += 1 }
        guard position > start else { return nil }
        return Int(String(String.UnicodeScalarView(scalars[start..<position]))) ?? 1_000_000
    }

    private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == scalar else { return false }
        position += 1
        return true
    }

    private mutating func add(_ part: [(element: Element, count: Int)], times factor: Int) {
        for (element, count) in part {
            let added = Self.product(count, factor)
            if let known = atoms.firstIndex(where: { $0.element == element }) {
                atoms[known].count = min(atoms[known].count + added, 1_000_000)
            } else {
                atoms.append((element: element, count: added))
            }
        }
    }

    private func problem(_ what: String) -> Refusal {
        .impossible(
            "\"\(text)\" is no chemical formula: \(what) at character \(position + 1).",
            next: "Write it as C8H10N4O2, Ca(OH)2 or CuSO4·5H2O.")
    }

    /// Counts beyond a million stay out of range, without overflow.
    private static func product(_ left: Int, _ right: Int) -> Int {
        let (value, overflowed) = left.multipliedReportingOverflow(by: right)
        return overflowed ? 1_000_000 : min(value, 1_000_000)
    }

    /// Subscript digits as digits, and every way to write the dot as one.
    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "₀"..."₉": Unicode.Scalar(scalar.value - 0x2080 + 0x30) ?? scalar
        case ".", "•", "⋅", "*": "·"
        default: scalar
        }
    }
}
