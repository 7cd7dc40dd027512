import Engine

/// Films and the people who make them.
enum Films {
    static let tools = [filmSearch, filmDetails, filmPeople, personFilms]

    static let filmSearch = DemoTool(
        "film_search", family: Family.films, occasions: [.films, .reading, .quiz],
        """
        Searches films by words of their English title and gives id, director and year of at most five; an exact \
        title is found alone. An unknown film gives an empty list.
        """,
        inputs: [.text("title", "Words of the title, in English.").means(.filmTitle).values(spokenTitles)],
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
            part: .lookup, subject: "{title}", again: "the film",
            openings: [
                "Somebody mentioned {title} the other day.", "They are showing {title} on the square.",
                "{title} came up at lunch.",
            ],
            asks: [
                "In which year did {title} come out?", "When did {title} come out?", "What year is {title} from?",
                "Do you know when {title} came out?",
            ],
            answers: [
                "[{title} came out in {out.items[].year|list}.][none out.items: I find no film called {title}.]",
                "[{title} is a film from {out.items[].year|list}.]"
                    + "[none out.items: No film called {title} is known to me.]",
                "[{out.items[].director|list} made {title}, which came out in {out.items[].year|list}.]"
                    + "[none out.items: I could not find a film called {title}.]",
            ])
    ) { (arguments) throws(Refusal) in
        let films = TitleSearch.matches(try arguments.text("title"), in: Film.all, title: \.title)
        return ["items": .array(films.prefix(5).map(listed))]
    }

    /// Titles that stand well in the middle of a question, and two films that do not exist.
    private static let spokenTitles: [JSON] =
        Film.all.map(\.title).filter { $0.count > 2 }.map(JSON.string) + ["The Lantern Keeper", "Midnight in Tromsø"]

    private static func listed(_ film: Film) -> JSON {
        [
            "id": .string(film.id), "title": .string(film.title), "director": .string(film.director),
            "year": .whole(film.year),
        ]
    }

    static let filmDetails = DemoTool(
        "film_details", family: Family.films, occasions: [.films, .reading, .quiz],
        """
        Gives title, director, year of release, running time in minutes and main language of a film by its id. An \
        unknown id is an error.
        """,
        inputs: [.text("film_id", "Id of the film, from a search.").means(.filmID)],
        outputs: [
            .text("id", "Id of the film."), .text("title", "Title in English."),
            .text("director", "Director."), .whole("year", 1880...2100, "Year of release.").means(.releaseYear),
            .whole("runtime_minutes", 1...1000, "Running time in minutes.").means(.runtime),
            .text("language", "Main language."),
        ],
        wording: Wording(
            subject: "{@film_id}", again: "{@film_id}",
            openings: [
                "We are planning an evening with {@film_id}.", "I would like to show {@film_id} in class.",
                "My flatmates want to see {@film_id} on Friday.",
                "The cinema in our street is bringing back {@film_id}.",
                "Our film club has put {@film_id} on the programme.", "Grandpa keeps talking about {@film_id}.",
                "A colleague was shocked that I have never seen {@film_id}.",
            ],
            asks: [
                "How long is {@film_id}?", "How many minutes does {@film_id} run?", "When did {@film_id} come out?",
                "What language is {@film_id} in?", "Which year is {@film_id} from?", "Is {@film_id} very long?",
                "Do you know how long {@film_id} runs?", "In which language was {@film_id} made?",
            ],
            answers: [
                "{out.title} runs {out.runtime_minutes|n minute}; the film is from {out.year} and in {out.language}.",
                "{out.title} ({out.year}, in {out.language}) lasts {out.runtime_minutes|n minute}.",
                "Made in {out.language} and released in {out.year}, {out.title} takes {out.runtime_minutes|n minute}.",
                "You need {out.runtime_minutes|n minute} for {out.title}, which came out in {out.year} and is in "
                    + "{out.language}.",
            ],
            doubts: [
                Wording.Doubt(
                    about: "runtime_minutes",
                    asks: [
                        "My brother claims {@film_id} takes less than {guess} minutes. Is he right?",
                        "Is {@film_id} over in less than {guess} minutes?",
                        "Someone told me {@film_id} is shorter than {guess} minutes. Is that true?",
                    ],
                    confirmed: [
                        "Yes, {out.title} is shorter than that: {out.runtime_minutes|n minute}.",
                        "Quite right: {out.title} runs {out.runtime_minutes|n minute}.",
                    ],
                    refuted: [
                        "No, {out.title} runs {out.runtime_minutes|n minute}.",
                        "Not quite: {out.title} takes {out.runtime_minutes|n minute}.",
                    ])
            ])
    ) { (arguments) throws(Refusal) in
        let film = try Film.withID(try arguments.text("film_id"))
        return [
            "id": .string(film.id), "title": .string(film.title), "director": .string(film.director),
            "year": .whole(film.year), "runtime_minutes": .whole(film.runtime), "language": .string(film.language),
        ]
    }
}
