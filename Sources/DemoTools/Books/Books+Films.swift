import Engine

extension Books {
    static let bookFilms = DemoTool(
        "book_films", family: Family.books, occasions: [.reading, .films, .quiz],
        """
        Lists films that were made from a book, given by its id, with director and year; empty where none is known.
        """,
        inputs: [.text("book_id", "Id of the book, from a search.").means(.bookID)],
        outputs: [
            .text("book_title", "Title of the book."),
            .records(
                "items", "The films.",
                [
                    .text("id", "Id of the film.").means(.filmID), .text("title", "Title in English."),
                    .text("other_title", "The same where it differs from the book's; left out otherwise.").optional,
                    .text("director", "Director."), .whole("year", 1880...2100, "Year of release."),
                ]),
        ],
        wording: Wording(
            subject: "the film of {@book_id}", again: "that film",
            openings: [
                "I would rather see {@book_id} than read it.", "We had to read {@book_id} at school.",
                "My father loves {@book_id} and long evenings on the sofa.",
                "The kids are too lazy to read {@book_id}.", "After {@book_id} I always see the pictures in my head.",
                "Some friends and I take turns with books and films, and my book is {@book_id}.",
            ],
            asks: [
                "Is there a film of {@book_id}?", "Has {@book_id} been made into a film?",
                "Who made a film of {@book_id}?", "Which film is based on {@book_id}?",
                "Did anybody turn {@book_id} into a film?", "Can I see {@book_id} as a film?",
                "When was {@book_id} made into a film?",
            ],
            answers: [
                "[{out.items[].director|list}'s film of {out.book_title} came out in {out.items[].year|list}"
                    + "[ as {out.items[].other_title|list}].][none out.items: I find no film of {out.book_title}.]",
                "[{out.items[].director|list} turned {out.book_title} into a film, which came out in {out.items[].year|list}"
                    + "[ under the title {out.items[].other_title|list}].]"
                    + "[none out.items: I could not find a film of {out.book_title}.]",
                "[There is a film of {out.book_title} by {out.items[].director|list} from {out.items[].year|list}"
                    + "[, called {out.items[].other_title|list}].]"
                    + "[none out.items: No film of {out.book_title} is known to me.]",
            ])
    ) { (arguments) throws(Refusal) in
        let book = try Book.withID(try arguments.text("book_id"))
        return [
            "book_title": .string(book.title),
            "items": .array(Film.all.filter { $0.id == book.film }.map { filmed(book, as: $0) }),
        ]
    }

    private static func filmed(_ book: Book, as film: Film) -> JSON {
        var item: JSON.Object = ["id": .string(film.id), "title": .string(film.title)]
        let isOther = SearchText(film.title) != SearchText(book.title.replacing(" and ", with: " & "))
        if isOther, SearchText(film.title) != SearchText(book.title) {
            item.set("other_title", .string(film.title))
        }
        item.set("director", .string(film.director))
        item.set("year", .whole(film.year))
        return .object(item)
    }
}
