import Engine

/// What kind of thing an argument names, as one word that people use: a `city`, an `airport`.
struct KindNoun {
    let text: String

    /// Looks at the argument's name, then at what is said of it, then at what it means; nil when none of them tells.
    init?(of input: Tool.Input, of tool: Tool) {
        let said = input.schema["description"]?.string ?? ""
        let rule = said.firstRange(of: "such as").map { String(said[..<$0.lowerBound]) } ?? said
        let meaning = tool.wording.inputMeanings[input.name] ?? ""
        let words = input.name.words.reversed() + rule.words + meaning.words + tool.name.text.words
        guard let noun = words.lazy.compactMap({ Self.nouns[$0] }).first else { return nil }
        text = noun
    }

    private static let nouns: [String: String] = {
        let same = [
            "city", "country", "airport", "language", "landmark", "mountain", "planet", "book", "film", "movie",
            "author",
            "person", "element", "ingredient", "color", "colour", "currency", "compound", "note", "station", "street",
            "company", "team", "player", "song", "artist", "album", "restaurant", "hotel", "region", "state", "town",
            "place", "river", "lake", "island", "museum", "university", "airline", "flight", "product", "game",
            "recipe",
            "dish", "animal", "plant", "topic", "word", "address", "postcode", "genre", "sport", "league", "car",
            "brand",
        ]
        let others = [
            "zone": "place", "iata": "airport", "location": "place", "chemical": "substance", "formula": "compound",
            "landmarks": "landmark", "films": "film", "actor": "person", "director": "person", "hex": "color",
            "setting": "setting", "symbol": "symbol", "ticker": "stock symbol", "stock": "stock symbol",
        ]
        return Dictionary(uniqueKeysWithValues: same.map { ($0, $0) }).merging(others) { first, _ in first }
    }()
}
