import Engine

extension Music {
    static let songLength = DemoTool(
        "song_length", family: Family.music, occasions: [.music],
        "Computes how long a piece of music lasts from its bars, the beats in a bar and the beats a minute.",
        inputs: [
            .whole("bars", 1...10_000, "Bars in the whole piece.").values(64, 72, 80, 88, 96, 104, 112, 120, 128, 144),
            .whole("beats_per_bar", 1...32, "Beats in a bar.").said([
                4: "four", 3: "three", 2: "two", 5: "five", 6: "six", 7: "seven",
            ]),
            .whole("tempo", 20...400, "Beats a minute.").means(.tempo).values(
                72, 80, 84, 90, 96, 100, 108, 112, 120, 126, 132, 140, 160),
        ],
        outputs: [
            .whole("seconds", 0...1_000_000, "Seconds, rounded."),
            .text("length", "The same in minutes and seconds, such as 3 min 12 s."),
            .whole("beats", 1...320_000, "Beats in the whole piece."),
        ],
        wording: Wording(
            openings: [
                "I am putting together the programme for our concert.", "We have a strict slot at the village fête.",
                "My band is planning its first recording.", "The dance group needs to know when to stop.",
                "Our music teacher gave us only the tempo and the score.", "A film student asked me for a short piece.",
            ],
            asks: [
                "How long do {bars} bars of {beats_per_bar} beats take at {tempo} beats a minute?",
                "How many minutes are {bars} bars at {tempo} beats a minute, {beats_per_bar} to the bar?",
                "At {tempo} beats a minute and {beats_per_bar} to the bar, how long are {bars} bars?",
                "What do {bars} bars come to at {tempo} beats a minute with {beats_per_bar} beats in a bar?",
                "With {beats_per_bar} beats in a bar and {tempo} a minute, how long do {bars} bars last?",
            ],
            answers: [
                "At {tempo} beats a minute, {bars} bars last {out.length}.",
                "{bars} bars have {out.beats|n beat} and take {out.length}.",
                "Allow {out.length} for the {bars} bars.",
            ],
            doubts: [
                Wording.Doubt(
                    about: "seconds",
                    asks: [
                        "Are {bars} bars of {beats_per_bar} beats at {tempo} a minute over in under {guess|number} "
                            + "seconds?",
                        "Our drummer says {bars} bars of {beats_per_bar} beats at {tempo} a minute take less than "
                            + "{guess|number} seconds. Is he right?",
                    ],
                    confirmed: [
                        "Yes, {bars} bars last {out.length}, which is {out.seconds|n second}.",
                        "Right: the {bars} bars are over after {out.seconds|n second}.",
                    ],
                    refuted: [
                        "No, {bars} bars last {out.length}, which is {out.seconds|n second}.",
                        "Not quite: the {bars} bars take {out.seconds|n second}.",
                    ])
            ])
    ) { (arguments) throws(Refusal) in
        let beats = try arguments.whole("bars") * arguments.whole("beats_per_bar")
        let seconds = Int((Double(beats) * 60 / Double(try arguments.whole("tempo"))).rounded())
        return ["seconds": .whole(seconds), "length": .string(length(seconds)), "beats": .whole(beats)]
    }

    private static func length(_ seconds: Int) -> String {
        guard seconds >= 60 else { return "\(seconds) s" }
        return "\(seconds / 60) min" + (seconds.isMultiple(of: 60) ? "" : " \(seconds % 60) s")
    }
}
