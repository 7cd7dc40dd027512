/// The fields of the library, as ``Tool/family`` names them.
enum Family {
    static let places = "places"
    static let time = "time"
    static let astronomy = "astronomy"
    static let travel = "travel"
    static let chemistry = "chemistry"
    static let money = "money"
    static let books = "books"
    static let films = "films"
    static let numbers = "numbers"
    static let colors = "colours"
    static let texts = "text"
    static let kitchen = "kitchen"
    static let music = "music"
    static let sport = "sport"
    static let home = "home"
}
