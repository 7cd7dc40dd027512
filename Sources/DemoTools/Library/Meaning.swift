/// What a value means: the whole vocabulary.
///
/// An output feeds every input of the same meaning.
enum Meaning: String, Sendable, CaseIterable {
    /// A city's id in our data.
    case placeID = "place.id"
    /// A city's name as people write it.
    case placeName = "place.name"
    /// The country somebody names to tell cities apart; no output feeds it.
    case searchedCountry = "place.searched_country"
    /// Degrees north. Latitude and longitude travel as a pair, from one and the same output.
    case latitude = "place.latitude"
    /// Degrees east; see ``latitude``.
    case longitude = "place.longitude"
    /// An IANA zone such as `Europe/Oslo`.
    case timeZone = "place.time_zone"
    /// How many people live in a place or a country.
    case population = "place.population"
    /// Two letters of ISO 3166-1.
    case countryCode = "country.code"
    /// A country's English name.
    case countryName = "country.name"
    /// Three letters of ISO 4217.
    case currencyCode = "currency.code"
    /// Three letters of IATA.
    case airportCode = "airport.iata"
    /// The name of an airport.
    case airportName = "airport.name"
    /// A landmark's id in our data.
    case landmarkID = "landmark.id"
    /// A landmark's name.
    case landmarkName = "landmark.name"
    /// A mountain's name.
    case mountainName = "mountain.name"
    /// Metres above the sea.
    case elevation = "place.elevation_m"
    /// A language's English name.
    case languageName = "language.name"
    /// A planet's name.
    case planetName = "planet.name"
    /// Kilometres between two places.
    case distance = "route.distance_km"
    /// A day as `2027-05-17`.
    case date
    /// A year in which people plan things.
    case year
    /// A month, 1 to 12.
    case month
    /// A time of day as `22:07`.
    case clockTime = "clock.time"
    /// What happens at ``date`` has a name.
    case holidayName = "holiday.name"
    /// The name of a compound or an element.
    case chemicalName = "chemical.name"
    /// A formula such as `C8H10N4O2`.
    case formula = "chemical.formula"
    /// The symbol of an element.
    case symbol = "chemical.symbol"
    /// Grams per mole.
    case molarMass = "chemical.molar_mass"
    /// Grams of a substance.
    case grams = "mass.grams"
    /// A book's id in our data.
    case bookID = "book.id"
    /// A book's title.
    case bookTitle = "book.title"
    /// How long a book is.
    case pages = "book.pages"
    /// A film's id in our data.
    case filmID = "film.id"
    /// A film's title.
    case filmTitle = "film.title"
    /// How long a film is, in minutes.
    case runtime = "film.runtime"
    /// The year in which a book or a film came out; nobody plans anything in it.
    case releaseYear = "work.year"
    /// A person's full name.
    case personName = "person.name"
    /// An amount of some currency.
    case money = "money.amount"
    /// A colour as `#1E90FF`.
    case hex = "color.hex"
    /// A colour's name.
    case colorName = "color.name"
    /// What somebody cooks with, by name.
    case ingredient = "kitchen.ingredient"
    /// Degrees Celsius.
    case celsius = "temperature.celsius"
    /// A musical note such as `A4`.
    case note = "music.note"
    /// Beats a minute.
    case tempo = "music.tempo"
    /// Hertz.
    case frequency = "music.frequency_hz"
    /// Kilometres that somebody ran.
    case run = "sport.run_km"
    /// Minutes that the run took.
    case runTime = "sport.run_minutes"
    /// Minutes that an exercise or a task takes.
    case minutes = "time.minutes"
    /// Square metres.
    case area = "home.area_m2"
    /// Kilowatt-hours.
    case energy = "home.energy_kwh"
    /// Words somebody wrote.
    case text
}
