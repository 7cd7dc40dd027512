extension Filter {
    /// Reads a filter: conditions with spaces between them all have to hold.
    ///
    /// `!` before a condition turns it around, brackets make one of several, and quotation marks keep a value with
    /// spaces together. Empty text lets everything through.
    ///
    /// - Throws: ``FilterProblem`` for the first thing that makes no sense.
    package init(parsing text: String) throws(FilterProblem) {
        var parser = FilterParser(FilterScan(text))
        let terms = try parser.terms(depth: 0)
        self = terms.count == 1 ? terms[0] : .all(terms)
    }
}

private struct FilterParser {
    /// Nobody writes deeper ones, and the database would not take them.
    private static let deepest = 25
    /// More would be too much for the database.
    private static let mostConditions = 200

    private var scan: FilterScan
    private var conditions = 0

    init(_ scan: FilterScan) {
        self.scan = scan
    }

    /// Reads terms up to the end or the bracket that closes them.
    mutating func terms(depth: Int) throws(FilterProblem) -> [Filter] {
        var terms: [Filter] = []
        scan.skipWhitespace()
        while let next = scan.next, next != ")" || depth == 0 {
            terms.append(try term(depth: depth))
            scan.skipWhitespace()
        }
        return terms
    }

    private mutating func term(depth: Int) throws(FilterProblem) -> Filter {
        let start = scan.position
        guard depth < Self.deepest else {
            scan.skip()
            throw FilterProblem(scan.range(from: start), "this goes too deep")
        }
        switch scan.next {
        case "!": return .not(try negated(depth: depth))
        case "(": return try group(depth: depth)
        case ")":
            scan.skip()
            throw FilterProblem(scan.range(from: start), "there is no bracket to close; put \")\" in quotation marks")
        case _: return try word()
        }
    }

    private mutating func negated(depth: Int) throws(FilterProblem) -> Filter {
        let start = scan.position
        scan.skip()
        guard !scan.isAtBreak else {
            throw FilterProblem(scan.range(from: start), "! needs a condition right after it, as in !flag")
        }
        return try term(depth: depth + 1)
    }

    private mutating func group(depth: Int) throws(FilterProblem) -> Filter {
        let start = scan.position
        scan.skip()
        let opening = scan.range(from: start)
        let terms = try terms(depth: depth + 1)
        guard scan.next == ")" else { throw FilterProblem(opening, "the bracket is not closed") }
        scan.skip()
        return .all(terms)
    }

    private mutating func word() throws(FilterProblem) -> Filter {
        let start = scan.position
        let name = try scan.word { $0 == ":" }
        conditions += 1
        guard conditions <= Self.mostConditions else {
            throw FilterProblem(name.range, "more than \(Self.mostConditions) conditions")
        }
        guard !name.isQuoted, scan.next == ":" else {
            if !name.isQuoted, let field = FilterField(beginning: name.text) {
                throw FilterProblem(name.range, "a colon is missing after \(field.rawValue), as in \(field.example)")
            }
            let keyword = name.isQuoted ? nil : FilterField(keyword: name.text)
            return try keyword?.filter(name) ?? .condition(.fuzzy(name.text))
        }
        guard let field = FilterField(rawValue: name.text.lowercased()) else {
            throw FilterProblem(name.range, unknown: "field", name.text, among: FilterField.allCases.map(\.rawValue))
        }
        scan.skip()
        let value = try scan.word()
        guard !value.text.isEmpty || value.isQuoted else {
            throw FilterProblem(scan.range(from: start), "\(field.rawValue): needs a value, as in \(field.example)")
        }
        return try field.filter(value)
    }
}
