import Engine

/// Books and reading.
enum Books {
    static let tools = [bookSearch, bookDetails, relatedBooks, authorBooks, bookFilms, readingTime]

    static let bookSearch = DemoTool(
        "book_search", family: Family.books, occasions: [.reading, .films, .quiz],
        """
        Searches books by words of their English title and gives id, author and year of at most five; an exact title \
        is found alone. An unknown book gives an empty list.
        """,
        inputs: [.text("title", "Words of the title, in English.").means(.bookTitle).values(spokenTitles)],
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
            part: .lookup, subject: "{title}", again: "the book",
            openings: [
                "A friend keeps recommending {title}.", "Somebody left {title} on the train.",
                "{title} has been on my shelf for years.",
            ],
            asks: [
                "Who wrote {title}?", "Which author does {title} come from?", "By whom is {title}?",
                "Do you know who wrote {title}?",
            ],
            answers: [
                "[{title} is by {out.items[].author|list}.][none out.items: I find no book called {title}.]",
                "[{out.items[].author|list} wrote {title}, which came out in {out.items[].year|list}.]"
                    + "[none out.items: No book called {title} is known to me.]",
                "[{title} was written by {out.items[].author|list}.]"
                    + "[none out.items: I could not find a book called {title}.]",
            ])
    ) { (arguments) throws(Refusal) in
        let books = TitleSearch.matches(try arguments.text("title"), in: Book.all, title: \.title)
        return ["items": .array(books.prefix(5).map(listed))]
    }

    /// Titles that stand well in the middle of a question, and two books that do not exist.
    private static let spokenTitles: [JSON] =
        Book.all.map(\.title).filter { !$0.contains("?") }.map(JSON.string)
        + ["The Clockmaker's Orchard", "A Winter in Samarkand"]

    static func listed(_ book: Book) -> JSON {
        [
            "id": .string(book.id), "title": .string(book.title), "author": .string(book.author),
            "year": .whole(book.year),
        ]
    }

    static let bookDetails = DemoTool(
        "book_details", family: Family.books, occasions: [.reading, .films, .quiz],
        """
        Gives title, author, year of first publication, approximate pages, original language and genre of a book by \
        its id. An unknown id is an error.
        """,
        inputs: [.text("book_id", "Id of the book, from a search.").means(.bookID)],
        outputs: [
            .text("id", "Id of the book."), .text("title", "Title in English."),
            .text("author", "Author."), .whole("year", 0...2100, "Year of first publication.").means(.releaseYear),
            .whole("pages", 1...5000, "Pages of a common edition, roughly.").means(.pages),
            .text("language", "Original language."), .text("genre", "Genre."),
        ],
        wording: Wording(
            subject: "{@book_id}", again: "{@book_id}",
            openings: [
                "Our reading circle has voted for {@book_id}.", "My sister pressed {@book_id} into my hands yesterday.",
                "I keep seeing people on the bus with {@book_id}.", "A colleague is giving away {@book_id}.",
                "We have {@book_id} at home, still unread.", "For years I have been meaning to read {@book_id}.",
                "{@book_id} is lying on my bedside table.",
            ],
            asks: [
                "How many pages does {@book_id} have?", "How long is {@book_id}, roughly?",
                "When was {@book_id} first published?", "Is {@book_id} very thick?",
                "What year did {@book_id} come out?", "How thick is {@book_id}, more or less?",
                "Do you know when {@book_id} came out?", "About how many pages are there in {@book_id}?",
            ],
            answers: [
                "{out.title} has about {out.pages|number} pages and came out in {out.year}.",
                "First published in {out.year}, {out.title} runs to about {out.pages|number} pages.",
                "{out.author}'s {out.title} from {out.year} is about {out.pages|number} pages long.",
                "{out.title}, {out.genre|a} from {out.year}, has about {out.pages|number} pages.",
            ],
            doubts: [
                Wording.Doubt(
                    about: "pages",
                    asks: [
                        "My sister swears {@book_id} has fewer than {guess|number} pages. Is she right?",
                        "The woman in the bookshop says {@book_id} is shorter than {guess|number} pages. Is she right?",
                        "Does {@book_id} really have fewer than {guess|number} pages?",
                    ],
                    confirmed: [
                        "Yes, {out.title} is shorter: about {out.pages|number} pages in a common edition.",
                        "Quite right: {out.title} has only about {out.pages|number} pages.",
                    ],
                    refuted: [
                        "No, {out.title} is longer: about {out.pages|number} pages in a common edition.",
                        "Not quite: {out.title} has about {out.pages|number} pages.",
                    ])
            ])
    ) { (arguments) throws(Refusal) in
        let book = try Book.withID(try arguments.text("book_id"))
        return [
            "id": .string(book.id), "title": .string(book.title), "author": .string(book.author),
            "year": .whole(book.year), "pages": .whole(book.pages), "language": .string(book.language),
            "genre": .string(book.genre),
        ]
    }

    static let readingTime = DemoTool(
        "reading_time", family: Family.books, occasions: [.reading],
        """
        Computes how many days a book takes at so many pages a day, begun days counted whole, and how many hours at 40 \
        pages an hour.
        """,
        inputs: [
            .whole("pages", 1...5000, "Pages of the book.").means(.pages),
            .whole("pages_per_day", 1...1000, "Pages read each day.").values(
                10, 12, 15, 20, 25, 30, 35, 40, 45, 50, 60, 75),
        ],
        outputs: [
            .whole("days", 1...5000, "Days, begun days counted whole."),
            .number("hours", 0...200, "Hours at 40 pages an hour, to 0.1 h."),
        ],
        wording: Wording(
            subject: "{@pages}", again: "the book",
            openings: [
                "I only read before I fall asleep.", "The library wants its books back soon.",
                "My evenings are short, but I do read every day.", "We are reading aloud to the children at bedtime.",
                "On my commute I get through a few pages a day.", "Our reading circle meets again soon.",
            ],
            asks: [
                "If I read {pages_per_day} pages a day, how many days does {@pages} take me?",
                "How long do I need for {@pages} at {pages_per_day} pages a day?",
                "How many days would {@pages} last me at {pages_per_day} pages an evening?",
                "With {pages_per_day} pages every day, how soon am I through {@pages}?",
                "At {pages_per_day} pages a day, how long does {@pages} keep me busy?",
                "How many hours of reading is {@pages}, and how many days at {pages_per_day} pages a day?",
            ],
            answers: [
                "At {pages_per_day} pages a day you are through {@pages} after {out.days|n day}, some "
                    + "{out.hours|n hour} of reading.",
                "Reading {pages_per_day} pages a day, you need {out.days|n day} for {@pages}, or about "
                    + "{out.hours|n hour} in all.",
                "You would spend {out.days|n day} on {@pages}, around {out.hours|n hour} of reading.",
            ],
            doubts: [
                Wording.Doubt(
                    about: "days",
                    asks: [
                        "My husband bets that at {pages_per_day} pages a day {@pages} takes me less than {guess} days. "
                            + "Is he right?",
                        "Could I finish {@pages} in less than {guess} days at {pages_per_day} pages a day?",
                    ],
                    confirmed: [
                        "Yes: at {pages_per_day} pages a day {@pages} takes {out.days|n day}.",
                        "Yes, {out.days|n day} are enough for {@pages} at that pace.",
                    ],
                    refuted: [
                        "No: at {pages_per_day} pages a day {@pages} takes {out.days|n day}.",
                        "Not quite: you need {out.days|n day} for {@pages} at that pace.",
                    ])
            ])
    ) { (arguments) throws(Refusal) in
        let pages = Double(try arguments.whole("pages"))
        let days = (pages / Double(try arguments.whole("pages_per_day"))).rounded(.up)
        return ["days": .whole(Int(days)), "hours": .decimal(pages / 40, places: 1)]
    }
}
