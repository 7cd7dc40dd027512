import Engine

extension Books {
    static let relatedBooks = DemoTool(
        "related_books", family: Family.books, occasions: [.reading],
        """
        Lists the other books by the author of a book, given by its id, the oldest first; empty where no other is \
        known.
        """,
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
            subject: "the earliest of the author's other books", again: "the earliest one",
            openings: [
                "I have just finished {@book_id} and want more.", "We are giving {@book_id} and one more book.",
                "My aunt adored {@book_id}.", "Last winter we read {@book_id} aloud to each other.",
                "The last page of {@book_id} came far too soon.", "A neighbour lent me {@book_id} in the spring.",
            ],
            asks: [
                "What else has the author of {@book_id} written?",
                "Which other books are there by the author of {@book_id}?",
                "Are there more books by whoever wrote {@book_id}?", "Who wrote {@book_id}, and what else?",
                "Has the author of {@book_id} written anything else?",
                "Can you name other books by the author of {@book_id}?",
                "What should I read after {@book_id} if I want the same author?",
            ],
            answers: [
                "[{out.author} also wrote {out.items[].title|list}.]"
                    + "[none out.items: I find nothing else by {out.author}.]",
                "[one out.items: The other book by {out.author} that I can name is {out.items[].title|list}.]"
                    + "[many out.items: Other books by {out.author} are {out.items[].title|list}.]"
                    + "[none out.items: I cannot name another book by {out.author}.]",
                "[By {out.author} you could also read {out.items[].title|list}.]"
                    + "[none out.items: I know no further book by {out.author}.]",
            ])
    ) { (arguments) throws(Refusal) in
        let book = try Book.withID(try arguments.text("book_id"))
        let others = byYear(Book.all.filter { $0.author == book.author && $0 != book })
        var related: JSON.Object = ["author": .string(book.author)]
        related.set("earliest_id", unlessNil: others.first.map { .string($0.id) })
        related.set("items", .array(others.map(listed)))
        return .object(related)
    }

    static let authorBooks = DemoTool(
        "author_books", family: Family.books, occasions: [.quiz, .films],
        """
        Lists the books of an author, given by full name or family name, the oldest first. An author who is not known \
        is an error.
        """,
        inputs: [.text("author", "Full name or family name.").values(spokenAuthors)],
        outputs: [
            .text("author", "Full name of the author."),
            .whole("count", 1...500, "How many books are known."),
            .text("earliest_id", "Id of the earliest of them.").means(.bookID),
            .records(
                "items", "The books, the oldest first.",
                [
                    .text("id", "Id of the book."), .text("title", "Title in English."),
                    .whole("year", 0...2100, "Year of first publication."),
                ]),
        ],
        wording: Wording(
            subject: "the earliest of the books by {author}", again: "the first one",
            openings: [
                "Everybody at work is reading {author}.", "I heard a talk about {author} on the radio.",
                "My daughter has discovered {author}.", "The bookshop round the corner has a window full of {author}.",
                "Our teacher was full of praise for {author}.", "It is high time that I read something by {author}.",
            ],
            asks: [
                "Which books has {author} written?", "What did {author} write?",
                "What can I read by {author}?", "Can you name some books by {author}?",
                "Which titles by {author} should I look out for?", "In what order did the books of {author} come out?",
                "Do you know what {author} wrote?",
            ],
            answers: [
                "{out.author} wrote {out.items[].title|list}.",
                "[one out.items: By {out.author} I can name {out.items[].title|list}.]"
                    + "[many out.items: By {out.author} I can name {out.items[].title|list}, in the order in which they "
                    + "came out.]",
                "Look out for {out.items[].title|list} if you want to read {out.author}[many out.items:, starting with "
                    + "the oldest].",
            ])
    ) { (arguments) throws(Refusal) in
        let books = byYear(try books(by: try arguments.text("author")))
        guard let first = books.first else {
            throw .impossible("No book of that author is known.", next: "Search for a book by its title.")
        }
        return [
            "author": .string(first.author), "count": .whole(books.count), "earliest_id": .string(first.id),
            "items": .array(
                books.map { ["id": .string($0.id), "title": .string($0.title), "year": .whole($0.year)] }),
        ]
    }

    private static func byYear(_ books: [Book]) -> [Book] { books.sorted { ($0.year, $0.title) < ($1.year, $1.title) } }

    /// The books of the one author whose name is this or ends with it.
    private static func books(by name: String) throws(Refusal) -> [Book] {
        let wanted = SearchText(name)
        let authors = Set(Book.all.map(\.author))
        let exact = authors.filter { SearchText($0) == wanted }
        let found = exact.isEmpty ? authors.filter { ends($0, with: wanted) } : exact
        guard let author = found.first else {
            throw .unknown(kind: "author", value: name, next: "Give the full name, or search for a book by its title.")
        }
        guard found.count == 1 else {
            throw .impossible(
                "Several authors are called \"\(name)\": \(found.sorted().joined(separator: ", ")).",
                next: "Give the full name.")
        }
        return Book.all.filter { $0.author == author }
    }

    /// Whether the last words of an author's name are these.
    private static func ends(_ author: String, with wanted: SearchText) -> Bool {
        let words = author.split(separator: " ")
        return words.indices.contains { SearchText(words[$0...].joined(separator: " ")) == wanted }
    }

    /// Authors of several books, some by their family name alone, and one who does not exist.
    private static let spokenAuthors: [JSON] = [
        "Jane Austen", "Charles Dickens", "Fyodor Dostoevsky", "Gabriel García Márquez", "Italo Calvino", "Umberto Eco",
        "Thomas Mann", "Haruki Murakami", "Kazuo Ishiguro", "Virginia Woolf", "Ursula K. Le Guin", "Toni Morrison",
        "Chinua Achebe", "Chimamanda Ngozi Adichie", "Ian McEwan", "E. M. Forster", "Agatha Christie", "Tolkien",
        "Hemingway", "John le Carré", "Margaret Atwood", "Olga Tokarczuk", "Orhan Pamuk", "Hilary Mantel",
        "Daphne du Maurier", "Astrid Lindgren", "Knut Hamsun", "Steinbeck", "Stanisław Lem", "Patricia Highsmith",
        "Cormac McCarthy", "Ottilie Brandvold",
    ]
}
