import Engine
import Testing

@testable import DemoTools

@Suite("The tables of books and films")
struct WorkTableTests {
    @Test func `give every work an id and a title of its own`() {
        #expect(Set(Book.all.map(\.id)).count == Book.all.count)
        #expect(Set(Book.all.map(\.title)).count == Book.all.count)
        #expect(Set(Film.all.map(\.id)).count == Film.all.count)
        #expect(Set(Film.all.map(\.title)).count == Film.all.count)
    }

    @Test func `lose no row`() {
        #expect(Book.all.count == Table(Book.table).rows.count)
        #expect(Film.all.count == Table(Film.table).rows.count)
        #expect(Book.all.count >= 200 && Film.all.count >= 160)
    }

    @Test func `film books only after they were written, and each film once`() throws {
        var filmed: Set<String> = []
        for book in Book.all {
            guard let id = book.film else { continue }
            let film = try Film.withID(id)
            #expect(film.year >= book.year, "\(book.title)")
            #expect(filmed.insert(id).inserted, "\(film.title)")
        }
    }

    @Test func `stay within plausible bounds`() {
        for book in Book.all {
            #expect((1600...2025).contains(book.year) && (50...1500).contains(book.pages), "\(book.title)")
            #expect(book.pages.isMultiple(of: 10), "\(book.title)")
        }
        for film in Film.all {
            #expect((1920...2025).contains(film.year) && (60...240).contains(film.runtime), "\(film.title)")
            #expect((1...3).contains(film.cast.count), "\(film.title)")
        }
    }

    /// Winners as listed by the Academy of Motion Picture Arts and Sciences: the director of the year's best picture,
    /// one ceremony after the year of release.
    @Test(arguments: [
        ("Casablanca", "Michael Curtiz"), ("The Apartment", "Billy Wilder"), ("The Godfather", "Francis Ford Coppola"),
        ("The Silence of the Lambs", "Jonathan Demme"), ("The English Patient", "Anthony Minghella"),
        ("Gladiator", "Ridley Scott"), ("Parasite", "Bong Joon-ho"), ("Oppenheimer", "Christopher Nolan"),
    ])
    func `name the directors of best pictures`(title: String, director: String) throws {
        let film = try #require(Film.all.first { $0.title == title })

        #expect(film.director == director)
    }

    /// Winners as listed by the Booker Prize Foundation, all in the year of publication.
    @Test(arguments: [
        ("Midnight's Children", "Salman Rushdie", 1981), ("The Remains of the Day", "Kazuo Ishiguro", 1989),
        ("The English Patient", "Michael Ondaatje", 1992), ("The God of Small Things", "Arundhati Roy", 1997),
        ("Disgrace", "J. M. Coetzee", 1999), ("Wolf Hall", "Hilary Mantel", 2009),
        ("Bring Up the Bodies", "Hilary Mantel", 2012),
    ])
    func `name the authors of Booker winners`(title: String, author: String, year: Int) throws {
        let book = try #require(Book.all.first { $0.title == title })

        #expect(book.author == author)
        #expect(book.year == year)
    }
}

@Suite("Authors of the demo library")
struct AuthorToolTests {
    @Test(arguments: ["Ursula K. Le Guin", "le guin", "Guin"])
    func `are found by their full or family name`(name: String) throws {
        let found = try output(of: "author_books", ["author": .string(name)])

        #expect(found["author"] == "Ursula K. Le Guin")
        #expect(
            found["items"]?.array?.compactMap { $0["title"]?.string }
                == ["A Wizard of Earthsea", "The Left Hand of Darkness", "The Dispossessed"])
        #expect(found["count"] == 3)
    }

    @Test func `lead to their earliest book`() throws {
        let found = try output(of: "author_books", ["author": "Tolkien"])
        let book = try output(of: "book_details", ["book_id": found["earliest_id"] ?? nil])

        #expect(book["title"] == "The Hobbit")
    }

    @Test(arguments: ["Ottilie Brandvold", "", "Le", "!?"])
    func `are unknown by any other name`(name: String) throws {
        let said = try failure(of: "author_books", ["author": .string(name)])

        #expect(said == "There is no author called \"\(name)\" in the data.")
    }

    @Test func `must be told apart where two share a family name`() throws {
        let said = try failure(of: "author_books", ["author": "Brontë"])

        #expect(said == "Several authors are called \"Brontë\": Charlotte Brontë, Emily Brontë.")
    }

    @Test(
        arguments: [
            ("Dune", nil), ("Roadside Picnic", "Stalker"), ("Pride and Prejudice", nil),
            ("Dracula", "Bram Stoker's Dracula"),
        ] as [(String, String?)])
    func `see their books filmed, at times under another title`(title: String, other: String?) throws {
        let book = try output(of: "book_search", ["title": .string(title)])["items"]?[0]?["id"] ?? nil

        let films = try output(of: "book_films", ["book_id": book])

        #expect(films["items"]?.array?.count == 1)
        #expect(films["items"]?[0]?["other_title"]?.string == other)
    }
}
