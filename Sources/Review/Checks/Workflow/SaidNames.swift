/// The names and quotations of a response, and whether any source has them.
struct SaidNames {
    private let tokens: [TextToken]
    private let isClaimed: Set<Int>
    private let facts: KnownFacts

    init(tokens: [TextToken], claims: [Claim], facts: KnownFacts) {
        self.tokens = tokens
        isClaimed = Set(claims.flatMap(\.range))
        self.facts = facts
    }

    /// Those that no source has, each once, in the order of the text.
    var unknown: [String] {
        let quotations = quotations
        let quoted = Set(quotations.flatMap(\.self))
        var seen: Set<String> = []
        let all =
            quotations.filter(isInvented).map { $0.map { tokens[$0].text }.joined(separator: " ") }
            + (isGerman ? [] : names(outside: quoted))
        return all.filter { seen.insert($0).inserted }
    }
}

// Names.
extension SaidNames {
    private func names(outside quoted: Set<Int>) -> [String] {
        let headings = headings
        return tokens.indices.filter { index in
            tokens[index].kind == .word && !isClaimed.contains(index) && !quoted.contains(index)
                && !headings.contains(index) && isName(index) && !isKnown(index)
        }.map { tokens[$0].text }
    }

    /// A capital letter where a sentence does not begin; a sentence may begin with a name of two words.
    private func isName(_ index: Int) -> Bool {
        let text = tokens[index].text
        guard text.count > 1, text.first?.isUppercase == true else { return false }
        return !beginsSentence(index)
    }

    private func beginsSentence(_ index: Int) -> Bool {
        guard index > 0, !tokens[index].beginsLine else { return true }
        let before = tokens[index - 1]
        guard before.kind == .mark else { return false }
        // The apostrophe of an elision is no beginning, a comma, a dash inside a word and an ampersand are none either.
        return ![",", "&", "/", "'", "’", "%", "°", "$", "€"].contains(before.text)
            && !(before.text == "-" && tokens[index].isGlued && before.isGlued)
    }

    private func isKnown(_ index: Int) -> Bool {
        var word = tokens[index].folded
        for ending in ["'s", "’s"] where word.hasSuffix(ending) { word.removeLast(ending.count) }
        // "Paul's" is one word of a source, without its apostrophe.
        let text = tokens[index].text
        // Of "McCarthy's", a name that falls apart, only the end is the apostrophe's.
        let bare = text.hasSuffix("'s") || text.hasSuffix("’s") ? String(text.dropLast(2)) : text
        if [text, bare].contains(where: { FoldedWords.of($0).allSatisfy(facts.words.contains) }) { return true }
        if Self.contractions.contains(where: word.hasSuffix) { return true }
        if Self.common.contains(word) || WrittenDay.month(named: word) != nil || WrittenDay.weekday(named: word) != nil
        {
            return true
        }
        if facts.has(word: word) || Units.currencies.contains(tokens[index].text) { return true }
        return Self.codes[word].map { facts.words.contains($0) } ?? false
    }

    /// The words up to a colon at the head of a line, and the lines that begin with a `#`.
    private var headings: Set<Int> {
        var headings: Set<Int> = []
        var start = 0
        for index in tokens.indices {
            if tokens[index].beginsLine { start = index }
            if tokens[index].text == ":", index - start <= 8 { headings.formUnion(start..<index) }
            if tokens[start].text == "#" { headings.insert(index) }
        }
        return headings
    }

    /// In German every noun has a capital letter.
    private var isGerman: Bool {
        let words = Set(tokens.lazy.filter { $0.kind == .word }.map(\.folded))
        return words.intersection([
            "der", "die", "das", "und", "ist", "nicht", "ein", "eine", "fur", "mit", "sind", "du", "den", "zum",
        ])
        .count >= 2
    }

    private static let contractions = ["'m", "'d", "'ll", "'ve", "'re", "’m", "’d", "’ll", "’ve", "’re"]
    private static let common: Set<String> = Set(
        """
        i'm ok okay tv mr mrs ms dr prof st sir english french german spanish italian portuguese dutch swedish \
        norwegian danish finnish polish czech russian ukrainian greek turkish arabic hebrew hindi chinese mandarin \
        japanese korean thai vietnamese latin european american british african asian celsius fahrenheit kelvin utc gmt \
        cet cest est pst am pm ai api url id pdf gps usa uk eu us un earth sun moon christmas easter new year internet \
        wifi wi fi north south east west northern southern eastern western dollar dollars euro euros pound pounds yen \
        yes no hello hi hz khz mhz ghz kwh mw kw pa hpa kpa db ph vat iso http https www faq diy ad bc ce bce swiss irish scottish welsh
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// Countries and the codes that outputs may have instead.
    private static let codes: [String: String] = [
        "japan": "jp", "germany": "de", "france": "fr", "italy": "it", "spain": "es", "portugal": "pt", "norway": "no",
        "sweden": "se", "denmark": "dk", "finland": "fi", "poland": "pl", "austria": "at", "switzerland": "ch",
        "netherlands": "nl", "belgium": "be", "ireland": "ie", "greece": "gr", "turkey": "tr", "russia": "ru",
        "china": "cn", "india": "in", "brazil": "br", "argentina": "ar", "mexico": "mx", "canada": "ca",
        "australia": "au", "peru": "pe", "chile": "cl", "egypt": "eg", "kenya": "ke", "thailand": "th", "vietnam": "vn",
        "kingdom": "gb", "states": "us", "america": "us", "zealand": "nz", "korea": "kr", "africa": "za",
    ]
}

// Quotations.
extension SaidNames {
    /// The words between quotation marks.
    private var quotations: [[Int]] {
        var found: [[Int]] = []
        var open: (mark: String, words: [Int])?
        for index in tokens.indices {
            let text = tokens[index].text
            if let begun = open {
                if Self.closing[begun.mark]?.contains(text) == true {
                    found.append(begun.words)
                    open = nil
                } else if begun.words.count > 40 {
                    open = nil
                } else if tokens[index].kind == .word {
                    open?.words.append(index)
                }
            } else if Self.closing[text] != nil {
                open = (text, [])
            }
        }
        return found
    }

    /// A title or a longer saying with words that no source has; one plain word may be the response's own.
    private func isInvented(_ quotation: [Int]) -> Bool {
        guard quotation.count >= 3 || quotation.contains(where: { tokens[$0].text.first?.isUppercase == true }) else {
            return false
        }
        let known = quotation.filter { index in FoldedWords.of(tokens[index].text).allSatisfy(facts.has(word:)) }
        return known.count * 4 < quotation.count * 3
    }

    private static let closing: [String: Set<String>] = [
        "\"": ["\""], "“": ["”", "\""], "„": ["“", "”"], "«": ["»"], "「": ["」"], "『": ["』"],
    ]
}
