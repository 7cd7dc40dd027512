import Engine
import Review
import TestSupport

/// Samples that between them have every difficulty of a row.
enum ExampleSamples {
    /// Each call needs the one before it.
    static let chain = SampleBuilder(query: "How warm will it be in Oslo?", response: "9.5 °C at most.")
        .step("geocode", ["name": "Oslo"], gives: #"{"latitude":59.91,"longitude":10.75}"#)
        .step("forecast", ["latitude": 59.91, "longitude": 10.75], gives: #"{"max":9.5}"#)

    /// Two chains that know nothing of each other; the second has a dependent step of its own.
    static let parallel = SampleBuilder(query: "Weather in Oslo and in Rome?", response: "Cold and warm.", index: 2)
        .step("geocode", ["name": "Oslo"], gives: #"{"place_id":"NO-4711"}"#)
        .step("geocode", ["name": "Rome"], gives: #"{"place_id":"IT-0815"}"#, chain: 2)
        .step("weather", ["place_id": "IT-0815"], gives: #"{"max":24}"#, chain: 2)
        .step("weather", ["place_id": "NO-4711"], gives: #"{"max":4}"#)

    /// Numbers that no double holds, and ones whose spelling matters.
    static let nested = SampleBuilder(query: "Search for it, 1.0 to 2.50.", response: "Found.", index: 3)
        .step(
            "search",
            [
                "filter": ["price": [1.0, number("2.50")], "ids": [number("12345678901234567890")]],
                "exact": true, "after": nil, "tags": [], "scale": number("1e3"),
            ], gives: #"{ "id": 9007199254740993, "score": 1.0 }"#)

    /// A line separator, an emoji of several scalars, and an é in its two spellings.
    static let unicode = SampleBuilder(
        query: "Où est le café \u{2028}« e\u{301}té » ?", response: "Là-bas 👩🏽‍🔬\u{2029}.", index: 4
    )
    .step("find", ["name": "cafe\u{301} \u{0}"], gives: "Straße\n\u{2028}\"東京\"\t\u{1}")

    /// Names that no trainer allows, two of which would become one.
    static let oddNames = SampleBuilder(query: "What is 42.5 USD in EUR?", response: "39 EUR.", index: 5)
        .step("money.convert", ["amount": 42.5], gives: #"{"eur":39}"#)
        .step("money/convert", ["amount": 42.5], gives: "39", chain: 2)
        .sampled("fx rates")

    /// Accepted after both texts were edited.
    static let edited = SampleBuilder(query: "geocode Oslo", response: "done", index: 6)
        .step("geocode", ["name": "Oslo"], gives: #"{"latitude":59.91}"#)
        .reviewed(
            .edit(.query("Where is Oslo?")), .edit(.response("At 59.91° north.")), .accept)

    /// The steps are there, the texts could not be written.
    static let failed = SampleBuilder(query: nil, response: nil, index: 7)
        .step("geocode", ["name": "Oslo"], gives: "{}")

    static let all = [chain, parallel, nested, unicode, oddNames, edited, failed].map(\.sample)

    static func number(_ text: String) -> JSON {
        JSON.Number(text: text).map(JSON.number) ?? .null
    }
}
