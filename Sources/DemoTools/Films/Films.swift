import Engine

/// Films and the people who make them.
enum Films {
    static let tools = [filmSearch, filmDetails, filmPeople, personFilms]

    static let filmSearch = DemoTool(
        "film_search", family: Family.films,
        "Searches films by words of their title; an exact title is found alone. An unknown film gives an empty list.",
        inputs: [
            .text("title", "Words of the title, in English.").means(.filmTitle).values(
                "Seven Samurai", "Casablanca", "Parasite", "Spirited Away", "Vertigo", "The Apartment", "Metropolis",
                "Amélie", "Interstellar", "The Leopard", "Blade Runner", "Tokyo Story", "Persona", "The Godfather",
                "Wings of Desire", "Another Round", "City of God", "Arrival", "Volver", "Stalker", "La Dolce Vita",
                "Pulp Fiction", "A Separation", "In the Mood for Love", "The Lantern Keeper", "Midnight in Tromsø",
                "Rear Window", "Princess Mononoke")
        ],
        outputs: [
            .records(
                "items", "At most five films.",
                [
                    .text("id", "Id of the film.").means(.filmID), .text("title", "Title in English."),
                    .text("director", "Director."),
                    .whole("year", 1880...2100, "Year of release."),
                ])
        ],
        wording: Wording(
            part: .lookup, subject: "{title}",
            openings: ["Somebody mentioned {title} the other day."],
            asks: [
                "In which year did {title} come out?", "Who directed {title}, and when did it come out?",
                "Which film is {title}, and who made it?",
            ],
            answers: [
                "[{title} came out in {out.items[].year|list} and is by {out.items[].director|list}.]"
                    + "[!out.items[].year: I find no film called {title}.]",
                "[{title} was directed by {out.items[].director|list} and came out in {out.items[].year|list}.]"
                    + "[!out.items[].year: There is no film called {title} in the data.]",
                "[It is a film by {out.items[].director|list} from {out.items[].year|list}.]"
                    + "[!out.items[].year: No film of that title is known here.]",
            ])
    ) { (arguments) throws(Refusal) in
        let films = TitleSearch.matches(try arguments.text("title"), in: Film.all, title: \.title)
        return ["items": .array(films.prefix(5).map(listed))]
    }

    private static func listed(_ film: Film) -> JSON {
        [
            "id": .string(film.id), "title": .string(film.title), "director": .string(film.director),
            "year": .whole(film.year),
        ]
    }

    static let filmDetails = DemoTool(
        "film_details", family: Family.films,
        "Gives title, director, year, running time and main language of a film by its id.",
        inputs: [.text("film_id", "Id of the film, from a search.").means(.filmID)],
        outputs: [
            .text("id", "Id of the film.").means(.filmID), .text("title", "Title in English."),
            .text("director", "Director."), .whole("year", 1880...2100, "Year of release.").means(.releaseYear),
            .whole("runtime_minutes", 1...1000, "Running time in minutes.").means(.runtime),
            .text("language", "Main language."),
        ],
        wording: Wording(
            subject: "{@film_id}",
            openings: ["We are planning a film night with {@film_id}.", "I would like to show {@film_id} in class."],
            asks: [
                "How long is {@film_id}, and what language is it in?",
                "How many minutes does {@film_id} run, and who directed it?",
                "When did {@film_id} come out, and how long does it last?",
            ],
            answers: [
                "{out.title} by {out.director} came out in {out.year}, runs {out.runtime_minutes} minutes and is in "
                    + "{out.language}.",
                "It runs {out.runtime_minutes} minutes. {out.director} made it in {out.language}, and it came out in "
                    + "{out.year}.",
                "{out.title} ({out.year}, directed by {out.director}) lasts {out.runtime_minutes} minutes; its "
                    + "language is "
                    + "{out.language}.",
            ])
    ) { (arguments) throws(Refusal) in
        let film = try Film.withID(try arguments.text("film_id"))
        return [
            "id": .string(film.id), "title": .string(film.title), "director": .string(film.director),
            "year": .whole(film.year), "runtime_minutes": .whole(film.runtime), "language": .string(film.language),
        ]
    }

    static let filmPeople = DemoTool(
        "film_people", family: Family.films,
        "Names the director and the leading actors of a film by its id.",
        inputs: [.text("film_id", "Id of the film, from a search.").means(.filmID)],
        outputs: [
            .text("director", "Director.").means(.personName), .texts("cast", "At most three leading actors."),
        ],
        wording: Wording(
            subject: "the director of {@film_id}",
            openings: [
                "I have just seen {@film_id} and forgot to read the credits.",
                "We had a question on {@film_id} in a quiz.",
            ],
            asks: [
                "Who directed {@film_id}, and who plays in it?", "Who are the leading actors of {@film_id}?",
                "Who made {@film_id}, and with which actors?",
            ],
            answers: [
                "The director is {out.director}; the leading parts are played by {out.cast|list}.",
                "{out.director} directed it, with {out.cast|list}.",
                "It is by {out.director} and stars {out.cast|list}.",
            ])
    ) { (arguments) throws(Refusal) in
        let film = try Film.withID(try arguments.text("film_id"))
        return ["director": .string(film.director), "cast": .texts(film.cast)]
    }

    static let personFilms = DemoTool(
        "person_films", family: Family.films,
        "Lists the films that a person directed or acted in, the oldest first; empty for people who are not known.",
        inputs: [
            .text("person", "Full name.").means(.personName).values(
                "Akira Kurosawa", "Ang Lee", "Ingmar Bergman", "Denis Villeneuve", "Hayao Miyazaki", "Harrison Ford",
                "Emma Thompson", "Penélope Cruz", "Song Kang-ho", "Alfred Hitchcock", "Marcello Mastroianni",
                "Wim Wenders", "Keira Knightley", "Toshiro Mifune", "Ottilie Brandvold", "Anthony Hopkins")
        ],
        outputs: [
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
            subject: "the oldest listed film with {@person}",
            openings: ["I am putting together a small film festival.", "I would like to see more of {@person}."],
            asks: [
                "Which films are there by or with {@person}?", "What films did {@person} direct or act in?",
                "In which films can I see the work of {@person}?",
            ],
            answers: [
                "[These films are listed: {out.items[].title|list}.][!out.items[].title: No film by or with that "
                    + "person is known here.]",
                "[The films, from the oldest on: {out.items[].title|list}.]"
                    + "[!out.items[].title: I find no such film.]",
                "[From the oldest to the newest: {out.items[].title|list}.]"
                    + "[!out.items[].title: The data have no film of that person.]",
            ])
    ) { (arguments) throws(Refusal) in
        let person = SearchText(try arguments.text("person"))
        let films = Film.all.sorted { ($0.year, $0.id) < ($1.year, $1.id) }
            .compactMap { film in part(of: person, in: film).map { (film: film, part: $0) } }
        var found: JSON.Object = [:]
        found.set("earliest_id", unlessNil: films.first.map { .string($0.film.id) })
        found.set(
            "items",
            .array(
                films.map { film, part in
                    [
                        "id": .string(film.id), "title": .string(film.title), "year": .whole(film.year),
                        "part": .string(part),
                    ]
                }))
        return .object(found)
    }

    private static func part(of person: SearchText, in film: Film) -> String? {
        let directed = SearchText(film.director) == person
        let acted = film.cast.contains { SearchText($0) == person }
        if directed && acted { return "directed and acted" }
        return directed ? "directed" : acted ? "acted" : nil
    }
}
