import Engine

/// Counting and coding of words.
enum Texts {
    static let tools = [textCount, morseCode]

    static let textCount = DemoTool(
        "text_count", family: Family.texts,
        "Counts the characters, letters, words and sentences of a text.",
        inputs: [
            Field("text", .text(ofAtMost: 5000), "The text.").means(.text).values(
                "The quick brown fox jumps over the lazy dog.", "Pack my box with five dozen liquor jugs.",
                "We meet at the old harbour at noon.", "Dear neighbours, the lift is out of order until Friday.",
                "Sphinx of black quartz, judge my vow.", "Two roads diverged in a yellow wood.",
                "Café Müller opens at nine. Please bring your own cup!", "All is well that ends well.")
        ],
        outputs: [
            .whole("characters", 0...5000, "Characters, spaces included."),
            .whole("letters", 0...5000, "Letters alone."), .whole("words", 0...5000, "Words."),
            .whole("sentences", 0...5000, "Sentences, by their closing marks."),
        ],
        wording: Wording(
            openings: ["I have to fit a text on a small card.", "An advertisement is paid by its length."],
            asks: [
                "How many words and characters are in \"{text}\"?",
                "How long is \"{text}\", counted in letters and words?",
                "How many letters does \"{text}\" have, and how many characters with spaces?",
            ],
            answers: [
                "It has {out.words} words and {out.characters} characters, {out.letters} of them letters.",
                "There are {out.words} words, {out.letters} letters and {out.characters} characters with spaces.",
                "The text has {out.letters} letters in {out.words} words; with spaces and marks it is {out.characters} "
                    + "characters long.",
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
        "morse_code", family: Family.texts,
        "Writes a text in international Morse code: letters A to Z and digits, a slash between words.",
        inputs: [
            .text("text", "Words of letters A to Z and digits.").means(.text).values(
                "SOS", "Hello world", "Meet me at noon", "Happy birthday", "Room 42", "Good night", "Welcome home",
                "Grüße aus Köln", "CQ DX")
        ],
        outputs: [
            .text("code", "Dots and dashes, a space between letters, a slash between words."),
            .whole("signs", 1...1000, "How many dots and dashes there are."),
        ],
        wording: Wording(
            openings: ["My niece is learning to send signals with a torch.", "We are hiding a message on a bracelet."],
            asks: [
                "How do I send \"{text}\" in Morse code?", "What does \"{text}\" look like in Morse code?",
                "Which dots and dashes spell \"{text}\"?",
            ],
            answers: [
                "It is {out.code}, {out.signs} dots and dashes in all.", "In Morse code it reads {out.code}.",
                "You send {out.code}.",
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
        return ["code": .string(code), "signs": .whole(code.count { $0 == "." || $0 == "-" })]
    }

    private static let morseSigns: [Character: String] = {
        let signs = """
            A.- B-... C-.-. D-.. E. F..-. G--. H.... I.. J.--- K-.- L.-.. M-- N-. O--- P.--. Q--.- R.-. S... T- U..- \
            V...- W.-- X-..- Y-.-- Z--.. 1.---- 2..--- 3...-- 4....- 5..... 6-.... 7--... 8---.. 9----. 0-----
            """
        return Dictionary(
            signs.split(separator: " ").compactMap { sign in sign.first.map { ($0, String(sign.dropFirst())) } },
            uniquingKeysWith: { first, _ in first })
    }()
}
