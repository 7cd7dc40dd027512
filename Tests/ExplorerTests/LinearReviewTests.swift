import Canvas
import Engine
import Review
import Testing

@testable import Explorer

@Suite("Reviewing line after line")
struct LinearReviewTests {
    @Test func `a sample is read out in labelled lines`() {
        var transcript = LinearTranscript()

        transcript.type("n")

        expect(
            transcript,
            endsWith: """
                > n
                Sample s-00002, 2 of 4, pending. 2 chains, 4 steps, 3 findings.
                Chain 1 of 2: steps 1, 2, 4.
                Step 1 of 4: city_lookup
                  name "東京": from the query, characters 8 to 10
                  result: {"id":1850147,"name":"東京","latitude":35.68,"longitude":139.69}
                Step 2 of 4: sun_times
                  latitude 35.68: from step 1, latitude
                  longitude 139.69: from step 1, longitude
                  date "2027-05-17": from the query, characters 14 to 24
                  result: {"sunset":"18:41"}
                Step 4 of 4: hotel_search
                  city_id 1850147: from step 1, id
                  max_price 180: from nowhere
                  result: {"name":"Hotel Sakura","price":92}
                Chain 2 of 2: step 3.
                Step 3 of 4: currency_convert
                  amount 600: from the query, characters 34 to 37
                  from "USD": from the query, characters 38 to 41
                  to "JPY": from nowhere
                  result: {}
                Query: I am in 東京 on 2027-05-17 and have 600 USD. When does the sun set, and which hotels suit me?
                Response: The sun sets at 18:41. Hotel Sakura is 92 a night, a six-minute walk from the centre.
                Finding: arg_not_inferable, step 3.to: to = "JPY" is neither in the query nor in an earlier output
                Finding: arg_not_inferable, step 4.max_price: max_price = 180 is neither in the query nor in an earlier output
                Finding: empty_output, step 3: currency_convert returned {}
                """)
    }

    @Test func `walking back tells what each iteration did, and why`() {
        var transcript = LinearTranscript()

        transcript.type("[ [", "(")

        expect(
            transcript,
            endsWith: """
                > [ [
                Iteration 4 of 5: step 3 added as new chain 2.
                Proposal 1 of 1, currency_convert: SELECTED, new c2
                  Convert the budget.
                  report: The rate was returned.
                Why: Money is independent of the place, so a new chain.
                Step 3 of 3: currency_convert
                  amount 600: from the query, characters 34 to 37
                  from "USD": from the query, characters 38 to 41
                  to "JPY": from nowhere
                  result: {}
                Query: I am in 東京 on 2027-05-17 and have 600 USD. When does the sun set?
                Response: The sun sets at 18:41.
                Iteration 3 of 5: nothing added, every trial failed.
                Proposal 1 of 3, currency_convert: failed
                  Convert to yen.
                  failed: from is missing
                Proposal 2 of 3, hotel_search: failed
                  Find hotels.
                  failed: city_id is missing
                Proposal 3 of 3, book_search: failed
                  Find a book.
                  failed: title is missing
                Query: I am in 東京 on 2027-05-17. When does the sun set?
                Response: The sun sets at 18:41.
                > (
                Query: I am in 東京 on 2027-05-17. When does the sun set?
                """)
    }

    @Test func `a decision says that it is saved, and reads the next sample`() {
        var transcript = LinearTranscript()

        transcript.type("a")

        #expect(
            transcript.told.starts(with: [
                "Saved: s-00001 is accepted.", "Sample s-00002, 2 of 4, pending. 2 chains, 4 steps, 3 findings.",
            ]))
        #expect(transcript.world.review(1).status == .accepted)
    }

    @Test func `a sample is rejected with reasons and a note in one line`() {
        var transcript = LinearTranscript()

        transcript.type("r 3,8 no source for the price")

        #expect(transcript.told.first == "Saved: s-00001 is rejected, arg_not_inferable.")
        #expect(transcript.world.review(1).reasons.map(\.reason) == [.argumentNotInferable, .emptyOutput])
        #expect(transcript.world.review(1).note == "no source for the price")
    }

    @Test func `reasons are numbered choices that are asked for where the line ends`() {
        var transcript = LinearTranscript()

        transcript.type("r")

        #expect(transcript.told.first == "Reject s-00001, about chain c1. Why?")
        #expect(transcript.told.contains("  1 unnatural: unnatural, robotic, a list"))
        #expect(transcript.told.contains("  3 arg_not_inferable: argument not inferable, marked, found by a check"))
        #expect(
            transcript.told.suffix(2) == [
                "Choose: keys, several separated by commas, then Enter; a note may follow, as in 3,8 no source.",
                "An empty line takes what is marked; esc leaves; tab changes what it is about.",
            ])

        transcript.type("4")

        #expect(transcript.world.review(1).reasons.map(\.reason) == [.ambiguous])
    }

    @Test func `a reason that needs a note asks for it, and the note is text`() {
        var transcript = LinearTranscript()

        transcript.type("r", "o", "a s u")

        #expect(transcript.world.review(1).status == .rejected)
        #expect(transcript.world.review(1).note == "a s u")
        #expect(transcript.world.journal.count == 1)
    }

    @Test func `an empty line takes the reasons that the checks marked`() {
        var transcript = LinearTranscript()

        transcript.type("r", "")

        #expect(transcript.world.review(1).reasons.map(\.reason) == [.argumentNotInferable, .emptyOutput])
    }

    @Test func `an unknown reason decides nothing and says what is possible`() {
        var transcript = LinearTranscript()

        transcript.type("r", "z", "esc")

        #expect(
            transcript.lines.contains("There is no reason z. Choose keys, several separated by commas; esc leaves."))
        #expect(transcript.world.journal.isEmpty)
        #expect(transcript.told == ["Closed."])
    }

    @Test func `what was done is undone and done again`() {
        var transcript = LinearTranscript()

        transcript.type("a", "u")
        #expect(transcript.told.first == "s-00001 is pending again.")
        #expect(transcript.world.review(1).status == .pending)

        transcript.type("ctrl-r")
        #expect(transcript.world.review(1).status == .accepted)
    }

    @Test func `the list is filtered in one line, and every sample comes back`() {
        var transcript = LinearTranscript()

        transcript.type("a", "/ status:pending")
        #expect(transcript.told == ["List: status:pending, sorted by id.", "The list has 3 samples."])

        transcript.type("/status:accepted")
        #expect(transcript.told.first == "List: status:accepted, sorted by id.")
        #expect(transcript.told.contains { $0.hasPrefix("Sample s-00001, 1 of 1, accepted.") })

        transcript.type("esc")
        #expect(transcript.told.contains("List: every sample, sorted by id."))
        #expect(transcript.state.queue.total == 4)
    }

    @Test func `a filter with a fault says what is wrong, and an empty line keeps the old one`() {
        var transcript = LinearTranscript()

        transcript.type("/ status:nowhere")
        #expect(transcript.told.first?.contains("nowhere") == true)
        #expect(transcript.state.overlay != nil)

        transcript.type("")
        #expect(transcript.told == ["Closed."])
        #expect(transcript.state.queue.view == .standard)
    }

    @Test func `orders are chosen by number or by letter`() {
        var transcript = LinearTranscript()

        transcript.type("o", "5")
        #expect(transcript.state.queue.view.sort.key == .length)

        transcript.type("o l")
        #expect(transcript.state.queue.view.sort.key == .lint)
    }

    @Test func `a command is given by its name; a part of one lists what it could be`() {
        var transcript = LinearTranscript()

        transcript.type(":go 3")
        #expect(transcript.state.open?.id == ExampleSample.id(3))

        transcript.type(": acc")
        #expect(transcript.told.first == "It could be:")
        #expect(transcript.told.contains { $0.hasPrefix("  accept: ") })
        #expect(transcript.world.journal.isEmpty)

        transcript.type("accept")
        #expect(transcript.world.review(3).status == .accepted)
    }

    @Test func `the help is a list that can be searched`() {
        var transcript = LinearTranscript()

        transcript.type("?")
        #expect(transcript.told.first == "Decide:")
        #expect(transcript.told.count > 60)

        transcript.type("undo last")
        #expect(
            transcript.told == [
                "Decide:", "  u: undo the last decision", "Type words to search the help; an empty line leaves it.",
            ])

        transcript.type("", "a")
        #expect(transcript.world.review(1).status == .accepted)
    }

    @Test func `moving tells where the keys go`() {
        var transcript = LinearTranscript()

        transcript.type("j")
        #expect(
            transcript.told == [
                "Chains: Step 1 of 4: city_lookup", "  name \"東京\": from the query, characters 8 to 10",
                "  result: {\"id\":1850147,\"name\":\"東京\",\"latitude\":35.68,\"longitude\":139.69}",
            ])

        transcript.type("tab")
        #expect(transcript.told.first == "Gradient: Proposal 1 of 3, hotel_search: SELECTED, to c1")
    }

    @Test func `an empty line tells where one is and what is possible`() {
        var transcript = LinearTranscript()

        transcript.type("")

        #expect(transcript.told.first == "Sample s-00001, 1 of 4, pending. 2 chains, 4 steps, 3 findings.")
        #expect(transcript.told.last?.hasPrefix("Keys: a accept  r reject") == true)
    }

    @Test func `the beginning of longer keys tells how they go on`() {
        var transcript = LinearTranscript()

        transcript.type("g")

        #expect(transcript.told.first == "After g:")
        #expect(transcript.told.contains("  g top"))
    }

    @Test func `longer keys are typed in one word, or apart`() {
        var transcript = LinearTranscript()

        transcript.type("yi", "y i")

        #expect(transcript.lines == ["> yi", "Copied the sample's label.", "> y i", "Copied the sample's label."])
    }

    @Test func `keys that change nothing say so`() {
        var transcript = LinearTranscript()

        transcript.type("k")

        #expect(transcript.told == [LinearReader.silence])
    }

    @Test func `a word that is no key is refused, with the rest of its line`() {
        var transcript = LinearTranscript()

        transcript.type("accept a")

        #expect(
            transcript.told == [
                "There is no key called accept. Keys are typed by their names, with spaces between them; ? lists them."
            ])
        #expect(transcript.world.journal.isEmpty)
    }

    @Test func `everything of a step is read in full, and leafed through`() {
        var transcript = LinearTranscript()

        transcript.type("tab tab", "v")
        #expect(
            transcript.told == [
                "query (95 bytes), 1 of 3:",
                "  I am in 東京 on 2027-05-17 and have 600 USD. When does the sun set, and which hotels suit me?",
                "] and [ read the next and the one before; an empty line leaves.",
            ])

        transcript.type("]")
        #expect(transcript.told.first == "response (85 bytes), 2 of 3:")
        transcript.type("")
        #expect(transcript.told == ["Closed."])
    }

    @Test func `what was told is read again, and the next line is for the sample`() {
        var transcript = LinearTranscript()

        transcript.type("a", "u", "!", "a")

        #expect(transcript.lines.contains("What was told, newest first:"))
        #expect(transcript.world.review(1).status == .accepted)
    }

    @Test func `much at once is asked about, and only y does it`() {
        var transcript = LinearTranscript(samples: 30)

        transcript.type("* A")
        #expect(transcript.told.contains("y does it, n does not; u takes it back as one."))

        transcript.type("a")
        #expect(transcript.told == ["Answer y or n."])
        transcript.type("")
        #expect(transcript.world.journal.isEmpty)

        transcript.type("A", "y")
        #expect(transcript.world.journal.count == 30)
    }

    @Test func `an export asks for a format and a folder`() {
        var transcript = LinearTranscript()

        transcript.type("a", "u U", "W")
        #expect(transcript.told.contains("  2 openai: messages and tools for fine-tuning"))

        transcript.type("2 somewhere else")
        #expect(transcript.world.asked.last == .export(format: "openai", folder: "somewhere else"))
    }

    @Test func `the end of the lines quits, and lets what grows end`() {
        #expect(ExplorerState.example().leaving == [.quit(.atOnce)])
        #expect(ExplorerState.example(run: .growing(requested: 3)).leaving == [.quit(.afterInFlight)])
    }
}
