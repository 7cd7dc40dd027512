import Testing

@testable import Explorer

@Suite("Evaluations line by line")
struct LinearEvaluationsTests {
    @Test func `going there tells the items, the wrong ones first`() throws {
        var transcript = LinearTranscript()
        transcript.type("g e")

        let first = try #require(transcript.lines.firstIndex { $0.hasPrefix("Evaluation large. Items 6") })
        #expect(
            transcript.lines[first + 1]
                == "s-00002, chained, wrong: wrong argument, extra call. When does the sun set in Lisbon (葡萄牙) on day 2?"
        )
    }

    @Test func `moving tells the item under the cursor`() {
        var transcript = LinearTranscript()
        transcript.type("g e", "j")

        #expect(transcript.told.first?.hasPrefix("s-00003, chained, wrong: missing call.") == true)
    }

    @Test func `the detail is told with every verdict`() {
        var transcript = LinearTranscript()
        transcript.type("g e", "tab")

        #expect(transcript.told.first == "s-00002, chained, wrong")
        #expect(transcript.told.contains { $0.hasSuffix("sun_times, WRONG ARGUMENT") })
    }

    @Test func `evaluations are told with their share, and which one is marked`() {
        var transcript = LinearTranscript()
        transcript.type("g e", "shift-tab", "m")

        #expect(transcript.lines.contains("large, 6 items, right 50.0%, 2027-01-15"))
        #expect(transcript.told.contains { $0.hasPrefix("Compared with large from now on") })
    }

    @Test func `going there is answered once, when every item is known`() {
        var state = ExplorerState.example(size: LinearTranscript.size)

        let told = state.telling("g e")

        #expect(told.count == 1 && told[0].first == "Screen Evaluations.")
        #expect(told[0].contains { $0.hasPrefix("Evaluation large. Items 6") })
        #expect(told[0].filter { $0.hasPrefix("Keys: ") }.count == 1)
    }

    @Test func `what cannot be read is told once, with how to ask again`() {
        var state = ExplorerState.example(size: LinearTranscript.size)

        let told = state.telling("g e") { .studyFailed($0, "The disk is gone.\u{1B}[2J") }

        #expect(told.count == 1 && told[0].contains("ctrl-t reads them again."))
        #expect(told[0].contains("The disk is gone.‹U+001B›[2J") && !told[0].joined().contains("\u{1B}"))
    }
}
