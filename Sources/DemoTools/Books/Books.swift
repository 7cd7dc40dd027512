import Engine

/// Books and reading.
enum Books {
    static let tools = [bookSearch, bookDetails, relatedBooks, bookFilms, readingTime]

    static let bookSearch = DemoTool(
        "book_search", family: Family.books,
        "Searches books by words of their title; an exact title is found alone. An unknown book gives an empty list.",
        inputs: [
            .text("title", "Words of the title, in English.").means(.bookTitle).values(
                "Dune", "Pride and Prejudice", "One Hundred Years of Solitude", "The Name of the Rose", "Kokoro",
                "Crime and Punishment", "The Left Hand of Darkness", "Sense and Sensibility", "The Magic Mountain",
                "Norwegian Wood", "Things Fall Apart", "Atonement", "The Metamorphosis", "Anna Karenina",
                "Nineteen Eighty-Four", "The Remains of the Day", "Jurassic Park", "Solaris", "Les Misérables",
                "Mrs Dalloway", "The Hobbit", "Invisible Cities", "The Silence of the Lambs", "To Kill a Mockingbird",
                "The Clockmaker's Orchard", "A Winter in Samarkand", "Life of Pi")
        ],
        outputs: [
            .records(
                "items", "At most five books.",
                [
                    .text("id", "Id of the book.").means(.bookID), .text("title", "Title in English."),
                    .text("author", "Author."),
                    .whole("year", 0...2100, "Year of first publication."),
                ])
        ],
        wording: Wording(
            part: .lookup, subject: "{title}",
            openings: ["A friend keeps recommending {title}."],
            asks: [
                "Who wrote {title}?", "Who is the author of {title}, and when did it come out?",
                "Which book is {title}, and who wrote it?",
            ],
            answers: [
                "[{title} is by {out.items[].author|list} and came out in {out.items[].year|list}.]"
                    + "[!out.items[].author: I find no book called {title}.]",
                "[{title} was written by {out.items[].author|list}.]"
                    + "[!out.items[].author: There is no book called {title} in the data.]",
                "[The author of {title} is {out.items[].author|list} ({out.items[].year|list}).]"
                    + "[!out.items[].author: No book of that title is known here.]",
            ])
    ) { (arguments) throws(Refusal) in
        let books = TitleSearch.matches(try arguments.text("title"), in: Book.all, title: \.title)
        return ["items": .array(books.prefix(5).map(listed))]
    }

    private static func listed(_ book: Book) -> JSON {
        [
            "id": .string(book.id), "title": .string(book.title), "author": .string(book.author),
            "year": .whole(book.year),
        ]
    }

    static let bookDetails = DemoTool(
        "book_details", family: Family.books,
        "Gives title, author, year, length, original language and genre of a book by its id.",
        inputs: [.text("book_id", "Id of the book, from a search.").means(.bookID)],
        outputs: [
            .text("id", "Id of the book.").means(.bookID), .text("title", "Title in English."),
            .text("author", "Author."), .whole("year", 0...2100, "Year of first publication.").means(.releaseYear),
            .whole("pages", 1...5000, "Pages of a common edition, roughly.").means(.pages),
            .text("language", "Original language."), .text("genre", "Genre."),
        ],
        wording: Wording(
            subject: "{@book_id}",
            openings: [
                "Our reading circle is thinking of {@book_id}.", "I am looking for a book to take on a train journey.",
            ],
            asks: [
                "How many pages does {@book_id} have, and who wrote it?",
                "When was {@book_id} published, and how long is it?",
                "What kind of book is {@book_id}, and in which language was it written?",
            ],
            answers: [
                "It is a {out.genre} by {out.author} from {out.year}, written in {out.language}, with about "
                    + "{out.pages} "
                    + "pages.",
                "{out.author} wrote {out.title} in {out.language}; this {out.genre} came out in {out.year} and has "
                    + "about "
                    + "{out.pages} pages.",
                "{out.title} came out in {out.year} and has roughly {out.pages} pages; {out.author} wrote the "
                    + "{out.genre} "
                    + "in {out.language}.",
            ])
    ) { (arguments) throws(Refusal) in
        let book = try Book.withID(try arguments.text("book_id"))
        return [
            "id": .string(book.id), "title": .string(book.title), "author": .string(book.author),
            "year": .whole(book.year), "pages": .whole(book.pages), "language": .string(book.language),
            "genre": .string(book.genre),
        ]
    }

    static let relatedBooks = DemoTool(
        "related_books", family: Family.books,
        "Lists the other books by the author of a book, the oldest first; empty where no other is known.",
        inputs: [.text("book_id", "Id of the book, from a search.").means(.bookID)],
        outputs: [
            .text("author", "The author of all of them."),
            .text("earliest_id", "Id of the earliest of them; left out when there is none.").means(.bookID).optional,
            .records(
                "items", "The other books, the oldest first.",
                [
                    .text("id", "Id of the book."), .text("title", "Title in English."),
                    .text("author", "Author."), .whole("year", 0...2100, "Year of first publication."),
                ]),
        ],
        wording: Wording(
            subject: "the earliest listed other book by the author of {@book_id}",
            openings: [
                "I have just finished {@book_id} and loved it.", "I want to give {@book_id} and one more book.",
            ],
            asks: [
                "What else has the author of {@book_id} written?",
                "Which other books are there by whoever wrote {@book_id}?",
                "Are there more books by the author of {@book_id}?",
            ],
            answers: [
                "[{out.author} also wrote {out.items[].title|list}.]"
                    + "[!out.items[].title: No other book by {out.author} is in the data.]",
                "[Other books by {out.author}: {out.items[].title|list}.]"
                    + "[!out.items[].title: I find nothing else by {out.author}.]",
                "[By {out.author} there is also {out.items[].title|list}.]"
                    + "[!out.items[].title: There is no further book by {out.author} here.]",
            ])
    ) { (arguments) throws(Refusal) in
        let book = try Book.withID(try arguments.text("book_id"))
        let others = Book.all.filter { $0.author == book.author && $0 != book }.sorted { $0.year < $1.year }
        var related: JSON.Object = ["author": .string(book.author)]
        related.set("earliest_id", unlessNil: others.first.map { .string($0.id) })
        related.set("items", .array(others.map(listed)))
        return .object(related)
    }

    static let bookFilms = DemoTool(
        "book_films", family: Family.books,
        "Lists the films of the film data that were made from a book; empty where none is known.",
        inputs: [.text("book_id", "Id of the book, from a search.").means(.bookID)],
        outputs: [
            .records(
                "items", "The films.",
                [
                    .text("id", "Id of the film.").means(.filmID), .text("title", "Title in English."),
                    .whole("year", 1880...2100, "Year of release."),
                ])
        ],
        wording: Wording(
            subject: "the film of {@book_id}",
            openings: ["I would rather see {@book_id} than read it.", "We read {@book_id} at school."],
            asks: [
                "Is there a film of {@book_id}?", "Has {@book_id} been made into a film, and when?",
                "Which film was made from {@book_id}?",
            ],
            answers: [
                "[Yes: {out.items[].title|list}, from {out.items[].year|list}.][!out.items[].title: No film of it is "
                    + "known "
                    + "here.]",
                "[It was filmed as {out.items[].title|list} in {out.items[].year|list}.]"
                    + "[!out.items[].title: There is no film of it in the data.]",
                "[The film is called {out.items[].title|list} and came out in {out.items[].year|list}.]"
                    + "[!out.items[].title: I find no film made from it.]",
            ])
    ) { (arguments) throws(Refusal) in
        let book = try Book.withID(try arguments.text("book_id"))
        return [
            "items": .array(
                Film.all.filter { $0.id == book.film }.map {
                    ["id": .string($0.id), "title": .string($0.title), "year": .whole($0.year)]
                })
        ]
    }

    static let readingTime = DemoTool(
        "reading_time", family: Family.books,
        "Computes how many days a book takes at so many pages a day, and how many hours at 40 pages an hour.",
        inputs: [
            .whole("pages", 1...5000, "Pages of the book.").means(.pages),
            .whole("pages_per_day", 1...1000, "Pages read each day.").values(10, 15, 20, 25, 30, 40, 50, 60),
        ],
        outputs: [
            .whole("days", 1...5000, "Days, begun days counted whole."),
            .number("hours", 0...200, "Hours at 40 pages an hour, to 0.1 h."),
        ],
        wording: Wording(
            openings: ["I only read before I fall asleep.", "The library wants its books back soon."],
            asks: [
                "If I read {pages_per_day} pages a day, how many days does {@pages} take me?",
                "How long do I need for {@pages} at {pages_per_day} pages a day?",
                "With {pages_per_day} pages every day, when am I through {@pages}?",
            ],
            answers: [
                "At {pages_per_day} pages a day it takes {out.days} days, some {out.hours} hours of reading.",
                "You need {out.days} days, or about {out.hours} hours in all.",
                "You are through after {out.days} days and around {out.hours} hours with the book.",
            ])
    ) { (arguments) throws(Refusal) in
        let pages = Double(try arguments.whole("pages"))
        let days = (pages / Double(try arguments.whole("pages_per_day"))).rounded(.up)
        return ["days": .whole(Int(days)), "hours": .decimal(pages / 40, places: 1)]
    }
}
