import Engine

/// Counting and coding of words.
enum Texts {
    static let tools = [textCount, morseCode]

    static let textCount = DemoTool(
        "text_count", family: Family.texts, occasions: [.design, .school, .quiz],
        "Counts the characters (spaces included), letters, words and sentences of a text of at most 5000 characters.",
        inputs: [
            Field("text", .text(ofAtMost: 5000), "The text.").means(.text).values(
                "The quick brown fox jumps over the lazy dog.", "Pack my box with five dozen liquor jugs.",
                "We meet at the old harbour at noon.", "Dear neighbours, the lift is out of order until Friday.",
                "Sphinx of black quartz, judge my vow.", "Two roads diverged in a yellow wood.",
                "Café Müller opens at nine. Please bring your own cup!", "All is well that ends well.",
                "Free kittens to a good home.", "Mind the step, the ceiling and the dog.",
                "Bread and roses, twice a week.", "Here lived a cat of firm opinions.")
        ],
        outputs: [
            .whole("characters", 0...5000, "Characters, spaces included."),
            .whole("letters", 0...5000, "Letters alone."), .whole("words", 0...5000, "Words."),
            .whole("sentences", 0...5000, "Sentences, by their closing marks."),
        ],
        wording: Wording(
            subject: "\"{text}\"", again: "the sentence",
            openings: [
                "I have to fit a sentence on a small card.", "The local paper charges by length.",
                "We are painting a sentence on the wall.", "My daughter collects odd sentences.",
                "Our noticeboard has room for one line.", "A friend and I are settling a small bet about a sentence.",
            ],
            asks: [
                "How many words are in \"{text}\"?", "How long is \"{text}\" in characters?",
                "How many letters does \"{text}\" have?", "Is \"{text}\" a long text, counted in characters?",
                "Can you count the characters of \"{text}\"?",
                "How many characters would one count in \"{text}\"?",
            ],
            answers: [
                "The text has {out.words|n word} and {out.characters|n character}, {out.letters} of them letters.",
                "There are {out.letters|n letter} in \"{text}\", in {out.words|n word}; with spaces and marks that makes "
                    + "{out.characters|n character}.",
                "Counted with spaces, \"{text}\" is {out.characters|n character} long, with {out.letters|n letter} in "
                    + "{out.words|n word}.",
            ],
            doubts: [
                Wording.Doubt(
                    about: "characters",
                    asks: [
                        "Is \"{text}\" shorter than {guess|n character}, spaces included?",
                        "My neighbour says \"{text}\" is under {guess|n character}. Is he right?",
                    ],
                    confirmed: [
                        "Yes, the text has {out.characters|n character} with its spaces.",
                        "Yes: counted with spaces there are {out.characters|n character}.",
                    ],
                    refuted: [
                        "No, the text has {out.characters|n character} with its spaces.",
                        "Not quite: counted with spaces there are {out.characters|n character}.",
                    ])
            ])
    ) { (arguments) throws(Refusal) in
        let text = try arguments.text("text")
        let words = text.split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’" || $0 == "-") }
        let sentences = text.split { ".!?…。！？".contains($0) }.filter { $0.contains { $0.isLetter || $0.isNumber } }
        return [
            "characters": .whole(text.count), "letters": .whole(text.count { $0.isLetter }),
            "words": .whole(words.count { $0.contains { $0.isLetter || $0.isNumber } }),
            "sentences": .whole(sentences.count),
        ]
    }

    static let morseCode = DemoTool(
        "morse_code", family: Family.texts, occasions: [.quiz, .school, .design],
        """
        Writes a text in international Morse code (ITU-R M.1677-1): letters A to Z and digits, a slash between words. \
        A letter without a sign is an error.
        """,
        inputs: [
            .text("text", "Words of letters A to Z and digits.").means(.text).values(
                "SOS", "Hello world", "Meet me at noon", "Happy birthday", "Room 42", "Good night", "Welcome home",
                "Grüße aus Köln", "CQ DX", "Marry me", "Land ahoy", "Dinner at 7", "Bring the dog", "Come back soon",
                "Never give up")
        ],
        outputs: [
            Field(
                "code", .text(ofAtMost: 2000),
                "Dots (·) and dashes (–), a space between letters, a slash between words."),
            .whole("signs", 1...1000, "How many dots and dashes there are."),
        ],
        wording: Wording(
            subject: "\"{text}\"", again: "the message",
            openings: [
                "My niece is learning to send signals with a torch.", "We are hiding a message on a bracelet.",
                "There is a round on old radio at our club.", "The scouts want to send each other messages.",
                "I am knitting a scarf with a secret in it.", "Grandfather was a ship's radio operator.",
            ],
            asks: [
                "How do I send \"{text}\" in Morse?", "What does \"{text}\" look like in Morse?",
                "Which dots and dashes spell \"{text}\"?", "Can you put \"{text}\" into dots and dashes?",
                "How is \"{text}\" written in Morse?", "What would \"{text}\" be in dots and dashes?",
            ],
            answers: [
                "In Morse, \"{text}\" is {out.code}.",
                "\"{text}\" reads {out.code} in Morse, {out.signs|n dot or dash/dots and dashes} in all.",
                "You send {out.code}, a slash standing for the gap between words.",
            ])
    ) { (arguments) throws(Refusal) in
        let text = try arguments.text("text")
        var words: [String] = []
        for word in text.uppercased().split(separator: " ") {
            var signs: [String] = []
            for letter in word {
                guard let sign = morseSigns[letter] else {
                    throw .impossible(
                        "Morse code has no sign for \"\(letter)\" here.", next: "Use the letters A to Z and digits.")
                }
                signs.append(sign)
            }
            words.append(signs.joined(separator: " "))
        }
        guard !words.isEmpty else { throw .impossible("There is nothing to send.", next: "Give at least one letter.") }
        let code = words.joined(separator: " / ")
        return ["code": .string(code), "signs": .whole(code.count { $0 == "·" || $0 == "–" })]
    }

    private static let morseSigns: [Character: String] = {
        let signs = """
            A·– B–··· C–·–· D–·· E· F··–· G––· H···· I·· J·––– K–·– L·–·· M–– N–· O––– P·––· Q––·– R·–· S··· T– U··– \
            V···– W·–– X–··– Y–·–– Z––·· 1·–––– 2··––– 3···–– 4····– 5····· 6–···· 7––··· 8–––·· 9––––· 0–––––
            """
        return Dictionary(
            signs.split(separator: " ").compactMap { sign in sign.first.map { ($0, String(sign.dropFirst())) } },
            uniquingKeysWith: { first, _ in first })
    }()
}
