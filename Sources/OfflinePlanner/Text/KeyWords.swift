extension String {
    /// The words of a key or a name, in small letters: `userId`, `user_id` and `User-ID` are all `user id`.
    var keyWords: [String] {
        var words: [String] = []
        var word = ""
        var last: Character = " "
        for (index, character) in zip(indices, self) {
            let next = self.index(after: index) < endIndex ? self[self.index(after: index)] : " "
            if !(character.isLetter || character.isNumber) {
                words.append(word)
                word = ""
            } else {
                let begins = character.isUppercase && (last.isLowercase || (last.isUppercase && next.isLowercase))
                if begins {
                    words.append(word)
                    word = ""
                }
                word.append(contentsOf: character.lowercased())
            }
            last = character
        }
        words = (words + [word]).filter { !$0.isEmpty }
        // Libraries put an `is` before words that programs reserve: `is_id`.
        let isReserved = words.count == 2 && words[0] == "is" && ["id", "from", "class", "return"].contains(words[1])
        return isReserved ? [words[1]] : words
    }

    /// One of what the word says many of: `countries` is `country`; a word in the singular stays as it is.
    var singular: String {
        let stays = ["ss", "us", "is", "series", "news"]
        guard hasSuffix("s"), count > 3, !stays.contains(where: hasSuffix) else { return self }
        if hasSuffix("ies") { return dropLast(3) + "y" }
        let longer = ["ses", "xes", "ches", "shes"]
        return String(dropLast(longer.contains(where: hasSuffix) && !hasSuffix("ases") ? 2 : 1))
    }

    /// Whether the word, a noun, says many.
    var isPlural: Bool { self != singular }

    /// With single spaces, and none at the ends.
    var collapsed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// The first so many characters; where some are cut off, that can be seen.
    func shortened(to limit: Int) -> String {
        guard count > limit else { return self }
        let head = prefix(limit)
        let whole = head.lastIndex(where: \.isWhitespace).map { head[..<$0] } ?? head
        return (whole.count > limit / 2 ? whole : head) + " …"
    }
}

extension [String] {
    /// Words of a key as people write them: an `id` is an ID.
    var spelledOut: String {
        map { ["id", "url", "ip", "uuid", "iata", "isbn", "api", "html", "dns"].contains($0) ? $0.uppercased() : $0 }
            .joined(separator: " ")
    }
}
