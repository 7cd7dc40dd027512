import Engine

/// What a text calls something.
struct Name: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case place, day

        /// What a meaning is a name of, as ``Engine/Wording`` says.
        init?(meaning: String) {
            if meaning == "date" {
                self = .day
            } else if ["place.", "country.", "airport."].contains(where: meaning.hasPrefix) {
                self = .place
            } else {
                return nil
            }
        }
    }

    /// The whole name; equal names are the same thing.
    let full: String
    /// The whole name as it reads at its place in the text: what it contains may have been named before.
    let spoken: String
    /// A shorter name for later mentions.
    let again: String?
    let kinds: Set<Kind>
    /// `in` Oslo, `at` the Eiffel Tower.
    let preposition: String

    init(
        _ full: String, spoken: String? = nil, again: String? = nil, kinds: Set<Kind> = [], preposition: String? = nil
    ) {
        let isPlace = kinds.contains(.place)
        self.full = full
        self.spoken = isPlace ? (spoken ?? full).withArticle : spoken ?? full
        self.again = again ?? (kinds.contains(.day) ? "that day" : nil)
        self.kinds = kinds
        self.preposition = preposition ?? "in"
    }
}
