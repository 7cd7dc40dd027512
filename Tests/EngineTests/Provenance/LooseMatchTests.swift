import Engine
import Testing

@Suite("What a query says in other words")
struct LooseMatchTests {
    private func source(of value: JSON, in query: String, outputs: [Provenance.Output] = []) -> ArgumentSource? {
        Provenance(query: query, outputs: outputs)
            .trace(ToolCall(tool: "t", arguments: .object(["value": value])), of: nil).first?.source
    }

    private func says(_ query: String, _ value: JSON) -> Bool {
        guard case .query = source(of: value, in: query) else { return false }
        return true
    }

    @Test(
        arguments: [
            ("12,5 Kilo", 12.5), ("1.250,50 euros", 1250.5), ("2.5 million people", 2_500_000),
            ("twenty-five percent of two hundred", 25), ("two hundred and six bones", 206), ("within 5 km", 5000),
            ("a timer of 2 hours", 120), ("at 4.5% a year", 0.045), ("minus 40 degrees", -40), ("the third one", 3),
            ("1 250 € de loyer", 1250), ("２０２６年", 2026),
        ] as [(String, JSON)])
    func `numbers of other customs, in words and with units`(query: String, value: JSON) {
        #expect(says(query, value))
    }

    @Test(
        arguments: [
            ("within 5 steps", 5000), ("within 5 km", 500), ("three four", 34), ("at 4.5 a year", 0.045),
            ("number 1250", 250),
        ] as [(String, JSON)])
    func `other numbers are not said`(query: String, value: JSON) {
        #expect(!says(query, value))
    }

    @Test(
        arguments: [
            ("from 3 to 9 April 2026", "2026-04-09"), ("at 3 pm on 2 June 2026", "2026-06-02T15:00:00"),
            ("on 05/17/2027", "2027-05-17"), ("2026年5月17日", "2026-05-17"), ("in February 2024", "2024-02-29"),
            ("three nights from 30 May 2026", "2026-06-02"), ("at noon", "12:00"), ("half past 7", "19:30"),
            ("on Christmas Eve 2026", "24.12.2026"), ("le 3 août 2026", "2026-08-03"),
        ])
    func `days and times, however they are written`(query: String, value: String) {
        #expect(says(query, .string(value)))
    }

    @Test(
        arguments: [
            ("next Friday", "2026-05-08"), ("on 17 May", "2026-05-17"), ("in February 2024", "2024-02-14"),
            ("at 3 pm on 2 June 2026", "2026-06-02T16:00:00"), ("in the evening", "19:00"),
        ])
    func `a day or time that is left open is not said`(query: String, value: String) {
        #expect(!says(query, .string(value)))
    }

    @Test(
        arguments: [
            ("in Germany", "DE"), ("for $250", "USD"), ("into French", "fr"), ("near München", "Muenchen"),
            ("near Zuerich", "Zürich"), ("React Native", "react-native"), ("Lagos in Nigeria", "Lagos, Nigeria"),
            ("what time in Tokyo", "Asia/Tokyo"), ("pancakes with blueberries", "blueberry pancake"),
        ])
    func `names in other spellings, codes for names, and searches of the query's words`(query: String, value: String) {
        #expect(says(query, .string(value)))
    }

    @Test(
        arguments: [
            ("come in, it is us", "India"), ("give it to us", "United States"), ("in Germany", "FR"),
            ("blue pancakes", "blueberry"),
        ])
    func `small words are no codes, and like words are not the same`(query: String, value: String) {
        #expect(!says(query, .string(value)))
    }

    @Test func `an earlier output that has the value comes before other words of the query`() {
        let output = Provenance.Output(step: 1, tool: nil, output: RecordedOutput(["radius": 5000]))

        let found = source(of: 5000, in: "within 5 km", outputs: [output])

        #expect(found == .output(step: 1, path: JSONPath([.key("radius")])))
    }
}
