import Canvas
import Engine
import Review
import Testing

@testable import Explorer

@Suite("Texts that are typed line after line")
struct LinearTextTests {
    @Test func `a query is written in the line of its key`() {
        var transcript = LinearTranscript()

        transcript.type("tab tab", "e Where is Tokyo?")

        #expect(transcript.world.review(1).editedQuery == "Where is Tokyo?")
        #expect(transcript.told.starts(with: ["Saved: s-00001 is draft.", "Query: Where is Tokyo?"]))
    }

    @Test func `a text of several lines ends with a full stop alone`() {
        var transcript = LinearTranscript()

        transcript.type("tab tab", "e")
        #expect(transcript.told.first == "Edit query of s-00001.")
        transcript.type("Where is Tokyo?", "", "And when does the sun set?", ".")

        #expect(transcript.world.review(1).editedQuery == "Where is Tokyo?\n\nAnd when does the sun set?")
        #expect(
            transcript.told.starts(with: [
                "Saved: s-00001 is draft.", "Query: Where is Tokyo?", "  ", "  And when does the sun set?",
            ]))
    }

    @Test(arguments: ["", "."]) func `an empty text leaves what is there`(line: String) {
        var transcript = LinearTranscript()

        transcript.type("tab tab", "e", line)

        #expect(transcript.told == ["Closed."])
        #expect(transcript.world.journal.isEmpty)
    }

    @Test func `a text that cannot be kept says why, and another may be typed`() {
        var transcript = LinearTranscript()

        transcript.type("tab tab", "e", " ", ".")
        #expect(transcript.told.contains("Not kept: A query cannot be empty."))

        transcript.type("Where?", ".")
        #expect(transcript.world.review(1).editedQuery == "Where?")
    }

    @Test func `leaving a text that was refused keeps nothing of it`() {
        var transcript = LinearTranscript()

        transcript.type("tab tab", "e", " ", ".", "")

        #expect(transcript.state.overlay == nil)
        #expect(transcript.world.journal.isEmpty)
    }

    @Test func `a comment is read out where it was made`() {
        var transcript = LinearTranscript()

        transcript.type("tab tab", "c sounds stilted")

        #expect(transcript.told == ["Comment by zh on query: sounds stilted"])
    }

    private static let lines = ["a", "s s", "A", "r 3", "u", "ctrl-r", "-", "f", "q", "a a a", "x", "R"]

    @Test(arguments: ["/", "e", "c", "?", ":", "v /"])
    func `what is typed into a text never decides`(opening: String) {
        for line in Self.lines {
            var transcript = LinearTranscript()
            transcript.type("tab tab", opening)
            #expect(transcript.state.overlay?.takesText == true)

            transcript.type(line)

            #expect(transcript.world.journal.isEmpty, "\(line) decided in \(opening)")
        }
    }

    @Test(arguments: lines) func `a note is text, and ends in the rejection that it belongs to`(line: String) {
        for opening in [["r n", line], ["r 1 \(line)"]] {
            var transcript = LinearTranscript()

            for typed in opening { transcript.type(typed) }

            #expect(transcript.world.journal.count == 1)
            #expect(transcript.world.review(1).note == line)
        }
    }

    @Test func `control characters that are typed go nowhere`() {
        var transcript = LinearTranscript()

        transcript.type("tab tab", "e Where\u{1B}[31m is\u{7} it?\r")

        #expect(transcript.world.review(1).editedQuery == "Where[31m is it?")
    }
}

@Suite("The same keys on a screen and line after line")
struct LinearKeyTests {
    @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
    func `give the same state`(seed: UInt64) {
        var dice = KeyDice(state: seed)
        var transcript = LinearTranscript()
        var screen = World(samples: 4, size: LinearTranscript.size)

        for _ in 0..<150 {
            let name = dice.keyName(for: screen.state)
            transcript.type(name)
            screen.press(name)
            if screen.state.overlay != nil {
                transcript.leave()
                screen.take(.key(.escape))
            }
        }

        #expect(transcript.state == screen.state)
        #expect(transcript.world.journal == screen.journal)
        #expect(!screen.journal.isEmpty, "Keys that decide nothing prove little.")
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `and every line that is told is free of control characters`(seed: UInt64) {
        var dice = KeyDice(state: seed)
        var transcript = LinearTranscript()

        for _ in 0..<150 { transcript.type(dice.line()) }

        let scalars = transcript.lines.joined().unicodeScalars
        #expect(!scalars.contains { $0.properties.generalCategory == .control || $0.properties.isBidiControl })
    }

    @Test func `a hostile sample is told in markers`() {
        let query = "Where\u{1B}[2J is \u{202E}it\u{7}?"
        let draft = Synthesis(query: query, response: "\u{9B}31m")
        let events = ExampleSample.events + [.finished(.completed(draft))]
        let before = ExplorerState.example()
        var after = before
        after.load(ExampleSample.reviewed(events, index: 2))
        _ = after.press("n")
        after.load(ExampleSample.reviewed(events, index: 2))

        let lines = LinearReader().lines(after: .listChanged, from: before, to: after)

        #expect(lines.contains("Query: Where‹U+001B›[2J is ‹U+202E›it‹U+0007›?"))
        #expect(lines.contains("Response: ‹U+009B›31m"))
    }
}

@Suite("A sample that grows, line after line")
struct LinearGrowingTests {
    private func lines(_ events: [RunEvent]) -> [String] {
        let reader = LinearReader()
        var state = ExplorerState.growing([])
        return events.enumerated().flatMap { index, event in
            let before = state
            let recorded = RecordedEvent(
                sample: ExampleSample.id(), number: index + 1, time: .at(12, 0), event: event)
            _ = state.update(.recorded(recorded))
            return reader.lines(after: .recorded(recorded), from: before, to: state)
        }
    }

    @Test func `is told event by event`() {
        let first = lines(Array(ExampleSample.completed.prefix(13)))

        #expect(
            first == [
                "Iteration 1 begins.",
                "Proposal 1: Find the city called 東京.", "Proposal 2: Find a book.", "Proposal 3: Convert to yen.",
                "Proposal 1 calls city_lookup: returned", "Proposal 1 succeeded: One city was found.",
                "Proposal 2 calls book_search: returned", "Proposal 2 succeeded: One book.",
                "Proposal 3 calls currency_convert: failed", "Proposal 3 calls currency_convert: failed",
                "Proposal 3 failed: amount needs from and to",
                "Selector: A city is where a trip begins; the book has nothing to do with it.",
                "Iteration 1 ends: step 1 added as new chain 1.",
            ])
    }

    @Test func `ends with its query, its response and what the checks found`() {
        let told = lines(ExampleSample.completed)

        #expect(told.contains("It is finished."))
        #expect(told.suffix(3).allSatisfy { $0.hasPrefix("Finding: ") })
        #expect(told.filter { $0.hasPrefix("Query: ") }.count == 1)
    }

    @Test func `is not told of while another is on show`() {
        let before = ExplorerState.example(run: .growing(requested: 3))
        var after = before
        let recorded = RecordedEvent(
            sample: ExampleSample.id(3), number: 1, time: .at(12, 0), event: .iterationBegan(1))
        _ = after.update(.recorded(recorded))

        #expect(LinearReader().lines(after: .recorded(recorded), from: before, to: after).isEmpty)
    }
}

/// Keys and lines by chance; the same seed gives the same ones.
private struct KeyDice {
    var state: UInt64

    private static let names = [
        "a", "s", "f", "-", "u", "U", "n", "p", "N", "P", "[", "]", "(", ")", "{", "}", "j", "k", "h", "l", "g", "G",
        "tab", "shift-tab", "z", "d", "m", "y", "space", "V", "*", "1", "2", "=", "r", "/", ":", "?", "o", "e", "c",
        "!",
        "v", "enter", "esc", "up", "down", "ctrl-d", "W", "R", "A",
    ]
    private static let texts = ["3", "3,8 why", "status:pending", "o", "1", "", ".", "a a", "undo", "theme", "2 x"]

    private mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }

    mutating func keyName(for explorer: ExplorerState) -> String {
        Self.names[below(Self.names.count)]
    }

    mutating func line() -> String {
        below(3) == 0 ? Self.texts[below(Self.texts.count)] : keyNames(below(3) + 1)
    }

    private mutating func keyNames(_ count: Int) -> String {
        (0..<count).map { _ in Self.names[below(Self.names.count)] }.joined(separator: " ")
    }
}
