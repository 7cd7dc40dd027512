/// The occasions on which people ask for the tools of the library.
///
/// A question stays with one occasion, so each tool names every occasion that it suits.
enum Occasion: String, Sendable, CaseIterable {
    /// Going somewhere, or planning to: places, airports, countries, holidays, daylight, money abroad.
    case trip
    /// Talking to people elsewhere at a time that suits everybody.
    case meeting
    /// A book to read, to give or to talk about.
    case reading
    /// An evening with a film.
    case films
    /// Work in a laboratory, or homework for chemistry.
    case lab
    /// Watching the sky, and planning by sun and moon.
    case sky
    /// Dates to keep, to count or to plan with.
    case calendar
    /// Borrowing, saving, spending.
    case money
    /// A quiz night, or a bet among friends: facts of any kind.
    case quiz
    /// Designing something that is read on a screen or on paper.
    case design
    /// Homework, or teaching it: numbers and measures.
    case school
    /// Cooking and baking.
    case kitchen
    /// Playing, practising and writing music.
    case music
    /// Running, walking, cycling.
    case sport
    /// Rooms to paint and appliances to run.
    case home
}
