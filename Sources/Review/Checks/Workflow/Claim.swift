/// Something a text states that can be looked up: the same kinds are read from responses and from their sources.
struct Claim {
    enum Content {
        /// Every reading of a day, such as 3/4/2026; and the weekday beside it, 0 for Sunday.
        case day([WrittenDay], weekday: Int?)
        /// Minutes after midnight; several where the half of the day is not said.
        case time(Set<Int>)
        /// Minutes, from parts such as hours and minutes, which are given too.
        case duration(Double, parts: [Double])
        case number(WrittenNumber)
        /// A number word.
        case small(Int)
        /// Letters and digits in one, such as a flight number.
        case code(String)
        case link(String)
    }

    let content: Content
    /// The tokens that say it.
    let range: Range<Int>
}
