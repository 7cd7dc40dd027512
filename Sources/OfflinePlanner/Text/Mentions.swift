/// What a text has mentioned already, so that it says "there" and "that day" as people do.
///
/// Only the newest mention of a kind is referred back to, so that "there" has one meaning.
struct Mentions: Hashable, Sendable {
    private var lastPlace: String?
    private var lastDay: String?
    private var lastThing: String?

    /// `in Oslo`, then `there`.
    mutating func place(_ name: String) -> String {
        defer { lastPlace = name }
        return lastPlace == name ? "there" : "in \(name)"
    }

    /// `on 17 May 2027`, then `that day`.
    mutating func day(_ name: String) -> String {
        defer { lastDay = name }
        return lastDay == name ? "that day" : "on \(name)"
    }

    /// `Dune`, then `it`.
    mutating func thing(_ name: String) -> String {
        defer { lastThing = name }
        return lastThing == name ? "it" : name
    }
}
