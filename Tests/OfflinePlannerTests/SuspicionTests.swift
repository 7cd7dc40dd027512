import Engine
import TestSupport
import Testing

@testable import OfflinePlanner

@Suite("What failed trials are blamed on")
struct SuspicionTests {
    private let holidays = Tool(
        name: "holidays", description: "",
        inputSchema: [
            "type": "object", "properties": ["country": ["type": "string"], "date": ["type": "string"]],
            "required": ["country", "date"],
        ], family: "time", wording: Wording(inputMeanings: ["country": "country.code", "date": "date"]))
    private let clocks = Tool(
        name: "clocks", description: "",
        inputSchema: ["type": "object", "properties": ["day": ["type": "string"]]], family: "time",
        wording: Wording(inputMeanings: ["day": "date"]))
    private let stars = Tool(
        name: "stars", description: "",
        inputSchema: ["type": "object", "properties": ["day": ["type": "string"]]], family: "sky",
        wording: Wording(inputMeanings: ["day": "date"]))

    private func suspicion(after reason: String, _ ending: (String) -> Trial.Ending) -> Suspicion {
        let call = ToolCall(tool: "holidays", arguments: ["country": "IN", "date": "2031-04-13"])
        var iteration = Iteration(number: 1)
        iteration.trials = [
            Trial(
                proposal: .calling(1, ("holidays", call.arguments)),
                attempts: [
                    .init(
                        call: call,
                        result: ToolResult(.failed(RecordedOutput(["error": .string(reason)])), origin: .demo))
                ], ending: ending(reason))
        ]
        let library: [ToolName: Tool] = ["holidays": holidays]
        return Suspicion([Gradient(of: iteration)], library: library, Lexicon())
    }

    @Test func `a value that the report names is suspected for every tool that would take it`() {
        let suspicion = suspicion(after: "There is nothing for 2031-04-13.") { .failed(reason: $0) }

        #expect(suspicion.of("2031-04-13", meaning: "date", for: stars) == 1)
        #expect(suspicion.of("2031-04-14", meaning: "date", for: stars) == 0)
        #expect(suspicion.of("IN", meaning: "country.code", for: holidays) == 0)
    }

    @Test func `a value is named as a word, not inside another one`() {
        let suspicion = suspicion(after: "INDIA has none; IN is unknown.") { .failed(reason: $0) }

        #expect(suspicion.of("IN", meaning: "country.code", for: holidays) == 1)
        #expect(suspicion.of("2031-04-13", meaning: "date", for: holidays) == 0)
    }

    @Test func `a year that the report names is held against every day of it`() {
        let suspicion = suspicion(after: "Known for 2025 to 2030, not for 2031.") { .failed(reason: $0) }

        #expect(suspicion.of("2031-12-24", meaning: "date", for: clocks) == 1)
        #expect(suspicion.of(2031, meaning: "year", for: clocks) == 1)
        #expect(suspicion.of("2030-12-24", meaning: "date", for: clocks) == 0)
        #expect(suspicion.of(2031, meaning: "book.pages", for: clocks) == 0)
    }

    @Test func `where the report names nothing, the call's values share the blame within its field`() {
        let suspicion = suspicion(after: "The holidays of India are not known.") { .failed(reason: $0) }

        #expect(suspicion.of("IN", meaning: "country.code", for: holidays) == 0.5)
        #expect(suspicion.of("2031-04-13", meaning: "date", for: clocks) == 0.5)
        #expect(suspicion.of("2031-04-13", meaning: "date", for: stars) == 0)
    }

    @Test func `a trial that succeeded leaves nobody suspect`() {
        let suspicion = suspicion(after: "Known for 2031-04-13.") { .succeeded(report: $0) }

        #expect(suspicion.of("2031-04-13", meaning: "date", for: holidays) == 0)
    }
}
