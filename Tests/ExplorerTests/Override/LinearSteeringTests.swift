import Canvas
import Engine
import Testing

@testable import Explorer

@Suite("Steering line after line")
struct LinearSteeringTests {
    @Test func `the sheet is read out with a word for each choice`() {
        var transcript = LinearTranscript()

        transcript.type("b")

        expect(
            transcript,
            endsWith: """
                > b
                Steer s-00001, iteration 5.
                Decision of iteration 5
                  s  as it was: proposal 1, to c1, chosen
                  1  hotel_search, ✓ SELECTED, to c1
                    "Find hotels in the city."
                    report: One hotel was found.
                  2  book_search, ✓ not selected
                    "Find a book."
                    report: One book.
                  3  currency_convert, ✗ failed
                    "Convert to pounds."
                    failed, cannot be chosen: from is missing
                  d  decline: nothing is added
                Where its steps go
                  a  as selected: to c1, chosen
                  +  a new chain
                  c  c1  city_lookup, sun_times
                  c  c2  currency_convert
                Tools left out of the branch
                  m1 hotel_search
                  m2 book_search
                  m3 currency_convert
                Note, read in the branch
                  n  none: what the proposer should know, in your words
                Nothing is asked for yet.
                Choose a word; n and a text write the note, i2 and a text the instruction of proposal 2,
                e2.1 and JSON the arguments of its first call; x2 takes both back.
                go does it, an empty line tells this again, esc leaves.
                """)
    }

    @Test func `words choose, and what would happen is told`() {
        var transcript = LinearTranscript()

        transcript.type("b", "2", "c1", "3", "m2")

        expect(
            transcript,
            endsWith: """
                > 2
                A branch of s-00001 repeats iteration 5 with proposal 2.
                > c1
                A branch of s-00001 repeats iteration 5 with proposal 2, to c1.
                > 3
                It failed and cannot be chosen: from is missing
                > m2
                A branch of s-00001 repeats iteration 5 with proposal 2, to c1, with no more use of book_search.
                """)
    }

    @Test func `a branch is asked for after the question`() {
        var transcript = LinearTranscript()

        transcript.type("b", "2 + go", "y")

        #expect(
            transcript.world.asked.last
                == .branch(
                    ExampleSample.id(), iteration: 5,
                    Steering(
                        choice: .proposal(Proposal.ID(2)), place: .newChain,
                        proposals: RunState(ExampleSample.completed).iterations[4].proposals?.all.filter {
                            $0.id == Proposal.ID(2)
                        })))
    }

    @Test func `a note may follow its word, or come in lines of its own`() {
        var transcript = LinearTranscript()

        transcript.type("b", "n no books", "n", "no books,", "but hotels", ".", "i1 Find a bed.")

        #expect(transcript.state.sheet?.note == "no books,\nbut hotels")
        #expect(transcript.state.sheet?.edits[Proposal.ID(1)]?.instruction == "Find a bed.")
    }

    @Test func `a word that is none is refused, and nothing is chosen`() {
        var transcript = LinearTranscript()

        transcript.type("b", "zz")

        #expect(transcript.told == ["There is no choice zz. An empty line tells what there is."])
        #expect(transcript.state.sheet?.choice == nil)
    }
}
