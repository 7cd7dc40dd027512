import Engine

/// Notes, chords and tempo.
enum Music {
    static let tools = [chordNotes, noteFrequency, songLength]

    static let chordNotes = DemoTool(
        "chord_notes", family: Family.music, occasions: [.music],
        "Spells the notes of a chord from its root and quality, each by its own letter, in close position from the "
            + "fourth octave up.",
        inputs: [
            .choice(
                "root",
                ["C", "C#", "Db", "D", "D#", "Eb", "E", "F", "F#", "Gb", "G", "G#", "Ab", "A", "A#", "Bb", "B"],
                "Root of the chord, sharps as # and flats as b."
            ).said([
                "D": "D", "G": "G", "A": "A", "E": "E", "F": "F", "C": "C", "B": "B", "Bb": "B flat", "Eb": "E flat",
                "Ab": "A flat", "F#": "F sharp",
            ]),
            .choice("quality", Chord.all.map(\.quality), "Kind of chord, such as minor or dominant seventh.").values(
                Chord.all.map { .string($0.quality) }),
        ],
        outputs: [
            .records(
                "tones", "The notes, the root first.",
                [
                    .text("degree", "Root, third, fourth, fifth or seventh."),
                    .text("note", "Note with its octave, such as Bb4.").means(.note),
                    .text("name", "Name of the note, such as B flat."),
                ]),
            .whole("count", 3...4, "How many notes."),
        ],
        wording: Wording(
            part: .waypoint, subject: "the {out.tones[].degree} of {root} {quality}",
            again: "the note {out.tones[].name}",
            openings: [
                "I am teaching myself the piano.", "Our choir sings without accompaniment, so I find the notes by ear.",
                "My guitar teacher scribbled {root} {quality} on my sheet.",
                "We are working out an arrangement for the school band.",
                "The song I am writing needs something unexpected in the bridge.",
                "A friend asked me to play along on Saturday.",
            ],
            asks: [
                "Which notes make up the {root} {quality} chord?", "What notes are in a chord of {root} {quality}?",
                "How do I play the {root} {quality} chord?", "Which keys do I press for {root} {quality}?",
                "What is the {root} {quality} chord made of?", "Could you spell the {root} {quality} chord for me?",
            ],
            answers: [
                "The {root} {quality} chord is made of {out.tones[].name|list}.",
                "For {root} {quality}, play {out.tones[].name|list}.",
                "{out.tones[].name|list} make up the {root} {quality} chord.",
            ])
    ) { (arguments) throws(Refusal) in
        let quality = try arguments.text("quality")
        guard let chord = Chord.all.first(where: { $0.quality == quality }),
            let root = Pitch(try arguments.text("root") + "4")
        else { throw .badArgument(name: "quality", expected: "a known kind of chord") }
        let tones = zip(chord.tones, chord.pitches(above: root)).map { tone, pitch -> JSON in
            ["degree": .string(tone.degree), "note": .string(pitch.text), "name": .string(pitch.name)]
        }
        return ["tones": .array(tones), "count": .whole(tones.count)]
    }

    static let noteFrequency = DemoTool(
        "note_frequency", family: Family.music, occasions: [.music, .school],
        """
        Gives the frequency of a note in equal temperament with A4 at 440 Hz, the length of its sound wave in air at \
        20 °C, and its place on the piano. Fails for what is no note.
        """,
        inputs: [
            .text("note", "Letter, sharps or flats, octave, such as A4, F#3 or Bb2.").means(.note).said([
                "A4": "A4", "C4": "middle C (C4)", "E2": "a guitar's low E (E2)", "G3": "a violin's lowest G (G3)",
                "C2": "a cello's lowest C (C2)", "E1": "the low E of a bass (E1)", "D5": "D5", "Bb3": "B flat 3 (Bb3)",
                "C6": "a soprano's high C (C6)", "F#4": "F sharp 4 (F#4)", "A0": "the lowest A of a piano (A0)",
                "C3": "a viola's lowest C (C3)", "H4": "H4",
            ])
        ],
        outputs: [
            .number("frequency_hz", 7...20_000, "Hertz, to 0.01 Hz.").means(.frequency),
            .number("wavelength_cm", 1...5000, "Length of the wave in air at 20 °C, in centimetres."),
            .whole("piano_key", 1...88, "Which key it is on a piano, from the left; left out beyond its ends.")
                .optional,
        ],
        wording: Wording(
            openings: [
                "I am tuning an old piano with nothing but a phone.", "We are recording in my cousin's garage tonight.",
                "My physics teacher plays the violin and likes to mix the two.",
                "The tuner on my desk shows only figures.", "Our band wants to build an instrument out of pipes.",
                "A sound engineer told me to learn my notes by number.",
            ],
            asks: [
                "How many hertz is {@note}?", "At what pitch in hertz does {@note} sound?",
                "What should a tuner show for {@note}?", "How fast does the air vibrate for {@note}?",
                "Which frequency belongs to {@note}?", "Do you know how many hertz {@note} has?",
                "Where on a frequency scale does {@note} lie?", "Could you tell me the hertz of {@note}?",
                "When somebody plays {@note}, how many hertz is that?",
            ],
            answers: [
                "At concert pitch {@note} sounds at {out.frequency_hz|number} Hz.",
                "A tuner should show {out.frequency_hz|number} Hz for {@note}[; on a piano that is key "
                    + "{out.piano_key} from the left].",
                "The frequency of {@note} is {out.frequency_hz|number} Hz, a wave of about {out.wavelength_cm|number} "
                    + "cm in air.",
            ],
            doubts: [
                Wording.Doubt(
                    about: "frequency_hz",
                    asks: [
                        "Our drummer says {@note} is below {guess|number} Hz. Is he right?",
                        "Is it true that {@note} sounds at less than {guess|number} Hz?",
                    ],
                    confirmed: [
                        "Yes, {@note} sounds at {out.frequency_hz|number} Hz.",
                        "True: {@note} has {out.frequency_hz|number} Hz, below {guess|number}.",
                    ],
                    refuted: [
                        "No, {@note} sounds at {out.frequency_hz|number} Hz.",
                        "Not quite: {@note} has {out.frequency_hz|number} Hz, which is not below {guess|number}.",
                    ])
            ])
    ) { (arguments) throws(Refusal) in
        let text = try arguments.text("note")
        guard let pitch = Pitch(text) else {
            throw .unknown(
                kind: "note", value: text, next: "Give a letter from A to G, sharps or flats, and an octave: Bb3.")
        }
        // The speed of sound in dry air at 20 °C is 343.2 m/s.
        var facts: JSON.Object = [
            "frequency_hz": .decimal(pitch.frequency, places: 2),
            "wavelength_cm": .decimal(34_320 / pitch.frequency, places: 0),
        ]
        let key = pitch.midi - 20
        facts.set("piano_key", unlessNil: (1...88).contains(key) ? .whole(key) : nil)
        return .object(facts)
    }
}
