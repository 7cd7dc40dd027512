import Engine

extension Films {
    static let filmPeople = DemoTool(
        "film_people", family: Family.films, occasions: [.films, .quiz],
        "Names the director and at most three leading actors of a film by its id. An unknown id is an error.",
        inputs: [.text("film_id", "Id of the film, from a search.").means(.filmID)],
        outputs: [
            .text("title", "Title in English."), .text("director", "Director.").means(.personName),
            .texts("cast", "At most three leading actors."),
        ],
        wording: Wording(
            part: .waypoint, subject: "the director of {@film_id}", again: "that director",
            openings: [
                "I have just seen {@film_id} and missed the credits.", "We nearly came to blows over {@film_id}.",
                "My mother cannot stop praising {@film_id}.", "Yesterday they showed {@film_id} on television.",
                "Two of my friends are arguing about {@film_id}.", "There is a poster of {@film_id} in our kitchen.",
            ],
            asks: [
                "Who directed {@film_id}?", "Who plays the main parts in {@film_id}?",
                "Which actors are in {@film_id}?", "Who made {@film_id}, and with whom?",
                "Who is behind {@film_id}?", "Do you know who is in {@film_id}?",
                "Can you tell me who directed {@film_id}?",
            ],
            answers: [
                "{out.director} directed {out.title}, with {out.cast|list} in the cast.",
                "{out.title} is by {out.director} and stars {out.cast|list}.",
                "The director of {out.title} is {out.director}, and in the main parts you see {out.cast|list}.",
            ])
    ) { (arguments) throws(Refusal) in
        let film = try Film.withID(try arguments.text("film_id"))
        return ["title": .string(film.title), "director": .string(film.director), "cast": .texts(film.cast)]
    }

    static let personFilms = DemoTool(
        "person_films", family: Family.films, occasions: [.films, .quiz],
        """
        Lists the films that a person, given by full name, directed or acted in, the oldest first; empty for people \
        who are not known.
        """,
        inputs: [.text("person", "Full name.").means(.personName).values(spokenPeople)],
        outputs: [
            .text("person", "The name, as it was given."),
            .whole("count", 0...500, "How many films are known."),
            .text("earliest_id", "Id of the oldest of them; left out when there is none.").means(.filmID).optional,
            .records(
                "items", "The films, the oldest first.",
                [
                    .text("id", "Id of the film."), .text("title", "Title in English."),
                    .whole("year", 1880...2100, "Year of release."),
                    .choice("part", ["directed", "acted", "directed and acted"], "What the person did."),
                ]),
        ],
        wording: Wording(
            subject: "the oldest of those films", again: "the oldest one",
            openings: [
                "I am putting together a small film festival.", "We would like to see more of {@person}.",
                "For my birthday I want to see something by or with {@person}.",
                "Our cinema is honouring {@person}.",
                "Everyone in the family is fond of {@person}.",
                "Until a friend told me I had never heard of {@person}.",
            ],
            asks: [
                "Which films are there by or with {@person}?", "What films did {@person} direct or act in?",
                "In which films did {@person} have a hand?", "Can you name some films by or with {@person}?",
                "What can I see by or with {@person}?", "Is there much to see by or with {@person}?",
            ],
            answers: [
                "[{out.person} had a hand in {out.items[].title|list}.]"
                    + "[none out.items: I find no film by or with {out.person}.]",
                "[one out.items: The film by or with {out.person} that I can name is {out.items[].title|list}.]"
                    + "[many out.items: From the oldest to the newest, the films by or with {out.person} that I can "
                    + "name are {out.items[].title|list}.]"
                    + "[none out.items: I cannot name a film by or with {out.person}.]",
                "[By or with {out.person} you could see {out.items[].title|list}.]"
                    + "[none out.items: No film by or with {out.person} is known to me.]",
            ])
    ) { (arguments) throws(Refusal) in
        let name = try arguments.text("person")
        let person = SearchText(name)
        let films = Film.all.sorted { ($0.year, $0.id) < ($1.year, $1.id) }
            .compactMap { film in part(of: person, in: film).map { (film: film, part: $0) } }
        var found: JSON.Object = ["person": .string(name), "count": .whole(films.count)]
        found.set("earliest_id", unlessNil: films.first.map { .string($0.film.id) })
        found.set("items", .array(films.map { listed($0.film, part: $0.part) }))
        return .object(found)
    }

    private static func listed(_ film: Film, part: String) -> JSON {
        [
            "id": .string(film.id), "title": .string(film.title), "year": .whole(film.year), "part": .string(part),
        ]
    }

    private static func part(of person: SearchText, in film: Film) -> String? {
        let directed = SearchText(film.director) == person
        let acted = film.cast.contains { SearchText($0) == person }
        if directed && acted { return "directed and acted" }
        return directed ? "directed" : acted ? "acted" : nil
    }

    /// Directors and actors of several films, and one who does not exist.
    private static let spokenPeople: [JSON] = [
        "Akira Kurosawa", "Ang Lee", "Ingmar Bergman", "Denis Villeneuve", "Hayao Miyazaki", "Harrison Ford",
        "Emma Thompson", "Penélope Cruz", "Song Kang-ho", "Alfred Hitchcock", "Marcello Mastroianni", "Wim Wenders",
        "Keira Knightley", "Toshiro Mifune", "Anthony Hopkins", "David Lean", "Saoirse Ronan", "Ralph Fiennes",
        "Stanley Kubrick", "Billy Wilder", "Charles Chaplin", "Christopher Nolan", "Greta Gerwig", "Sofia Coppola",
        "Tilda Swinton", "Matt Damon", "Julianne Moore", "Alec Guinness", "Peter Jackson", "Steven Spielberg",
        "James Stewart", "Mads Mikkelsen", "Ottilie Brandvold",
    ]
}
