extension String {
    /// With a capital at the beginning.
    var asSentence: String { prefix(1).uppercased() + dropFirst() }

    /// `the Netherlands`, and every other name as it is.
    var withArticle: String {
        let bare = [
            "Bahamas", "Comoros", "Gambia", "Maldives", "Netherlands", "Philippines", "Seychelles", "Vatican City",
        ]
        let endings = [" Islands", " Republic", " Emirates", " Union", " Republic of the Congo"]
        let needsOne = bare.contains(self) || hasPrefix("United ") || endings.contains(where: hasSuffix)
        return needsOne && !hasPrefix("the ") ? "the " + self : self
    }

    /// `a novel`, `an epic`.
    var withIndefiniteArticle: String {
        let vowels = "aeiouAEIOU8"
        let startsSoft =
            first.map(vowels.contains) == true && !["uni", "use", "eur", "one"].contains(prefix(3).lowercased())
        return (startsSoft ? "an " : "a ") + self
    }

    /// The noun in the number that counts: `day` gives `1 day` or `5 days`, `country/countries` says its own plural.
    func counted(by count: String) -> String {
        let forms = split(separator: "/", maxSplits: 1).map(String.init)
        let singular = forms.first ?? self
        return count == "1" ? "1 \(singular)" : "\(count) \(forms.count == 2 ? forms[1] : singular + "s")"
    }

    /// Whether the first word asks, so that the question can follow an "and".
    var beginsWithQuestionWord: Bool {
        let words: Set = [
            "When", "What", "How", "Which", "Who", "Whose", "Where", "Why", "Is", "Are", "Was", "Were", "Does", "Do",
            "Did", "Will", "Can", "Could", "Would", "Should", "Has", "Have", "Until", "At", "On", "In", "By", "From",
            "For", "If", "To",
        ]
        return words.contains(String(prefix { $0.isLetter }))
    }

    /// Without spaces at its ends.
    var trimmingSpaces: String {
        let start = drop { $0 == " " }
        guard let last = start.lastIndex(where: { $0 != " " }) else { return "" }
        return String(start[...last])
    }

    /// With a small letter at the beginning.
    var uncapitalised: String { prefix(1).lowercased() + dropFirst() }

    /// A digit string with thousands marks.
    var withThousandsMarks: String {
        let isNegative = hasPrefix("-")
        let halves = drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
        guard let whole = halves.first, whole.allSatisfy(\.isNumber) else { return self }
        var marked = ""
        for (offset, digit) in whole.enumerated() {
            if offset > 0, (whole.count - offset).isMultiple(of: 3) { marked.append(",") }
            marked.append(digit)
        }
        return (isNegative ? "-" : "") + marked + (halves.count == 2 ? "." + halves[1] : "")
    }
}

extension [String] {
    /// `a`, `a and b`, `a, b and c`.
    var listed: String {
        guard let last, count > 1 else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " and " + last
    }
}
